import type { DataSource } from 'typeorm';
import { asPortal } from '@anuyat/database';
import type { Reply } from '../cases/testing/test-api';
import type { Caller } from './caller';
import type { TestPortal } from './start-test-portal';

/** One address and who asks for it. */
export interface Asking {
  who: string;
  caller: Caller;
  operation: string;
  path: string;
}

/** Every address for each of these people. */
export async function askingsOf(portal: Pick<TestPortal, 'caller'>, hints: readonly string[], addresses: readonly Pick<Asking, 'operation' | 'path'>[]): Promise<Asking[]> {
  const people = await Promise.all([...new Set(hints)].map(async (who) => ({ who, caller: await portal.caller(who) })));
  return people.flatMap((one) => addresses.map((address) => ({ ...address, ...one })));
}

/** What somebody is told with row security and would be told without it. */
export interface Difference {
  who: string;
  operation: string;
  path: string;
  withRowSecurity: string;
  without: string;
}

export interface BothReadings {
  differences: Difference[];
  /** Operations that somebody was answered with 200, read with row security. */
  guarded: string[];
}

/** What tells the moment of the answer and nothing else. */
const OF_THE_MOMENT = ['asOf', 'checkedAt', 'copiedAt', 'instance'];

/** What moves by itself between two readings is read again; what differs each time is a difference. */
const ROUNDS = 3;

const NOT_LET_IN = 403;

/**
 * Asks everything twice, once as it is and once with the portal's own rights in the same place, and tells where the answers are not the same: where they differ,
 * either a policy keeps from somebody what is theirs, or a statement asks for what is not.
 */
export async function readBothWays(portal: Pick<TestPortal, 'running'>, askings: readonly Asking[]): Promise<BothReadings> {
  const { source } = portal.running;
  const differences: Difference[] = [];
  const guarded = new Set<string>();
  for (const [operation, of] of Map.groupBy(askings, (asking) => asking.operation)) {
    let left = of;
    for (let round = 1; left.length > 0; round++) {
      const { answers: own, wasGuarded } = await counting(source, () => answersTo(left));
      if (!wasGuarded) break;
      const portals = await asIfPortal(source, () => answersTo(left));
      if (own.some((reply) => reply?.status === 200)) guarded.add(operation);
      const pairs = left.map((asking, at) => ({ asking, withRowSecurity: told(own[at]), without: told(portals[at]) })).filter(({ withRowSecurity, without }) => withRowSecurity !== without);
      left = pairs.map(({ asking }) => asking);
      if (round === ROUNDS) {
        differences.push(...pairs.map(({ asking: { who, path }, ...both }) => ({ who, operation, path, ...apart(both) })));
        break;
      }
    }
  }
  return { differences, guarded: [...guarded] };
}

/** People at once, each one thing after the other; whom an operation does not let in is answered once. */
async function answersTo(askings: readonly Asking[]): Promise<(Reply<unknown> | undefined)[]> {
  const replies = new Map<Asking, Reply<unknown>>();
  await Promise.all([...Map.groupBy(askings, ({ who }) => who).values()].map(async (own) => {
    for (const asking of own) {
      const reply = await asking.caller.call('GET', asking.path);
      replies.set(asking, reply);
      if (reply.status === NOT_LET_IN) break;
    }
  }));
  return askings.map((asking) => replies.get(asking));
}

/** Whether anything was read with the rights of a person meanwhile: that is the only kind of reading that is one transaction from its beginning. */
async function counting<T>(source: DataSource, work: () => Promise<T>): Promise<{ answers: T; wasGuarded: boolean }> {
  let wasGuarded = false;
  const create = source.createQueryRunner;
  source.createQueryRunner = (mode) => {
    const runner = create(mode);
    wasGuarded ||= runner.isTransactionActive;
    return runner;
  };
  return work().then((answers) => ({ answers, wasGuarded })).finally(() => (source.createQueryRunner = create));
}

/** Whatever is read meanwhile is read with the portal's own rights, whoever asked for it. */
async function asIfPortal<T>(source: DataSource, work: () => Promise<T>): Promise<T> {
  const create = source.createQueryRunner;
  source.createQueryRunner = (mode) => asPortal(() => create(mode));
  return work().finally(() => (source.createQueryRunner = create));
}

function told(reply: Reply<unknown> | undefined): string {
  const body = Buffer.isBuffer(reply?.body) ? reply.body.toString('base64') : reply?.body;
  return JSON.stringify([reply?.status, body], (key, value: unknown) => (OF_THE_MOMENT.includes(key) ? undefined : inOrder(value)));
}

/** Fields of an object have no order. */
function inOrder(value: unknown): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => one.localeCompare(other))) : value;
}

/** The two from where they part. */
function apart({ withRowSecurity, without }: Pick<Difference, 'withRowSecurity' | 'without'>): Pick<Difference, 'withRowSecurity' | 'without'> {
  let at = 0;
  while (withRowSecurity[at] === without[at]) at++;
  const from = Math.max(0, at - 120);
  return { withRowSecurity: withRowSecurity.slice(from, at + 180), without: without.slice(from, at + 180) };
}
