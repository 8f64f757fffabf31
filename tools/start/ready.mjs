import { setTimeout as wait } from 'node:timers/promises';
import { Refusal } from '../lib/say.mjs';

const patience = 90_000;

/** Resolves when the address answers with success; rejects with the signal's reason when that comes first. */
export async function untilReady(address, signal) {
  for (const end = Date.now() + patience; Date.now() < end; await wait(100)) {
    signal.throwIfAborted();
    const answer = await fetch(address, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
    if (answer?.ok) return;
  }
  throw new Refusal(`${address} did not answer within ${patience / 1000} seconds; the logs say why.`);
}
