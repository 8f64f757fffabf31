import type { AccessView, CaseView, TaskView } from '@anuyat/contract';
import { personaAccountId } from '@anuyat/identity';
import { findPersona } from '@anuyat/identity/personas';
import { must } from './cases/testing/walk';
import { people } from './testing/access-world';
import { fileOnOwnLand } from './testing/estate-case';
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
