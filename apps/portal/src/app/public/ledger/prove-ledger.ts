import type { LedgerConsistency, LedgerView } from '@anuyat/contract';
import { fromHex, isConsistent, readKey, readNote, toHex } from '@anuyat/ledger-proof';

/** How the check of the published roots went, from the oldest shown to the newest. */
export interface LedgerProof {
  outcome: 'proved' | 'bad-signature' | 'not-consistent' | 'unreachable';
  from: number;
  to: number;
}

/** Checks the newest root's signature, and that it contains the oldest root of the list. Trusts nothing that the answers say of themselves. */
export async function proveLedger({ keys, roots }: LedgerView): Promise<LedgerProof> {
  const [oldest, newest] = [roots.at(-1), roots[0]];
  if (!oldest || !newest) return { outcome: 'unreachable', from: 0, to: 0 };
  const range = { from: oldest.number, to: newest.number };
  const known = keys.map(({ text }) => readKey(text)).filter((key) => key !== undefined);
  for (const { number, size, root } of [oldest, newest]) {
    const read = readNote(await text(`/api/ledger/roots/${number}/note`), known);
    if (read?.root.size !== size || toHex(read.root.root) !== root) return { outcome: 'bad-signature', ...range };
  }
  const { path } = JSON.parse(await text(`/api/ledger/consistency?from=${oldest.number}&to=${newest.number}`)) as LedgerConsistency;
  const isProved = isConsistent(oldest.size, newest.size, fromHex(oldest.root), fromHex(newest.root), path.map(fromHex));
  return { outcome: isProved ? 'proved' : 'not-consistent', ...range };
}

async function text(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
  return response.text();
}
