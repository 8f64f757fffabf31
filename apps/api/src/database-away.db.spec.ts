import { randomUUID } from 'node:crypto';
import type { AnswersSaved, CaseView, EventReply, TaskPage } from '@anuyat/contract';
import { migrateDatabase } from '@anuyat/database';
import { startMortalPostgres, type MortalPostgres } from '@anuyat/database/testing';
import { verifyHistory } from '@anuyat/registrar';
import { migrations } from '@anuyat/migrations';
import { laemChabangCafe } from './cases/testing/answers';
import type { Reply } from './cases/testing/test-api';
import { must, open } from './cases/testing/walk';
import { people } from './testing/access-world';
import { fileOnOwnLand } from './testing/estate-case';
import { untilDone } from './testing/fingerprint';
import { problemIn } from './testing/problem-in';
import { startTestPortal, type TestPortal } from './testing/start-test-portal';

const { owner, officer } = people;

let postgres: MortalPostgres;
let portal: TestPortal;
beforeAll(async () => {
  postgres = await startMortalPostgres();
  await migrateDatabase(postgres.ownerUrl, migrations);
  portal = await startTestPortal({ databaseUrl: postgres.appUrl, withWorker: true });
}, 60_000);
afterAll(async () => {
  await portal.close();
  await postgres.dispose();
});

async function until<T>(ask: () => Promise<T>, isSo: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (isSo(answer)) return answer;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('a database that goes away and comes back', () => {
  let file: CaseView;
  let draft: CaseView;
  let factory: string;
  const key = randomUUID();
  const accept = (): Promise<Reply<EventReply>> => portal.call(officer, 'POST', `/api/applications/${factory}/events`, { type: 'factory.accepted', data: { note: 'ครบ' } }, { 'idempotency-key': key });
  const save = (base: number, seats: number): Promise<Reply<AnswersSaved>> => portal.call(owner, 'PATCH', `/api/cases/${draft.id}/answers`, { base, changes: { 'food.seats': seats } });
  const inbox = async () => must(await portal.call<TaskPage>(officer, 'GET', '/api/tasks?limit=100'), 200).items.filter(({ caseId }) => caseId === file.id);
  /** The highest number of seats that was answered as saved. */
  let told = 0;

  beforeAll(async () => {
    draft = await open(portal, owner, laemChabangCafe);
    await portal.caller(officer);
    file = await fileOnOwnLand(portal, owner);
    factory = file.details.find(({ code }) => code === 'factory-type-3')?.id ?? '';
    let base = draft.answersRevision;
    const saving = (async () => {
      for (let seats = 1; ; seats++) {
        const reply = await save(base, seats);
        if (reply.status !== 200) return;
        base = reply.body.answersRevision;
        told = seats;
      }
    })();
    await until(() => Promise.resolve(told), (seats) => seats >= 3);
    await postgres.kill();
    await saving;
  }, 60_000);

  it('is told of, with when to come again, to everybody who asks meanwhile', async () => {
    const asked: [string, Reply<unknown>][] = [
      ['a list', await portal.call(owner, 'GET', '/api/cases')],
      ['a case', await portal.call(owner, 'GET', `/api/cases/${file.id}`)],
      ['an event', await accept()],
      ['answers', await save(1, 999)],
      ['a licence to verify', await portal.call(null, 'GET', '/api/licences/X-1/verify')],
      ['whether it can work', await portal.call(null, 'GET', '/api/health/ready')],
    ];
    for (const [what, reply] of asked) expect([what, problemIn(reply).code, reply.status, reply.headers['retry-after']]).toEqual([what, 'temporarily-unavailable', 503, '5']);
    must(await portal.call(null, 'GET', '/api/health/live'), 200);
    must(await portal.call(null, 'GET', '/api/journeys'), 200);
  });

  it('goes on without a restart once it is there again, and nothing is lost', async () => {
    await postgres.revive();
    await until(() => portal.call(null, 'GET', '/api/health/ready'), ({ status }) => status === 200);
    const { answers } = must(await portal.call<CaseView>(owner, 'GET', `/api/cases/${draft.id}`), 200);
    expect(Number((answers['food'] as { seats: number }).seats)).toBeGreaterThanOrEqual(told);
    expect(Number((answers['food'] as { seats: number }).seats)).toBeLessThanOrEqual(told + 1);
    expect(must(await portal.call<CaseView>(owner, 'GET', `/api/cases/${file.id}`), 200)).toMatchObject({ number: file.number, answers: file.answers, documents: file.documents });
    expect(must(await accept(), 200)).toMatchObject({ applicationId: factory, revision: 2 });
    expect(must(await accept(), 200)).toMatchObject({ revision: 2 });
    for (const { id, code, version } of file.details) expect(await verifyHistory(portal.running.source, id, portal.running.library.getLicence(code, version))).toBeUndefined();
  });

  it('has its effects done by the worker, which was not restarted either', async () => {
    await until(inbox, (items) => items.some(({ stage, applicationId }) => stage === 'inspection' && applicationId === factory));
    await untilDone(portal.running.source);
    expect((await inbox()).map(({ licence }) => licence.code).sort()).toEqual(['estate-land-use', 'factory-type-3']);
  }, 120_000);
});
