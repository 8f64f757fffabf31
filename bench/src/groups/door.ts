import { Pool } from 'pg';
import type { RunningRegistrar } from '@anuyat/registrar';
import { makeApplications, sevenForNode, sevenStatements, twoStatements, YARDSTICK_APPLICATIONS } from '../contenders/event-sql';
import { findPgbench, runPgbench } from '../contenders/pgbench';
import { receiveBySaving } from '../contenders/saving';
import { fileCases } from '../ground/filing';
import { IN_FLIGHT, type Ground } from '../ground/ground';
import { processLicence, walk } from '../ground/process-licence';
import { verifyApplications } from '../ground/verify';
import { cpuPerThing, medianRatio, ratios, type Round } from '../harness/arithmetic';
import { areNoisy, type Bound, type Findings } from '../harness/bounds';
import { alternate, inFlight, type Contender } from '../harness/rounds';

const BATCH = 50;
/** More events than the contender can send in a second. */
const EVENTS_PER_SECOND = { door: 12_000, alone: 4_000, save: 2_500, batch: 24_000 };

/** G1, G2 and G4: events through the door, against the database's own limit, against `save`, and in batches. */
export async function measureDoor(ground: Ground): Promise<Findings> {
  const { server, asSuperuser } = await ground.database();
  const running = await ground.registrar();
  await asSuperuser(makeApplications);
  const pgbench = findPgbench();
  const pool = new Pool({ connectionString: server.appUrl, max: IN_FLIGHT });
  pool.on('error', () => undefined);
  const door = new Walkers(running, (id, step) => running.registrar.receive({ applicationId: id, ...step }));
  const alone = new Walkers(running, (id, step) => running.registrar.receive({ applicationId: id, ...step }), 1);
  const saving = new Walkers(running, (id, step) => receiveBySaving(running, id, step));
  const batches = new BatchWalkers(running);
  const bySeven = (name: string, script: string): Contender => ({
    name,
    work: async (seconds) => {
      const run = await runPgbench(pgbench ?? '', server.appUrl, name, script, seconds);
      return { done: run.transactions, seconds: run.seconds };
    },
  });
  const contenders: Contender[] = [
    door.contender('door', ground.seconds * EVENTS_PER_SECOND.door),
    alone.contender('alone', ground.seconds * EVENTS_PER_SECOND.alone),
    ...(pgbench ? [bySeven('pgbench 7', sevenStatements), bySeven('pgbench 2', twoStatements)] : []),
    { name: 'node 7', work: async (seconds) => ({ done: await inFlight(IN_FLIGHT, seconds, () => sevenByNode(pool)) }) },
    saving.contender('save', ground.seconds * EVENTS_PER_SECOND.save),
    batches.contender('batch', ground.seconds * EVENTS_PER_SECOND.batch),
  ];
  for (const { prepare } of contenders) await prepare?.();
  await asSuperuser('ANALYZE');
  const rounds = await alternate('door', contenders, ground);
  await pool.end();
  for (const walkers of [door, alone, saving, batches]) await walkers.verify();
  await asSuperuser('TRUNCATE outbox');
  return { bounds: boundsOf(rounds, pgbench !== undefined), notes: notesOf(rounds, pgbench) };
}

function boundsOf(rounds: readonly Round[], hasPgbench: boolean): Bound[] {
  const noisy = areNoisy(rounds);
  const bound = (name: string, what: string, floor: number, over: string, under: string): Bound => ({
    name, what, sense: '>=', floor, reached: medianRatio(rounds, over, under), rounds: ratios(rounds, over, under), isNoisy: noisy,
  });
  const limits = hasPgbench
    ? [
        bound('G1.door/pgbench7', 'events through the door, one Node process, against pgbench with the seven statements', 0.6, 'door', 'pgbench 7'),
        bound('G1.door/pgbench2', 'the same against pgbench with the door’s own two statements', 0.35, 'door', 'pgbench 2'),
        bound('G4.batch/pgbench7', 'events in batches of 50 against pgbench with the seven statements', 1.3, 'batch', 'pgbench 7'),
      ]
    : [bound('G1.door/node7', 'no pgbench is installed: against the seven statements from Node', 1.2, 'door', 'node 7')];
  return [
    ...limits,
    bound('G2.door/save', 'events through the door against load, change, em.save', 3.5, 'door', 'save'),
    {
      name: 'G4.cpu', what: 'CPU for an event in batches of 50 against one after the other', sense: '<=', floor: 0.5,
      reached: medianRatio(rounds, 'batch', 'alone', cpuPerThing), rounds: ratios(rounds, 'batch', 'alone', cpuPerThing), isNoisy: noisy,
    },
  ];
}

function notesOf(rounds: readonly Round[], pgbench: string | undefined): Record<string, unknown> {
  const names = Object.keys(rounds[0] ?? {});
  return {
    yardstick: pgbench ?? 'seven statements from Node; no pgbench is installed',
    rates: Object.fromEntries(names.map((name) => [name, rounds.map((round) => Math.round((round[name]?.done ?? 0) / (round[name]?.seconds ?? 1)))])),
    cpuMicroseconds: Object.fromEntries(names.map((name) => [name, rounds.map((round) => Math.round(cpuPerThing(round[name] ?? { done: 0, seconds: 1 })))])),
    nodeMicroseconds: Object.fromEntries(names.map((name) => [name, rounds.map((round) => Math.round(((round[name]?.nodeSeconds ?? 0) * 1e6) / (round[name]?.done ?? 1)))])),
    foreign: rounds.map((round) => Object.values(round).map(({ foreign = 0 }) => Math.round(foreign * 100) / 100)),
  };
}

async function sevenByNode(pool: Pool): Promise<number> {
  const client = await pool.connect();
  try {
    const n = 1 + Math.floor(Math.random() * YARDSTICK_APPLICATIONS);
    await client.query({ name: 'seven-begin', text: 'BEGIN' });
    const [read, ...writes] = sevenForNode;
    const { rows } = await client.query({ ...read, values: [n], text: read?.text ?? '' });
    for (const { name, text } of writes) await client.query({ name, text, values: text.includes('$2') ? [n, rows[0].rev] : [n] });
    await client.query({ name: 'seven-commit', text: 'COMMIT' });
    return 1;
  } finally {
    client.release();
  }
}

/**
 * Walk filed applications through the six events after their filing. Like offices do, they go from one application to another: the next
 * event of one comes when all the others had theirs.
 */
class Walkers {
  protected readonly finished: string[] = [];
  private queue: { id: string; at: number }[] = [];

  constructor(
    protected readonly running: RunningRegistrar,
    private readonly send: (id: string, step: (typeof walk)[number]) => Promise<unknown>,
    private readonly atOnce = IN_FLIGHT,
  ) {}

  /** @param wanted events that the waiting applications can take at the beginning of a slice, at least. */
  contender(name: string, wanted: number): Contender {
    return {
      name,
      prepare: async () => {
        const left = this.queue.reduce((sum, { at }) => sum + walk.length - at, 0);
        const ids = await fileCases(this.running, Math.max(0, Math.ceil((wanted - left) / walk.length)));
        this.queue = shuffled([...this.queue, ...ids.map((id) => ({ id, at: 0 }))]);
      },
      work: async (length) => ({ done: await this.work(length) }),
    };
  }

  protected work(seconds: number): Promise<number> {
    return inFlight(this.atOnce, seconds, async () => {
      const application = this.take();
      await this.send(application.id, walk[application.at] as (typeof walk)[number]);
      application.at += 1;
      if (application.at === walk.length) this.finished.push(application.id);
      else this.queue.unshift(application);
      return 1;
    });
  }

  protected take(): { id: string; at: number } {
    const application = this.queue.pop();
    if (!application) throw new Error('More applications were walked than were filed.');
    return application;
  }

  async verify(): Promise<void> {
    await verifyApplications(this.running, this.finished, { status: 'issued', revision: walk.length + 1, definition: processLicence });
    await verifyApplications(this.running, this.queue.map(({ id }) => id));
  }
}

/** The same in batches: fifty applications a transaction, one event of each, two batches at a time. */
class BatchWalkers extends Walkers {
  constructor(running: RunningRegistrar) {
    super(running, () => Promise.resolve());
  }

  protected override work(seconds: number): Promise<number> {
    return inFlight(2, seconds, async () => {
      const ids = Array.from({ length: BATCH }, () => this.take().id);
      for (const step of walk) {
        const outcomes = await this.running.registrar.receiveMany(ids.map((applicationId) => ({ applicationId, ...step })));
        const failed = outcomes.find(({ failure }) => failure);
        if (failed) throw failed.failure;
      }
      this.finished.push(...ids);
      return BATCH * walk.length;
    });
  }
}

function shuffled<T>(values: T[]): T[] {
  return values.map((value) => ({ value, at: Math.random() })).sort((a, b) => a.at - b.at).map(({ value }) => value);
}
