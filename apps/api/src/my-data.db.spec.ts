import { randomUUID } from 'node:crypto';
import type { AccessView, CaseView, ExceptionalFileView, MonitoredApplicationView, NoticeView, TaskView } from '@anuyat/contract';
import { personaAccountId } from '@anuyat/identity';
import { findPersona, personas } from '@anuyat/identity/personas';
import { Officers } from '../../sandbox/src/scenario/deciding';
import { Visitor } from '../../sandbox/src/scenario/visitor';
import { walkCase } from '../../sandbox/src/scenario/walking';
import { fill, must, submit } from './cases/testing/walk';
import { people } from './testing/access-world';
import { fileOnOwnLand, rayongFactory } from './testing/estate-case';
import { startTestPortal, type TestPortal } from './testing/start-test-portal';
import { untilDone } from './testing/fingerprint';

let portal: TestPortal;
let file: CaseView;
let task: TaskView;
beforeAll(async () => {
  portal = await startTestPortal({ withWorker: true });
  file = await fileOnOwnLand(portal, people.owner);
  await untilDone(portal.running.source);
  const [row]: { id: string }[] = await portal.running.source.query(`SELECT id FROM task WHERE case_id = $1 AND licence = 'factory-type-3'`, [file.id]);
  task = must(await portal.call<TaskView>(people.officer, 'GET', `/api/tasks/${row?.id}`), 200);
}, 60_000);
afterAll(() => portal.close());

const accesses = async (hint: string): Promise<AccessView[]> => must(await portal.call<AccessView[]>(hint, 'GET', '/api/my-data/accesses'), 200);

describe('whoever of an office looks at a case', () => {
  it('is told to its applicant: who, of which office, when, what for; once for each look', async () => {
    const paper = task.documents[0];
    for (let times = 0; times < 2; times++) {
      must(await portal.call(people.officer, 'GET', `/api/tasks/${task.id}`), 200);
      must(await portal.call(people.officer, 'GET', `/api/documents/${paper?.id}/content`), 200);
    }
    const seen = (await accesses(people.owner)).filter(({ caseId }) => caseId === file.id);
    const { name } = findPersona(people.officer) ?? {};
    expect(seen.map(({ what }) => what).sort()).toEqual(['file', 'paper']);
    for (const note of seen) expect(note).toMatchObject({ reader: name, purpose: 'review', office: { code: task.office.code }, caseNumber: file.number });
    expect(seen.find(({ what }) => what === 'paper')?.fileName).toBe(paper?.fileName);
  });

  it('is told to nobody else, and looking at one’s own leaves no note', async () => {
    must(await portal.call(people.owner, 'GET', `/api/cases/${file.id}`), 200);
    must(await portal.call(people.owner, 'GET', `/api/applications/${task.applicationId}/history`), 200);
    expect((await accesses(people.owner)).map(({ what }) => what)).not.toContain('history');
    expect(await accesses(people.otherApplicant)).toEqual([]);
    expect(await accesses(people.officer)).toEqual([]);
  });

  it('cannot make the note undone', async () => {
    await expect(portal.running.source.query(`DELETE FROM access_note`)).rejects.toThrow('permission denied');
    await expect(portal.running.source.query(`UPDATE access_note SET purpose = 'review'`)).rejects.toThrow('permission denied');
  });
});

describe('every other look', () => {
  const lastOf = async (what: AccessView['what']): Promise<AccessView | undefined> => (await accesses(people.owner)).find((note) => note.what === what && note.caseId === file.id);

  it('is told as well: how far an application is, and a monitor’s with what the business is, but not who', async () => {
    must(await portal.call(people.officer, 'GET', `/api/applications/${task.applicationId}`), 200);
    expect(await lastOf('application')).toMatchObject({ purpose: 'review', reader: findPersona(people.officer)?.name });
    const view = must(await portal.call<MonitoredApplicationView>(people.monitor, 'GET', `/api/monitor/applications/${task.applicationId}`), 200);
    expect(await lastOf('application')).toMatchObject({ purpose: 'watching', reader: findPersona(people.monitor)?.name, office: null });
    expect(view.answers['applicant']).toEqual({ kind: 'person', personalId: 'x-xxxx-xxxxx-12-1' });
    expect(view.answers['premises']).toMatchObject({ address: { houseNo: '777/42' } });
    expect(JSON.stringify(view.topics)).not.toContain('"firstName"');
  });

  it('of orders, receipts and licences of an office’s own too', async () => {
    const visitor = await new Visitor(portal.url, people.owner).signIn();
    const { id, answersRevision } = await fill(portal, people.owner, rayongFactory);
    must(await submit(portal, people.owner, id, answersRevision, randomUUID()), 200);
    const done = await walkCase(visitor, id, new Officers(portal.url), {}, () => undefined);
    await untilDone(portal.running.source);
    const [seen] = done.licences.filter(({ code }) => code === 'factory-type-3');
    must(await portal.call(people.officer, 'GET', `/api/licences/${seen?.number}`), 200);
    const [bill]: { id: string; office: string }[] = await portal.running.source.query(`SELECT id, office FROM bill WHERE case_id = $1 AND status = 'paid' LIMIT 1`, [done.id]);
    const collector = personas.find(({ offices }) => offices.some(({ code }) => code === bill?.office))?.hint ?? '';
    must(await portal.call(collector, 'GET', `/api/bills/${bill?.id}/receipt`), 200);
    const noted = (await accesses(people.owner)).filter(({ caseId }) => caseId === done.id).map(({ what }) => what);
    expect(noted).toEqual(expect.arrayContaining(['licence', 'receipt']));
  });

  it('outside of one’s own queue needs a reason, which the applicant reads at once; it ends by itself and shows no number, no paper and no amount', async () => {
    const reason = 'ตรวจสอบเรื่องร้องเรียนเรื่องเสียงดังจากเพื่อนบ้าน';
    expect((await portal.call(people.elsewhere, 'GET', `/api/applications/${task.applicationId}`)).status).toBe(404);
    expect((await portal.call(people.elsewhere, 'POST', '/api/exceptions', { number: file.number, ground: 'complaint', reason: 'สั้นไป' })).status).toBe(400);
    const { id } = must(await portal.call<{ id: string }>(people.elsewhere, 'POST', '/api/exceptions', { number: file.number, ground: 'complaint', reason }), 201);
    const seen = must(await portal.call<ExceptionalFileView>(people.elsewhere, 'GET', `/api/exceptions/${id}`), 200);
    expect(seen.applications[0]?.answers['applicant']).toMatchObject({ firstName: 'มาลีรัตน์', personalId: 'x-xxxx-xxxxx-12-1' });
    expect(JSON.stringify(seen)).not.toContain('1234567890121');
    expect(JSON.stringify(seen)).not.toContain('capitalBaht');
    expect(await lastOf('exception')).toMatchObject({ purpose: 'exceptional', reason, reader: findPersona(people.elsewhere)?.name });
    await untilDone(portal.running.source);
    expect(must(await portal.call<NoticeView[]>(people.owner, 'GET', '/api/notices'), 200)).toContainEqual(expect.objectContaining({ kind: 'looked-at', caseId: file.id }));
    expect((await portal.call(people.officer, 'GET', `/api/exceptions/${id}`)).status).toBe(404);
    await expect(portal.running.source.query(`UPDATE exceptional_look SET until = now() + interval '1 year'`)).rejects.toThrow('permission denied');
    await expect(portal.running.source.query(`INSERT INTO exceptional_look SELECT gen_random_uuid(), case_id, reader_id, office, ground, reason, now(), now() + interval '2 days' FROM exceptional_look LIMIT 1`)).rejects.toThrow('check');
    await portal.running.source.query(`INSERT INTO exceptional_look SELECT $2, case_id, reader_id, office, ground, reason, now() - interval '3 hours', now() - interval '1 hour' FROM exceptional_look WHERE id = $1`, [id, '00000000-0000-7000-8000-00000000e001']);
    expect((await portal.call(people.elsewhere, 'GET', '/api/exceptions/00000000-0000-7000-8000-00000000e001')).status).toBe(404);
  });
});

describe('a copy of one’s own data', () => {
  it('holds everything of oneself and nothing of anybody else', async () => {
    const { body, headers } = await portal.call<Record<string, unknown[]>>(people.owner, 'GET', '/api/my-data/copy');
    expect(headers['content-disposition']).toBe('attachment; filename="anuyat-my-data.json"');
    expect(body['personalId']).toBe(findPersona(people.owner)?.personalId);
    expect(body['cases']).toContainEqual(expect.objectContaining({ id: file.id, answers: expect.objectContaining({ applicant: expect.anything() }) }));
    const idsIn = (part: string) => body[part]?.map((each) => (each as { id: string }).id);
    expect(idsIn('papers')).toEqual(expect.arrayContaining(file.documents.map(({ id }) => id)));
    expect(idsIn('applications')).toEqual(expect.arrayContaining(file.details.map(({ id }) => id)));
    expect(body['sessions']?.length).toBeGreaterThan(0);
    expect(body['accesses']?.length).toBeGreaterThan(0);
    const other = await portal.call<Record<string, unknown[]>>(people.otherApplicant, 'GET', '/api/my-data/copy');
    expect(JSON.stringify(other.body)).not.toContain(file.id);
    expect(JSON.stringify(other.body)).not.toContain(personaAccountId(people.owner));
  });
});
