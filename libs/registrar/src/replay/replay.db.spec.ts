import pg from 'pg';
import { libraryCard } from '@anuyat/licence-kit/testing';
import type { Actor } from '@anuyat/contract';
import { deskOfficer, reader, submitCard, vaultOfficer } from '../testing/library';
import { approveCard, ask, send } from '../testing/steps';
import { startTestRegistrar, type TestRegistrar } from '../testing/test-registrar';
import { replayAll, type ReplayOptions, type ReplayReport } from './replay-all';

const portal: Actor = { kind: 'portal', job: 'spec' };
let running: TestRegistrar;

beforeAll(async () => {
  running = await startTestRegistrar('replay-spec');
});
afterAll(() => running.close());

const replay = (options?: ReplayOptions): Promise<ReplayReport> => replayAll(running.source, running.library, running.calendar, options);

async function asOwner(sql: string, values: unknown[]): Promise<void> {
  const owner = new pg.Client({ connectionString: running.database.ownerUrl });
  await owner.connect();
  try {
    await owner.query(sql, values);
  } finally {
    await owner.end();
  }
}

async function ringLate(id: string): Promise<void> {
  const [timer] = await running.source.query(`SELECT set_by_revision FROM timer WHERE application_id = $1 AND name = 'desk.due'`, [id]);
  await send(running, id, 'desk.overdue', { kind: 'portal', job: 'timekeeper' }, { timer: { name: 'desk.due', setByRevision: timer.set_by_revision } });
}

/** One application at each kind of place: untouched, asked, answered, late, paid and issued, withdrawn. */
async function seed(): Promise<string[]> {
  const ids = [await submitCard(running)];
  const asked = await submitCard(running);
  await ask(running, asked, 'desk', deskOfficer, { data: { items: [{ kind: 'fact', target: 'reader.age', message: 'อายุ' }] } });
  const answered = await submitCard(running);
  await ask(running, answered, 'desk', deskOfficer, { data: { items: [{ kind: 'fact', target: 'reader.age', message: 'อายุ' }] } });
  await send(running, answered, 'desk.answered', reader, { data: { changes: { 'reader.age': 31 } } });
  const late = await submitCard(running);
  await ringLate(late);
  await send(running, late, 'desk.accepted', deskOfficer);
  const issued = await submitCard(running);
  await approveCard(running, issued);
  await send(running, issued, 'fee.paid', portal);
  await send(running, issued, 'licence.issued', portal);
  const withdrawn = await submitCard(running);
  await send(running, withdrawn, 'vault.accepted', vaultOfficer);
  await send(running, withdrawn, 'withdrawn', reader);
  return [...ids, asked, answered, late, issued, withdrawn];
}

describe('the replay of a database', () => {
  let ids: string[];

  beforeAll(async () => {
    ids = await seed();
  });

  it('lands on what is stored, for applications at every kind of place', async () => {
    const report = await replay();
    expect(report.faults).toEqual([]);
    expect(report).toMatchObject({ isSame: true, counts: [{ code: 'library-card', applications: ids.length, faults: 0 }] });
  });

  it('replays one application alone', async () => {
    const [row] = await running.source.query(`SELECT number FROM application WHERE id = $1`, [ids[0]]);
    expect((await replay({ number: row.number })).counts).toEqual([{ code: 'library-card', applications: 1, lines: 1, faults: 0 }]);
    expect((await replay({ number: 'none' })).counts).toEqual([]);
  });

  it.each<[string, string, number, string]>([
    ['a line that was changed', `UPDATE history SET data = '{"note": "อื่น"}' WHERE application_id = $1 AND revision = 1`, 0, 'changed-line'],
    ['a line that is gone', `DELETE FROM history WHERE application_id = $1 AND revision = 2`, 2, 'missing-line'],
    ['a state that was changed', `UPDATE application SET state = '{"value": "issued"}' WHERE id = $1`, 1, 'other-snapshot'],
    ['a status that was changed', `UPDATE application SET status = 'refused' WHERE id = $1`, 3, 'other-status'],
    ['a hash that was changed', `UPDATE application SET last_hash = decode(repeat('00', 32), 'hex') WHERE id = $1`, 4, 'other-hash'],
    ['a tail that was cut off', `WITH cut AS (DELETE FROM history WHERE application_id = $1 AND revision = 3) UPDATE application SET revision = 2 WHERE id = $1`, 5, 'other-snapshot'],
  ])('finds %s, and tells of it in both languages', async (_, sql, at, fault) => {
    const id = ids[at] ?? '';
    await asOwner(sql, [id]);
    const report = await replay();
    expect(report.isSame).toBe(false);
    const found = report.faults.find(({ applicationId }) => applicationId === id);
    expect(found).toMatchObject({ fault, code: 'library-card', version: 1 });
    expect(found?.story.th).toMatch(/คำขอ T/);
    expect(found?.story.en).toMatch(/^Application T/);
  });

  it('finds a clock that was moved', async () => {
    const id = await submitCard(running);
    await asOwner(`UPDATE timer SET due_at = due_at + interval '1 day' WHERE application_id = $1 AND name = 'vault.due'`, [id]);
    expect((await replay({ mostFaults: 100 })).faults.find(({ applicationId }) => applicationId === id)?.fault).toBe('other-clocks');
  });

  it('counts what it does not tell', async () => {
    const report = await replay({ mostFaults: 1 });
    expect(report.faults).toHaveLength(1);
    expect(report.counts[0]?.faults).toBeGreaterThan(1);
  });
});

describe('a published version', () => {
  it.each(['UPDATE definition SET json = json', 'DELETE FROM definition', 'TRUNCATE definition'])('cannot be changed by the running role: %s', async (sql) => {
    await expect(running.source.query(sql)).rejects.toThrow('permission denied');
  });

  it('cannot be changed by its owner without taking the guard away', async () => {
    await expect(asOwner(`UPDATE definition SET sha256 = 'x' WHERE code = $1`, ['library-card'])).rejects.toThrow('Version 1 of "library-card" is published and never changes');
  });

  it('tells who published it, when, and from when it holds; before that day the one before counts', async () => {
    const tomorrow = new Date(Date.now() + 86_400_000);
    await running.source.transaction((tx) => running.library.publish(tx, 'licence', libraryCard({ version: 2 }), { by: { kind: 'person', name: { th: 'ผู้ดูแล', en: 'Admin' } }, effectiveFrom: tomorrow }));
    expect(running.library.findNewestLicence('library-card')?.definition.version).toBe(1);
    expect(running.library.versionsOf('library-card').map(({ definition, publishedBy, effectiveFrom }) => [definition.version, publishedBy.kind, effectiveFrom > new Date()])).toEqual([[2, 'person', true], [1, 'portal', false]]);
  });
});
