import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { signMessage } from '@anuyat/http/signed-message';
import type { Inject } from './stage';

/** Jobs are delivered two to five times and in any order, also those whose effect was done long ago. */
export const doubleJobs: Inject = async ({ meddler, random }) => {
  const count = await meddler.deliverAgain(random);
  return count === 0 ? undefined : `${count} jobs`;
};

const REBUILT_MS = 60_000;
const LOOK_MS = 250;

/**
 * Everything in the queues is gone: FLUSHALL in Redis, or the tables of jobs truncated. What had been handed over is done all the same,
 * within a minute. @throws when it is not.
 */
export const emptyQueue: Inject = async ({ meddler }) => {
  const begun = performance.now();
  const handed = await meddler.empty();
  while ((await meddler.countLeft(handed)) > 0) {
    if (performance.now() - begun > REBUILT_MS) throw new Error(`${await meddler.countLeft(handed)} of ${handed.length} effects that had been handed over are not done after a minute: ${await meddler.tellLeft(handed)}.`);
    await wait(LOOK_MS);
  }
  return `${handed.length} effects had been handed over and were done in ${((performance.now() - begun) / 1_000).toFixed(1)} s`;
};

/** The bank delays its word about a payment, keeps it back, tells it twice or tells a wrong amount. */
export const lieAsBank: Inject = ({ load, random }) => {
  const fault = random.pick(['delay', 'drop', 'duplicate', 'wrong-amount']);
  load.bankFaults.push(fault);
  return Promise.resolve(fault);
};

const DUE = `SELECT ref1, ref2, biller_id, total FROM bill WHERE status = 'due' ORDER BY id LIMIT 1`;

/** Somebody who is not the bank says that a bill was paid; and what the bank said long ago is said again with another amount. */
export const forgeCallback: Inject = async ({ ground, load, meddler, random }) => {
  const [due] = await meddler.query<{ ref1: string; ref2: string; biller_id: string; total: number }>(DUE);
  const amount = due ? (due.total / 100).toFixed(2) : '100.00';
  const body = JSON.stringify({ transactionId: `FORGED${randomUUID()}`, payeeProxyId: due?.biller_id ?? '099400000000000', billPaymentRef1: due?.ref1 ?? 'NOBODY', billPaymentRef2: due?.ref2 ?? '', amount });
  const isOld = random.next() < 0.5;
  const [secret, at] = isOld ? [ground.settings.sandbox.callbackSecret, new Date(Date.now() - 86_400_000)] : ['a secret that somebody made up and no bank has', new Date()];
  const reply = await fetch(`${ground.url}/api/payments/callback`, {
    method: 'POST', headers: { 'content-type': 'application/json', 'x-bank-signature': signMessage(secret, body, at) }, body, signal: AbortSignal.timeout(5_000),
  }).catch(() => undefined);
  if (reply?.ok) load.journal.lies.push(`A forged callback was believed: ${await reply.text()}`);
  return `${isOld ? 'signed a day ago' : 'signed by a stranger'}: ${reply?.status ?? 'no answer'}`;
};
