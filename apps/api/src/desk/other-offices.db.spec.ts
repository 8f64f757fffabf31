import type { CaseView, TaskPage, TaskView, WhyView } from '@anuyat/contract';
import { patience } from '../../../worker/src/testing/patience';
import { draftCase, submitDraft } from '../../../sandbox/src/scenario/applying';
import { decideLane, Officers } from '../../../sandbox/src/scenario/deciding';
import { restaurant } from '../../../sandbox/src/scenario/stories';
import { Visitor } from '../../../sandbox/src/scenario/visitor';
import { personas } from '@anuyat/identity/personas';
import { askingsOf, readBothWays } from '../testing/both-readings';
import { everyAddress } from '../testing/every-address';
import { untilDone } from '../testing/fingerprint';
import { readsWithRowSecurity } from '../testing/reads-beyond';
import { startTestPortal, type TestPortal } from '../testing/start-test-portal';

let portal: TestPortal;
let somchai: Visitor;
let officers: Officers;
let file: CaseView;

const look = async (): Promise<CaseView> => (file = await somchai.get<CaseView>(`/api/cases/${file.id}`));

/** Decides every lane but those that are left, until there is nothing to decide. */
async function decideAll(leaves: string[]): Promise<void> {
  for (const end = Date.now() + 40_000; Date.now() < end; ) {
    let hasOpen = false;
    for (const { id, lanes } of (await look()).details) {
      for (const lane of lanes.filter((each) => !leaves.includes(each.id) && each.verdict === null && each.state !== 'found')) {
        hasOpen = true;
        await decideLane(officers, file, id, lane, {});
      }
    }
    if (!hasOpen) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The lanes were not decided.');
}

async function taskOf(lane: string): Promise<{ officer: Visitor; task: TaskView }> {
  const application = file.details.find(({ lanes }) => lanes.some(({ id }) => id === lane));
  const office = application?.lanes.find(({ id }) => id === lane)?.office.code ?? '';
  const officer = await officers.of(office);
  const page = await officer.get<TaskPage>(`/api/tasks?q=${encodeURIComponent(application?.number ?? '')}&limit=100`);
  const summary = await until(async () => page.items.find((each) => each.lane === lane));
  return { officer, task: await officer.get<TaskView>(`/api/tasks/${summary.id}`) };
}

/** Asks for facts that another office of the case reads too. */
async function ask(lane: string, targets: string[]): Promise<void> {
  await look();
  const { officer, task } = await taskOf(lane);
  await officer.post(`/api/applications/${task.applicationId}/events`, { type: `${lane}.asked`, data: { note: 'โปรดแก้ไข', items: targets.map((target) => ({ kind: 'fact', target, message: 'ไม่ตรงกับสถานที่' })) } });
}

beforeAll(async () => {
  portal = await startTestPortal({ withWorker: true, patience });
  somchai = await new Visitor(portal.url, restaurant.applicant).signIn();
  officers = new Officers(portal.url);
  file = await submitDraft(somchai, await draftCase(somchai, restaurant));
}, 60_000);
afterAll(() => portal?.close());

describe('what an officer is told of other offices, whose histories are not the officer’s to read', () => {
  it('for how many of them the one notice waits, also those of other licences of the case', async () => {
    await ask('sanitation', ['premises.openingHours', 'premises.tenure']);
    await decideAll(['building', 'excise', 'registry', 'revenue', 'sanitation']);
    const { task } = await taskOf('sanitation');
    expect(task.gathering?.waitsFor).toBe(file.details.flatMap(({ lanes }) => lanes).filter(({ state }) => state === 'checking').length);
    expect(task.gathering?.waitsFor).toBeGreaterThan(file.details.find(({ id }) => id === task.applicationId)?.lanes.length ?? 0);
  }, 60_000);

  it('that an answer which another office asked for changed what the own lane had read, with what stood there before and after, and what was decided anew', async () => {
    await decideAll(['sanitation']);
    const question = await until(async () => (await look()).questions.find(({ answeredAt }) => answeredAt === null));
    await somchai.post(`/api/applications/${question.applicationId}/events`, { type: `${question.lane}.answered`, data: { changes: { 'premises.openingHours': 'ทุกวัน 9.00–21.00 น.', 'premises.tenure': 'own' }, note: 'แก้ไขแล้ว' } });
    await until(async () => (await look()).details.some(({ lanes }) => lanes.some(({ id, verdict }) => id === 'excise' && verdict === null)));
    const { officer, task } = await until(async () => {
      const found = await taskOf('excise');
      return found.task.corrections.length > 0 && found;
    });
    expect(task.corrections.map(({ outcome, changed }) => ({ outcome, changed: changed.map(({ path, before, after }) => ({ path, before, after })) }))).toEqual([
      { outcome: 'reopened', changed: [{ path: 'premises.openingHours', before: 'ทุกวัน 10.00–22.00 น.', after: 'ทุกวัน 9.00–21.00 น.' }, { path: 'premises.tenure', before: 'rent', after: 'own' }] },
    ]);
    const { decisions } = await officer.get<WhyView>(`/api/tasks/${task.id}/why`);
    expect(decisions.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['lane', 'office', 'date']));
    const paper = decisions.find(({ kind, subject }) => kind === 'document' && subject === 'place-right');
    expect(Date.parse(paper?.decidedAt ?? '')).toBeLessThanOrEqual(Date.parse(task.corrections[0]?.at ?? ''));
    expect(paper?.because.map(({ en }) => en)).toContainEqual(expect.stringMatching(/^Decided anew on .* after “.*answered”; before: /i));
    expect(decisions.filter(({ decidedAt }) => decidedAt !== null && decidedAt < (paper?.decidedAt ?? '')).map(({ kind }) => kind)).toContain('office');
  }, 60_000);

  it('the same as without row security, and so is everybody else who has to do with the case', async () => {
    await untilDone(portal.running.source);
    const operations = readsWithRowSecurity(portal.app).filter((operation) => /^GET \/api\/(applications|cases|tasks|licences|notices|staff-notices)/.test(operation) && !operation.endsWith('/stream'));
    const addresses = await everyAddress(portal.running.source, operations, [file.id]);
    const offices = [...new Set(file.details.flatMap(({ lanes }) => lanes.map(({ office }) => office.code)))];
    const hints = [restaurant.applicant, ...offices.map((office) => personas.find((each) => each.offices.some(({ code, permissions }) => code === office && permissions.includes('approve')))?.hint ?? '')];
    const askings = await askingsOf(portal, hints, addresses);
    const { differences, guarded } = await readBothWays(portal, askings);
    expect(differences).toEqual([]);
    expect(guarded).toEqual(expect.arrayContaining(['GET /api/tasks/{id}', 'GET /api/tasks/{id}/why', 'GET /api/cases/{id}', 'GET /api/applications/{id}/history']));
  }, 60_000);
});

async function until<T>(find: () => Promise<T | undefined | false>): Promise<T> {
  for (const end = Date.now() + 40_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 100))) {
    const found = await find();
    if (found) return found;
  }
  throw new Error('It did not come.');
}
