import pg from 'pg';
import { readConfiguration, createDataSource } from '@anuyat/database';
import { openContents } from '@anuyat/documents';
import { DefinitionLibrary, GovernmentCalendar } from '@anuyat/registrar';
import type { Wishes } from './arguments';
import { Chaos, type DoneFault } from './faults/chaos';
import { UNNOTICED } from './faults/kinds';
import { Meddler } from './faults/meddler';
import { planFaults } from './faults/schedule';
import { checkAll, type Checked } from './invariants/all';
import type { World } from './invariants/world';
import { Load } from './load/load';
import { Prying } from './load/prying';
import { TimePasses } from './load/time-passes';
import { Random } from './random';
import { countJobs, readBankBook, readMailboxes, settle, type Settled } from './settle';
import { startGround, type Ground } from './stage/ground';

/** How a run went. */
export interface RunReport {
  seed: number;
  backend: 'PostgreSQL' | 'Redis';
  cases: number;
  faults: DoneFault[];
  checked: Checked[];
  /** What kept the run itself from being done, as a breach: a case that came to no end, a fault that could not be done. */
  troubles: string[];
  settled: Settled;
  seconds: { start: number; load: number; check: number };
  counts: Record<string, number>;
  isUnbroken: boolean;
}

export interface Programs {
  folder: string;
  flags: readonly string[];
}

const APPLICANTS = 40;
const SETTLE_MS = 120_000;

/** Runs the load while the planned faults are done, waits until all has settled, and checks what has to hold. */
export async function runChaos(wishes: Wishes, programs: Programs, tell: (line: string) => void): Promise<RunReport> {
  const { seed, cases, isOnRedis, patience, workers } = wishes;
  const begun = performance.now();
  const ground = await startGround({ programs: programs.folder, flags: programs.flags, isOnRedis, patience, workers, applicants: APPLICANTS + 1 });
  const started = performance.now();
  tell(`Started in ${seconds(started - begun)} s: api, ${workers} workers, sandbox, PostgreSQL${isOnRedis ? ', Redis' : ''}; ${ground.folder}`);
  const meddler = new Meddler(ground);
  try {
    const { load, chaos, time } = await runLoad(ground, meddler, wishes, tell);
    const settled = await settle(meddler, SETTLE_MS);
    const loaded = performance.now();
    tell(`${cases} cases and ${chaos.done.length} faults in ${seconds(loaded - started)} s, settled ${seconds(settled.milliseconds)} s after`);
    await withClient(ground, (client) => time.putBack(client));
    const checked = await inWorld(ground, { journal: load.journal, broughtForward: time.moved, jobsLeft: await countJobs(meddler), bank: await readBankBook(ground), mailboxes: await readMailboxes(ground) }, checkAll);
    const noticed = wishes.kinds?.every((kind) => UNNOTICED.includes(kind)) ? noticedBy(load.journal.counts) : [];
    const troubles = [...load.failures, ...chaos.failures, ...noticed, ...(settled.isSettled ? [] : ['The work did not settle within two minutes.'])];
    return {
      seed, backend: isOnRedis ? 'Redis' : 'PostgreSQL', cases, faults: chaos.done, checked, troubles, settled,
      seconds: { start: (started - begun) / 1_000, load: (loaded - started) / 1_000, check: (performance.now() - loaded) / 1_000 },
      counts: countsOf(ground, load),
      isUnbroken: troubles.length === 0 && checked.every(({ breaches }) => breaches.length === 0),
    };
  } finally {
    await meddler.close().catch(() => undefined);
    await ground.close(wishes.isKept);
  }
}

async function runLoad(ground: Ground, meddler: Meddler, { seed, cases, faults, isOnRedis, atOnce, kinds }: Wishes, tell: (line: string) => void): Promise<{ load: Load; chaos: Chaos; time: TimePasses }> {
  const [stranger, ...applicants] = ground.people.applicants;
  if (!stranger) throw new Error('There is nobody.');
  const load = new Load({ ...ground, people: { ...ground.people, applicants } }, cases, new Random(seed));
  const chaos = new Chaos(ground, load, meddler, planFaults(seed, faults, isOnRedis, kinds), cases);
  const time = new TimePasses(ground.database.superuserUrl, load.waiting);
  const prying = new Prying(ground.url, stranger, load.journal);
  const patience = setInterval(() => tell(`  … ${load.done} of ${cases} cases, ${chaos.done.length} faults`), 10_000);
  let isOver = false;
  try {
    await Promise.all([load.run(atOnce).finally(() => (isOver = true)), chaos.run(() => isOver)]);
  } finally {
    clearInterval(patience);
    await chaos.heal();
    await Promise.all([time.stop(), prying.stop()]);
  }
  return { load, chaos, time };
}

/** The database as a tool of the product would look at it, past all lines. */
async function inWorld<T>(ground: Ground, rest: Pick<World, 'journal' | 'broughtForward' | 'jobsLeft' | 'bank' | 'mailboxes'>, work: (world: World) => Promise<T>): Promise<T> {
  const configuration = readConfiguration({ ...ground.settings.environment, DATABASE_URL: ground.database.appUrl, REDIS_URL: '' });
  const source = await createDataSource(ground.database.appUrl, 'anuyat-chaos').initialize();
  try {
    const library = new DefinitionLibrary(source);
    const calendar = new GovernmentCalendar();
    await library.load();
    await calendar.reload(source);
    return await work({ source, library, calendar, contents: openContents(source, configuration), ...rest });
  } finally {
    await source.destroy();
  }
}

async function withClient(ground: Ground, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: ground.database.superuserUrl });
  await client.connect();
  await work(client).finally(() => client.end());
}

/** Programs that are replaced cost nobody an answer. */
function noticedBy({ cutOff, unavailable }: Load['journal']['counts']): string[] {
  return cutOff + unavailable === 0 ? [] : [`Programs were replaced and people noticed: ${cutOff} connections were cut off before the answer, ${unavailable} times it was said that the portal is away.`];
}

function countsOf(ground: Ground, { journal, steps }: Load): Record<string, number> {
  const starts = [ground.api, ...ground.workers].reduce((sum, program) => sum + program.starts - 1, 0);
  const lost = Object.values(ground.lines).reduce((sum, line) => sum + line.repliesLost, 0);
  return { steps, ...journal.counts, answersLostOnALine: lost, programsStartedAgain: starts };
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1_000).toFixed(1);
}
