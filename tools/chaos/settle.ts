import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { agencies } from '@anuyat/dictionary/reference';
import { agencyQueue } from '@anuyat/registrar';
import type { JobsLeft, Meddler } from './faults/meddler';
import type { LetterThere } from './invariants/world';
import type { Ground } from './stage/ground';

/** As in apps/worker/src/start-worker.ts, but for the bells, which are hung again and again. */
const QUEUES = [...agencies.map(({ code }) => agencyQueue(code)), 'reviews', 'cashier', 'licences', 'notices', 'order', 'decisions', 'defects', 'mail'];

/** What still moves: effects, clocks that are due, contents that nobody has scanned, letters, lives of licences that are not open yet. */
const UNSETTLED = `
  SELECT (SELECT count(*) FROM outbox) + (SELECT count(*) FROM timer WHERE stopped_at IS NULL AND fired_at IS NULL AND due_at <= now())
       + (SELECT count(*) FROM stored_file WHERE scan = 'waiting') + (SELECT count(*) FROM letter WHERE state = 'waiting') AS n`;

const LOOK_MS = 400;

/** How the work came to rest. */
export interface Settled {
  isSettled: boolean;
  milliseconds: number;
}

/** Waits until nothing is left to be done, twice in a row. */
export async function settle(meddler: Meddler, patienceMs: number): Promise<Settled> {
  const begun = Date.now();
  for (let quiet = 0; Date.now() - begun < patienceMs; await wait(LOOK_MS)) {
    const [row] = await meddler.query<{ n: string }>(UNSETTLED).catch(() => []);
    quiet = row && Number(row.n) === 0 && (await countJobs(meddler)).waiting === 0 ? quiet + 1 : 0;
    if (quiet === 2) return { isSettled: true, milliseconds: Date.now() - begun };
  }
  return { isSettled: false, milliseconds: Date.now() - begun };
}

/** What is in the queues, in all but that of the bells. */
export async function countJobs(meddler: Meddler): Promise<JobsLeft> {
  const counts = await Promise.all(QUEUES.map((queue) => meddler.countJobs(queue)));
  return counts.reduce((sum, { waiting, held }) => ({ waiting: sum.waiting + waiting, held: sum.held + held }));
}

/** The bank's own book. */
export async function readBankBook({ settings }: Pick<Ground, 'settings'>): Promise<{ transactionId: string; ref1: string; amount: string }[]> {

  const text = await readFile(join(settings.sandbox.dataDir, 'sandbox', 'bank-ledger.jsonl'), 'utf8').catch(() => '');
  return text.split('\n').filter((line) => line.startsWith('{"paid"')).map((line) => (JSON.parse(line) as { paid: { transactionId: string; ref1: string; amount: string } }).paid);
}

/** What lies in everybody's mailbox. */
export async function readMailboxes({ settings }: Pick<Ground, 'settings'>): Promise<LetterThere[]> {
  const text = await readFile(join(settings.sandbox.dataDir, 'sandbox', 'mail.jsonl'), 'utf8').catch(() => '');
  const lines = text.split('\n').filter((line) => line.endsWith('}')).map((line) => JSON.parse(line) as { to: string; raw: string });
  return lines.map(({ to, raw }) => ({ to, messageId: /^message-id:\s*(<[^>]*>)/im.exec(Buffer.from(raw, 'base64').toString('utf8'))?.[1] ?? '' }));
}
