import { createDataSource } from '@anuyat/database';
import { createTestDatabase, type TestDatabase } from '@anuyat/database/testing';
import { openContents } from '@anuyat/documents';
import { personaAccountId } from '@anuyat/identity';
import { until } from '@anuyat/outbox/testing';
import type { DataSource, EntityManager } from 'typeorm';
import { patience } from '../../../apps/worker/src/testing/patience';
import { startTestPortal, type TestPortal } from '../../../apps/api/src/testing/start-test-portal';
import { Visitor } from '../../../apps/sandbox/src/scenario/visitor';
import { draftCase, submitDraft } from '../../../apps/sandbox/src/scenario/applying';
import { Officers } from '../../../apps/sandbox/src/scenario/deciding';
import { cafe } from '../../../apps/sandbox/src/scenario/stories';
import { walkCase } from '../../../apps/sandbox/src/scenario/walking';
import { Journal } from '../load/journal';
import { checkAll, invariants } from './all';
import { rowsOf, type LetterThere, type World } from './world';

/** What somebody did to the database, and what the invariant says of it. */
interface Planted {
  what: string;
  plant: string;
  id: string;
  story: RegExp;
}

const planted: readonly Planted[] = [
  { what: 'a case that is gone', plant: `UPDATE case_file SET number = number || 'X' WHERE number IS NOT NULL`, id: 'I1', story: /was acknowledged and is not there/ },
  { what: 'an approval that stands twice', plant: `INSERT INTO history (application_id, revision, type, data, actor, at, rulings, state, effects, handed, previous_hash, hash) SELECT application_id, revision + 100, type, data, actor, at, rulings, state, effects, handed, previous_hash, hash FROM history WHERE type LIKE '%.approved' LIMIT 1`, id: 'I2', story: /was approved twice/ },
  { what: 'a licence number that is missing', plant: `UPDATE bill SET receipt_number = regexp_replace(receipt_number, '1$', '7') WHERE receipt_number LIKE '%1'`, id: 'I3', story: /of the receipts of .* is missing/ },
  { what: 'a broken link of a chain', plant: `UPDATE history SET previous_hash = hash WHERE type = 'licence.issued' AND revision > 1`, id: 'I4', story: /./ },
  { what: 'a clock that was due and never rang', plant: `UPDATE timer SET due_at = now() - interval '2 minutes', set_at = now() - interval '1 hour', stopped_at = NULL, fired_at = NULL`, id: 'I5', story: /Not in a minute rang/ },
  { what: 'a fee that is there twice', plant: `INSERT INTO bill (id, application_id, case_id, office, lines, total, status, biller_id, ref1, ref2) SELECT gen_random_uuid(), application_id, case_id, office, lines, total, 'due', biller_id, 'DOUBLED', ref2 FROM bill LIMIT 1`, id: 'I6', story: /has 2 fees/ },
  { what: 'a notice that nobody got', plant: `DELETE FROM notice WHERE notice = 'issued'`, id: 'I7', story: /“issued” of .* was told 0 times/ },
  { what: 'a letter that nobody got', plant: `UPDATE mail_address SET address = 'somebody.else@example.com' WHERE address LIKE 'malee%'`, id: 'I7', story: /counts as sent to somebody\.else@example\.com, and never came/ },
  { what: 'an effect that nobody did', plant: `INSERT INTO outbox (id, application_id, case_id, revision, effect, params, queue, hand_after) SELECT gen_random_uuid(), id, case_id, 1, 'tell', '{}', 'notices', now() + interval '1 day' FROM application LIMIT 1`, id: 'I8', story: /tell of .* is not done/ },
  { what: 'a paper without its content', plant: `UPDATE document SET sha256 = repeat('0', 64)`, id: 'I10', story: /which was never kept/ },
  { what: 'answers that were changed after they were filed', plant: `UPDATE case_file SET answers = jsonb_set(answers, '{business,nameTh}', '"อื่น"')`, id: 'I11', story: /are not those that were filed/ },
];

const ADDRESS = `INSERT INTO mail_address (id, account_id, address, masked, mark, language, confirmed_at) VALUES (gen_random_uuid(), $1, 'malee@example.com', 'm•••e@e•••.com', decode(repeat('00', 32), 'hex'), 'th', now())`;

const UNSETTLED = `
  SELECT 1 FROM outbox UNION ALL SELECT 1 FROM timer WHERE stopped_at IS NULL AND fired_at IS NULL AND due_at <= now() UNION ALL SELECT 1 FROM letter WHERE state = 'waiting'`;

describe('the invariants', () => {
  let database: TestDatabase;
  let portal: TestPortal;
  let owner: DataSource;
  let world: World;

  beforeAll(async () => {
    database = await createTestDatabase();
    portal = await startTestPortal({ databaseUrl: database.appUrl, withWorker: true, patience });
    const applicant = await new Visitor(portal.url, cafe.applicant).signIn();
    await portal.running.source.query(ADDRESS, [personaAccountId(cafe.applicant)]);
    const filed = await submitDraft(applicant, await draftCase(applicant, cafe));
    await walkCase(applicant, filed.id, new Officers(portal.url), {}, () => undefined);
    const { source, library, calendar } = portal.running;
    const journal = new Journal();
    journal.note({ kind: 'filed', caseId: filed.id, number: filed.number ?? '', applications: filed.details.map(({ id }) => id) });
    const bank = (await rowsOf<{ transaction_id: string; ref1: string; amount: string }>({ source }, `SELECT transaction_id, ref1, amount FROM payment`))
      .map(({ transaction_id: transactionId, ref1, amount }) => ({ transactionId, ref1, amount: (Number(amount) / 100).toFixed(2) }));
    await until(async () => ((await source.query(UNSETTLED)) as unknown[]).length === 0, 'effects are done, clocks have rung and letters are sent, all at one moment', 60_000);
    const mailboxes = (await (await fetch(`${portal.configuration.SANDBOX_URL}/mail`)).json()) as LetterThere[];
    world = { source, library, calendar, contents: openContents(source, portal.configuration), journal, bank, mailboxes, broughtForward: [], jobsLeft: { waiting: 0, held: 0 } };
    owner = await createDataSource(database.ownerUrl, 'planted-breaches').initialize();
    await owner.query(`UPDATE stored_file SET scan = 'clean'`);
  }, 90_000);

  afterAll(async () => {
    await owner.destroy();
    await portal.close();
    await database.dispose();
  });

  const breachesOf = async (of: World): Promise<Record<string, string[]>> => Object.fromEntries((await checkAll(of)).map(({ id, breaches }) => [id, breaches]));

  it('hold of a case that went well', async () => {
    expect(Object.values(await breachesOf(world)).flat()).toEqual([]);
  }, 30_000);

  it.each(planted)('$id tell of $what', async ({ id, plant, story }) => {
    expect((await breachesWith(id, plant, world)).join('\n')).toMatch(story);
  });

  it('I9 and I12 tell of what somebody was given that was not theirs, or was not so', async () => {
    const journal = new Journal();
    journal.lies.push('A stranger got 200.');
    journal.note({ kind: 'seen', caseId: '', applications: [], licences: ['X-1'], paidBills: [] });
    journal.troubles.push({ who: 'somebody', what: 'GET /api/cases', status: 500, code: 'internal', hasReference: false, saysWhen: false });
    expect(await breachesWith('I9', 'SELECT 1', { ...world, journal })).toEqual(['A stranger got 200.']);
    expect((await breachesWith('I9', 'CREATE POLICY everything ON task FOR SELECT TO anuyat_reader USING (true)', world)).join('\n')).toMatch(/The database shows task \S+ to /);
    expect((await breachesWith('I12', 'SELECT 1', { ...world, journal })).join('\n')).toMatch(/X-1 was shown, and is not there.*500 without a reference.*nobody foresaw/s);
  });

  /** Looks from inside of a transaction that is given up, so that nothing stays broken. */
  async function breachesWith(id: string, plant: string, { ...of }: World): Promise<string[]> {
    const runner = owner.createQueryRunner();
    await runner.startTransaction();
    try {
      await runner.query(plant);
      const source = Object.assign(Object.create(owner) as DataSource, { query: runner.manager.query.bind(runner.manager), transaction: (...args: unknown[]) => (args.at(-1) as (tx: EntityManager) => Promise<unknown>)(runner.manager) });
      const found = await invariants.find((invariant) => invariant.id === id)?.check({ ...of, source });
      return found?.breaches ?? [];
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  }
});
