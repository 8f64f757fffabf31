import { advance, open } from '@anuyat/licence-kit';
import { answers } from '../ground/filing';
import { offices, officer, processLicence } from '../ground/process-licence';
import { actorRecord } from '@anuyat/registrar';

const facts = { ...answers, place: {}, filing: { date: '2026-11-23' } };
const opened = open(processLicence, facts).state;
const moved = advance(processLicence, opened, 'health.approved', facts);

/** pgbench takes `:word` for a variable of its own, so nothing may follow a colon at once. */
const json = (value: unknown): string => `'${JSON.stringify(value).replaceAll(':', ': ').replaceAll("'", "''")}'`;

const ID = `('0d5d0000-0000-7000-8000-' || lpad(to_hex(CAST(:n AS int)), 12, '0'))::uuid`;
const HASH = `'\\x${'ab'.repeat(32)}'`;

/** How many applications the statements choose from; enough that two clients seldom meet. */
export const YARDSTICK_APPLICATIONS = 10_000;

/** Makes them; as the owner of the tables or the running role. */
export const makeApplications = `
  WITH file AS (
    INSERT INTO case_file (id, account_id, applicant_name, journey, journey_version, licences, status, answers)
    VALUES ('0d5d0000-0000-7000-9000-000000000000', '${officer.accountId}', 'yardstick', 'bench', 1, '[]', 'submitted', '{}') RETURNING id
  ), made AS (
    INSERT INTO application (id, case_id, code, version, revision, state, status, offices, account_id, last_hash, submitted_at, received_at_legal, moved_at)
    SELECT ${ID.replace(':n', 'n')}, file.id, 'yardstick', 1, 1, ${json(opened)}, 'in-review', ${json(offices)}, '${officer.accountId}', ${HASH}, now(), now(), now()
      FROM file, generate_series(1, ${YARDSTICK_APPLICATIONS}) AS n RETURNING id
  )
  INSERT INTO timer (application_id, name, lane, event, due_at, set_at, set_by_revision)
  SELECT id, lane || '.due', lane, lane || '.overdue', now() + interval '7 days', now(), 1 FROM made, unnest(ARRAY['health', 'building', 'fire', 'environment']) AS lane`;

const read = `SELECT a.case_id, a.account_id, a.code, a.version, a.revision AS rev, a.state, a.status, a.offices, a.last_hash, clock_timestamp() AS now FROM application a WHERE a.id = ${ID}`;
const historyColumns = 'application_id, revision, type, data, actor, at, rulings, state, effects, previous_hash, hash';
const outboxColumns = 'id, application_id, case_id, revision, effect, params, queue';
const line = `'health.approved', '{}', ${json(actorRecord(officer))}, now(), ${json(moved.rulings)}, ${json(moved.state)}, ${json(moved.effects)}, ${HASH}, ${HASH}`;
const effect = `'closeReview', '{"lane": "health"}', 'agency-bench-health'`;

/** The event as seven statements: what every ordinary program sends. Written for pgbench; `:n` is the application, `:rev` its revision. */
export const sevenStatements = `
\\set n random(1, ${YARDSTICK_APPLICATIONS})
BEGIN;
${read} FOR UPDATE \\gset
UPDATE application SET state = ${json(moved.state)}, status = 'in-review', revision = revision + 1, last_hash = ${HASH}, moved_at = now() WHERE id = ${ID};
INSERT INTO history (${historyColumns}) VALUES (${ID}, :rev + 1, ${line});
UPDATE timer SET stopped_at = now() WHERE application_id = ${ID} AND name = 'health.due';
INSERT INTO outbox (${outboxColumns}) VALUES (uuidv7(), ${ID}, '0d5d0000-0000-7000-9000-000000000000', :rev + 1, ${effect});
COMMIT;
`;

/** The same event as the door sends it: a read, and one statement that moves only where the revision is still the one read. */
export const twoStatements = `
\\set n random(1, ${YARDSTICK_APPLICATIONS})
${read} \\gset
WITH moved AS (UPDATE application SET state = ${json(moved.state)}, status = 'in-review', revision = revision + 1, last_hash = ${HASH}, moved_at = now() WHERE id = ${ID} AND revision = :rev RETURNING id, case_id, revision), written AS (INSERT INTO history (${historyColumns}) SELECT id, revision, ${line} FROM moved), stopped AS (UPDATE timer t SET stopped_at = now() FROM moved WHERE t.application_id = moved.id AND t.name = 'health.due'), sent AS (INSERT INTO outbox (${outboxColumns}) SELECT uuidv7(), id, case_id, revision, ${effect} FROM moved) SELECT count(*) FROM moved;
`;

/** The seven statements with parameters, for a Node client: where no pgbench is installed they are the yardstick. */
export const sevenForNode: { name: string; text: string }[] = [
  { name: 'seven-read', text: `${read.replace(':n', '$1')} FOR UPDATE` },
  { name: 'seven-update', text: `UPDATE application SET state = ${json(moved.state)}, status = 'in-review', revision = revision + 1, last_hash = ${HASH}, moved_at = now() WHERE id = ${ID.replace(':n', '$1')}` },
  { name: 'seven-history', text: `INSERT INTO history (${historyColumns}) VALUES (${ID.replace(':n', '$1')}, $2::int + 1, ${line})` },
  { name: 'seven-timer', text: `UPDATE timer SET stopped_at = now() WHERE application_id = ${ID.replace(':n', '$1')} AND name = 'health.due'` },
  { name: 'seven-outbox', text: `INSERT INTO outbox (${outboxColumns}) VALUES (uuidv7(), ${ID.replace(':n', '$1')}, '0d5d0000-0000-7000-9000-000000000000', $2::int + 1, ${effect})` },
];
