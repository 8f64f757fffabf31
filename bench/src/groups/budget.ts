import { acceptedEvents, advance, open, type LicenceDefinition, type StoredState } from '@anuyat/licence-kit';
import { licences } from '@anuyat/workflows';
import { fileCases } from '../ground/filing';
import type { Ground } from '../ground/ground';
import { processLicence, walk } from '../ground/process-licence';
import { verifyApplications } from '../ground/verify';
import type { Bound, Findings } from '../harness/bounds';
import { randomFrom } from '../harness/random';

const APPLICATIONS = 400;
const BATCH = 50;

interface Usage {
  statements: number;
  walBytes: number;
}

/** G3: what an event costs the database, in counts that no neighbour changes. */
export async function measureBudget(ground: Ground): Promise<Findings> {
  const { asSuperuser } = await ground.database();
  const running = await ground.registrar();
  await asSuperuser(`ALTER SYSTEM SET pg_stat_statements.track = 'top'`);
  await asSuperuser('SELECT pg_reload_conf()');
  const ids = await fileCases(running, APPLICATIONS);
  const batched = await fileCases(running, APPLICATIONS);
  const usage = async (work: () => Promise<number>): Promise<Usage> => {
    await asSuperuser('CHECKPOINT');
    await asSuperuser('SELECT pg_stat_statements_reset()');
    const [{ lsn } = { lsn: '' }] = await asSuperuser<{ lsn: string }>('SELECT pg_current_wal_insert_lsn()::text AS lsn');
    const events = await work();
    const [used] = await asSuperuser<{ statements: number; wal: number }>(
      `SELECT (SELECT sum(calls)::float FROM pg_stat_statements s JOIN pg_roles r ON r.oid = s.userid WHERE r.rolname = 'anuyat_app') AS statements,
              pg_wal_lsn_diff(pg_current_wal_insert_lsn(), $1)::float AS wal`,
      [lsn],
    );
    return { statements: (used?.statements ?? Number.NaN) / events, walBytes: (used?.wal ?? Number.NaN) / events };
  };
  const byOne = (step: (typeof walk)[number]) => async (): Promise<number> => {
    for (const id of ids) await running.registrar.receive({ applicationId: id, ...step });
    return ids.length;
  };
  await running.registrar.receive({ applicationId: (await fileCases(running, 1))[0] ?? '', ...(walk[0] as (typeof walk)[number]) });
  const single: Usage[] = [];
  for (const step of walk) single.push(await usage(byOne(step)));
  const batch = await usage(async () => {
    for (let at = 0; at < batched.length; at += BATCH) await running.registrar.receiveMany(batched.slice(at, at + BATCH).map((applicationId) => ({ applicationId, ...(walk[0] as (typeof walk)[number]) })));
    return batched.length;
  });
  await asSuperuser(`ALTER SYSTEM SET pg_stat_statements.track = 'none'`);
  await asSuperuser('SELECT pg_reload_conf()');
  await verifyApplications(running, ids, { status: 'issued', revision: walk.length + 1 });
  await verifyApplications(running, batched, { revision: 2 });
  await asSuperuser('TRUNCATE outbox');
  return { bounds: boundsOf(single, batch), notes: { stepByStep: Object.fromEntries(walk.map(({ type }, at) => [type, single[at]])), batch, largestStates: largestStates() } };
}

function boundsOf(single: readonly Usage[], batch: Usage): Bound[] {
  const states = largestStates();
  const largest = Math.max(...Object.values(states));
  return [
    { name: 'G3.statements', what: 'statements of an event that asks no rule', sense: '<=', floor: 2, reached: single[0]?.statements ?? Number.NaN, unit: 'statements' },
    { name: 'G3.statements.all', what: 'statements of an event, over all six after the filing (one asks whether a fee is due)', sense: '<=', floor: 2.2, reached: mean(single.map(({ statements }) => statements)), unit: 'statements' },
    { name: 'G3.statements.batch', what: 'statements of an event in batches of 50', sense: '<=', floor: 0.2, reached: batch.statements, unit: 'statements' },
    { name: 'G3.wal', what: 'write-ahead log of an event, full-page images after a checkpoint included', sense: '<=', floor: 8_192, reached: mean(single.map(({ walBytes }) => walBytes)), unit: 'bytes' },
    { name: 'G3.state', what: `stored state, the largest of ${Object.keys(states).length} licences`, sense: '<=', floor: 2_048, reached: largest, unit: 'bytes' },
  ];
}

/** The largest state that random lives of each licence come to, in bytes of JSON. */
function largestStates(): Record<string, number> {
  const random = randomFrom(7);
  return Object.fromEntries([...licences, processLicence].map((definition) => [definition.code, Math.max(...Array.from({ length: 30 }, () => largestOfLife(definition, random)))]));
}

function largestOfLife(definition: LicenceDefinition, random: () => number): number {
  let state: StoredState = open(definition, anyFacts).state;
  let largest = bytesOf(state);
  for (let step = 0; step < 60; step++) {
    const accepted = acceptedEvents(definition, state);
    if (accepted.length === 0) return largest;
    state = advance(definition, state, accepted[Math.floor(random() * accepted.length)] ?? '', anyFacts).state;
    largest = Math.max(largest, bytesOf(state));
  }
  return largest;
}

/** Enough for every rule to say something; what it says does not matter here. */
const anyFacts = {
  place: { province: '10', estate: null, zone: null },
  premises: { areaSqm: 600, storeys: 2, tenure: 'rent' },
  business: { areaSqm: 180, capitalBaht: 1_000_000, activities: ['56101'] },
  food: { kind: 'restaurant', seats: 200, wastewaterTo: 'waterway' },
  filing: { date: '2026-11-23' },
};

const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
