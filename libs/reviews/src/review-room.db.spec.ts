import { Refusal, type PersonActor } from '@anuyat/contract';
import { carryOut, deskOfficer, otherDeskOfficer, reader, send, startTestRegistrar, submitCard, submitCase, vaultOfficer, type TestRegistrar, ask } from '@anuyat/registrar/testing';
import { uuidv7 } from 'uuidv7';
import { Inbox } from './inbox';
import { ReviewClerk } from './review-clerk';
import { ReviewRoom, type OwnTask } from './review-room';

let running: TestRegistrar;
let room: ReviewRoom;

beforeAll(async () => {
  running = await startTestRegistrar('review-room-spec');
  room = new ReviewRoom(running, new Inbox(running.source, running.library, running.calendar));
});
afterAll(() => running.close());

const wish = { rareBooks: 3, purpose: 'study', thesis: 'ตำรายา' };
const facts = { reader: { name: 'สมหญิง', age: 30 }, wish };

async function enter(officer: PersonActor, applicationId: string, lane: string): Promise<OwnTask> {
  await carryOut(running, [new ReviewClerk()]);
  const [task] = await running.source.query(`SELECT id FROM task WHERE application_id = $1 AND lane = $2`, [applicationId, lane]);
  return room.enter(officer, task.id);
}

async function addDocument(caseId: string, code: string, fileName: string, removed = false): Promise<void> {
  await running.source.query(
    `INSERT INTO document (id, case_id, code, file_name, kind, bytes, sha256, uploaded_by, removed_at) VALUES ($1, $2, $3, $4, 'application/pdf', 10, 'x', $5, $6)`,
    [uuidv7(), caseId, code, fileName, reader.accountId, removed ? new Date() : null],
  );
}

describe('the review room', () => {
  it('shows exactly the facts that the lane reads, with their titles', async () => {
    const id = await submitCard(running, facts);
    const desk = await enter(deskOfficer, id, 'desk');
    expect(desk.answers).toEqual({ reader: facts.reader, wish: { purpose: 'study' } });
    expect(desk.askable.facts.map(({ path }) => path)).toEqual(['reader.name', 'reader.age', 'wish.purpose']);
    expect(desk.topics.map((topic) => [topic.id, Object.keys(topic.schema.properties ?? {}), topic.schema.required])).toEqual([
      ['reader', ['name', 'age'], ['name', 'age']],
      ['wish', ['purpose'], ['purpose']],
    ]);
    const vault = await enter(vaultOfficer, id, 'vault');
    expect(vault.answers).toEqual({ reader: { name: 'สมหญิง' }, wish });
    expect(JSON.stringify({ topics: vault.topics, answers: vault.answers })).not.toContain('age');
    expect(vault.topics[1]?.title).toEqual({ th: 'หนังสือที่ต้องการ', en: 'Books you wish for' });
  });

  it('leaves out what the form did not ask', async () => {
    const id = await submitCard(running, { ...facts, wish: { rareBooks: 3, purpose: 'pleasure' } });
    expect((await enter(vaultOfficer, id, 'vault')).askable.facts.map(({ path }) => path)).toEqual(['reader.name', 'wish.rareBooks', 'wish.purpose']);
  });

  it('shows the documents of the lane that are still in the case, and nobody else’s', async () => {
    const { caseId, opened } = await submitCase(running, facts);
    await addDocument(caseId, 'letter', 'letter.pdf');
    await addDocument(caseId, 'letter', 'old.pdf', true);
    await addDocument(caseId, 'passport', 'passport.pdf');
    await addDocument((await submitCase(running, facts)).caseId, 'letter', 'of-another-case.pdf');
    const id = opened[0]?.applicationId ?? '';
    expect((await enter(vaultOfficer, id, 'vault')).documents.map(({ fileName, title }) => [fileName, title.en])).toEqual([['letter.pdf', 'Letter from a teacher']]);
    expect((await enter(deskOfficer, id, 'desk')).documents).toEqual([]);
  });

  it('shows what the lane itself asked, and not what another did', async () => {
    const id = await submitCard(running, facts);
    await ask(running, id, 'vault', vaultOfficer, { data: { note: 'โปรดส่ง', items: [{ kind: 'document', target: 'letter', message: 'ไม่ชัด' }] } });
    await ask(running, id, 'desk', deskOfficer, { data: { items: [{ kind: 'fact', target: 'reader.age', message: 'ไม่ตรง' }] } });
    await send(running, id, 'desk.answered', reader, { data: { changes: { 'reader.age': 31 } } });
    const desk = await enter(deskOfficer, id, 'desk');
    expect(desk.questions).toHaveLength(1);
    expect(desk.questions[0]).toMatchObject({ lane: 'desk', answeredAt: expect.any(String), items: [{ target: 'reader.age', title: { en: 'Age' }, message: 'ไม่ตรง' }] });
    expect((await enter(vaultOfficer, id, 'vault')).questions).toEqual([expect.objectContaining({ lane: 'vault', note: 'โปรดส่ง', answeredAt: null })]);
  });

  it('tells each appointment with what came of it', async () => {
    const id = await submitCard(running, facts);
    await send(running, id, 'vault.accepted', vaultOfficer);
    await send(running, id, 'vault.inspectionPlanned', vaultOfficer, { data: { plannedFor: '2026-12-01T03:00:00Z', note: 'เช้า' } });
    expect((await enter(vaultOfficer, id, 'vault')).inspections).toMatchObject([{ plannedFor: '2026-12-01T03:00:00Z', note: 'เช้า', recordedAt: null, result: null }]);
    await send(running, id, 'vault.inspectionPlanned', vaultOfficer, { data: { plannedFor: '2026-12-02T03:00:00Z' } });
    await send(running, id, 'vault.inspectionRecorded', vaultOfficer, { data: { result: 'failed', findings: 'ชื้น' } });
    expect((await enter(vaultOfficer, id, 'vault')).inspections).toMatchObject([
      { plannedFor: '2026-12-01T03:00:00Z', recordedAt: null, result: null, findings: null },
      { plannedFor: '2026-12-02T03:00:00Z', recordedAt: expect.any(String), result: 'failed', findings: 'ชื้น', inspector: vaultOfficer.name },
    ]);
    expect((await enter(deskOfficer, id, 'desk')).inspections).toEqual([]);
  });

  it('offers what the officer may do in this lane now, and says what each will cause', async () => {
    const stepAside = { needs: 'conflict', causes: expect.stringContaining('goes back to your office') };
    const id = await submitCard(running, facts);
    const acts = async (officer: PersonActor, lane: string) => Object.fromEntries((await enter(officer, id, lane)).acts.map(({ event, needs, causes }) => [event, { needs, causes: causes.en }]));
    expect(await acts(vaultOfficer, 'vault')).toEqual({
      'vault.accepted': { needs: 'note', causes: 'Next: arrange the inspection.' },
      'vault.asked': { needs: 'items', causes: expect.stringContaining('Your clock stops when it is sent') },
      'vault.conflictDeclared': stepAside,
    });
    await send(running, id, 'desk.accepted', deskOfficer);
    expect(await acts(deskOfficer, 'desk')).toEqual({
      'desk.approved': { needs: 'conditions', causes: 'Your office is done. 1 more to decide.' },
      'desk.refusalIntended': { needs: 'reasons', causes: expect.stringContaining('can answer them') },
      'desk.conflictDeclared': stepAside,
    });
    await send(running, id, 'vault.accepted', vaultOfficer);
    expect(await acts(vaultOfficer, 'vault')).toEqual({ 'vault.inspectionPlanned': { needs: 'appointment', causes: expect.any(String) }, 'vault.conflictDeclared': stepAside });
    await send(running, id, 'desk.approved', deskOfficer);
    expect(await acts(deskOfficer, 'desk')).toEqual({});
  });

  it('says that the last approval brings the fee or the document', async () => {
    const id = await submitCard(running, { reader: { name: 'สมชาย', age: 40 }, wish: { rareBooks: 0, purpose: 'pleasure' } });
    await send(running, id, 'desk.accepted', deskOfficer);
    const approve = (await enter(deskOfficer, id, 'desk')).acts.find(({ event }) => event === 'desk.approved');
    expect(approve?.causes.en).toContain('the fee is asked for');
  });

  it('offers nothing that the officer’s own permissions or an application of one’s own forbid', async () => {
    const id = await submitCard(running, facts);
    await send(running, id, 'desk.accepted', deskOfficer);
    const reviewer = { ...otherDeskOfficer, offices: [{ code: 'bma-1039-registry', permissions: ['review' as const] }] };
    expect((await enter(reviewer, id, 'desk')).acts.map(({ event }) => event)).toEqual(['desk.conflictDeclared']);
    const applicantToo = { ...deskOfficer, accountId: reader.accountId };
    expect((await enter(applicantToo, id, 'desk')).acts).toEqual([]);
  });

  it('shows the whole way of the application and every lane on its map', async () => {
    const id = await submitCard(running, facts);
    await send(running, id, 'vault.accepted', vaultOfficer);
    const { lanesMap, history, application } = await enter(deskOfficer, id, 'desk');
    expect(lanesMap.lines.map(({ title }) => title.en)).toEqual(['Library card', 'Lending desk', 'Rare books room']);
    expect(history.map(({ what }) => what.en)).toEqual(['File found complete', 'Application submitted']);
    expect(application.lanes.map(({ id: lane, state }) => [lane, state])).toEqual([['desk', 'checking'], ['vault', 'planning']]);
  });

  it('is closed to other offices', async () => {
    const id = await submitCard(running, facts);
    await expect(enter(vaultOfficer, id, 'desk')).rejects.toEqual(new Refusal('not-found'));
  });
});
