import { Pool } from 'pg';
import { uuidv7 } from 'uuidv7';
import { bundledContenders } from '../contenders/bundled';
import { startNaive } from '../contenders/naive';
import { fileCases } from '../ground/filing';
import type { Ground } from '../ground/ground';
import { putToUse } from '../ground/in-use';
import { LANES, walk } from '../ground/process-licence';
import { verifyApplications } from '../ground/verify';
import { cpuPerThing, median, medianRatio, ratios, type Round } from '../harness/arithmetic';
import { areNoisy, type Bound, type Findings } from '../harness/bounds';
import { alternate, inFlight, type Contender } from '../harness/rounds';

const IN_FLIGHT = 32;
const WAVE = 32;
/** Waves under way at once. */
const WAVES = 4;

/** G6: whole cases, from filing to licence, against engines that do the same. */
export async function measureProcess(ground: Ground): Promise<Findings> {
  const database = await ground.database();
  const running = await ground.registrar();
  await putToUse(ground);
  const { startDbos, startBpmn } = await bundledContenders();
  const dbosUrl = await database.create('dbos');
  const dbos = await startDbos(dbosUrl, LANES);
  const naive = await startNaive(await database.create('naive'));
  const bpmnPool = new Pool({ connectionString: await database.create('bpmn'), max: 8 });
  bpmnPool.on('error', () => undefined);
  await bpmnPool.query('CREATE TABLE bpmn_case (id uuid PRIMARY KEY, state jsonb)');
  const bpmn = startBpmn(LANES, async (id, state) => {
    await bpmnPool.query({ name: 'save', text: 'INSERT INTO bpmn_case VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET state = excluded.state', values: [id, state] });
  });
  const issued = { direct: [] as string[], batch: [] as string[] };
  const done: Record<string, number> = {};
  const one = (name: string, work: () => Promise<number>): Contender => ({
    name,
    work: async (seconds) => {
      const count = await inFlight(name === 'batch' ? WAVES : IN_FLIGHT, seconds, work);
      done[name] = (done[name] ?? 0) + count;
      return { done: count };
    },
  });
  const through = (run: (id: string) => Promise<void>) => async (): Promise<number> => {
    await run(uuidv7());
    return 1;
  };
  const contenders = [
    one('direct', async () => {
      const [applicationId = ''] = await fileCases(running, 1);
      for (const step of walk) await running.registrar.receive({ applicationId, ...step });
      issued.direct.push(applicationId);
      return 1;
    }),
    one('batch', async () => {
      const ids = await fileCases(running, WAVE);
      await sendAll(running, ids, walk.slice(0, LANES.length));
      for (const step of walk.slice(LANES.length)) await sendAll(running, ids, [step]);
      issued.batch.push(...ids);
      return WAVE;
    }),
    one('DBOS steps', through(dbos.bySteps)),
    one('DBOS children', through(dbos.byChildren)),
    one('naive', through(naive.run)),
    one('bpmn-engine', through(bpmn.run)),
  ];
  const rounds = await alternate('process', contenders, { rounds: ground.rounds, seconds: ground.seconds * 1.5 });
  await verifyApplications(running, [...issued.direct, ...issued.batch], { status: 'issued', revision: walk.length + 1 });
  await verifyOthers(dbosUrl, await naive.countIssued(), done);
  await Promise.all([dbos.stop(), naive.stop(), bpmnPool.end()]);
  await database.asSuperuser('TRUNCATE outbox');
  return {
    bounds: boundsOf(rounds),
    notes: {
      casesPerSecond: Object.fromEntries(contenders.map(({ name }) => [name, Math.round(median(rounds.map((round) => (round[name]?.done ?? 0) / (round[name]?.seconds ?? 1))) * 10) / 10])),
      cpuMillisecondsPerCase: Object.fromEntries(contenders.map(({ name }) => [name, Math.round(median(rounds.map((round) => cpuPerThing(round[name] ?? { done: 1, seconds: 1 }))) / 100) / 10])),
    },
  };
}

type Running = Awaited<ReturnType<Ground['registrar']>>;

async function sendAll(running: Running, ids: readonly string[], steps: typeof walk): Promise<void> {
  const outcomes = await running.registrar.receiveMany(ids.flatMap((applicationId) => steps.map((step) => ({ applicationId, ...step }))));
  const failed = outcomes.find(({ failure }) => failure);
  if (failed) throw failed.failure;
}

/** The others' own tables must hold what they say they did. */
async function verifyOthers(dbosUrl: string, naiveIssued: number, done: Record<string, number>): Promise<void> {
  const pool = new Pool({ connectionString: dbosUrl, max: 1 });
  const { rows } = await pool.query(`SELECT name, count(*)::int AS count FROM dbos.workflow_status WHERE status = 'SUCCESS' GROUP BY name`);
  await pool.end();
  const found = Object.fromEntries(rows.map(({ name, count }) => [name, count]));
  const wrong = [
    ['DBOS steps', found['steps'], done['DBOS steps']],
    ['DBOS children', found['children'], done['DBOS children']],
    ['naive', naiveIssued, done['naive']],
  ].filter(([, has, said]) => has !== said);
  if (wrong.length > 0) throw new Error(`A contender did not do what was counted: ${JSON.stringify(wrong)}`);
}

function boundsOf(rounds: readonly Round[]): Bound[] {
  const isNoisy = areNoisy(rounds);
  const over = (ours: string, theirs: string, floor: number, what: string): Bound => ({
    name: `G6.${ours}/${theirs.replace(' ', '-')}`, what, sense: '>=', floor, reached: medianRatio(rounds, ours, theirs), rounds: ratios(rounds, ours, theirs), isNoisy,
  });
  return [
    over('direct', 'DBOS steps', 1.6, 'cases of seven events against DBOS Transact with one workflow of seven steps'),
    over('direct', 'DBOS children', 3, 'the same against DBOS with the reviews as child workflows'),
    over('batch', 'DBOS steps', 4, 'cases in waves of 32 through the batch lane against DBOS steps'),
    over('direct', 'naive', 1.8, 'against find, XState actor, save: no lock, no history, no effects'),
    over('direct', 'bpmn-engine', 4, 'against bpmn-engine in memory, its state saved after each event'),
    {
      name: 'G6.cpu/DBOS-steps', what: 'CPU for a case, all processes', sense: '<=', floor: 0.6,
      reached: medianRatio(rounds, 'direct', 'DBOS steps', cpuPerThing), rounds: ratios(rounds, 'direct', 'DBOS steps', cpuPerThing), isNoisy,
    },
  ];
}
