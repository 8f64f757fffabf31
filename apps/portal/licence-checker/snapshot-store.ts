import type { Snapshot } from '@anuyat/licence-code';

const KEPT = 'anuyat-snapshot';

/** The newest snapshot that can be had: fetched now, else the one that this device kept. */
export async function newestSnapshot(): Promise<{ snapshot: Snapshot | undefined; isOnline: boolean }> {
  try {
    const answer = await fetch('/api/seals/snapshot', { cache: 'no-store', signal: AbortSignal.timeout(5_000) });
    if (!answer.ok) throw new Error('There is no snapshot now.');
    const text = await answer.text();
    localStorage.setItem(KEPT, text);
    return { snapshot: JSON.parse(text) as Snapshot, isOnline: true };
  } catch {
    return { snapshot: keptSnapshot(), isOnline: false };
  }
}

/** What this device kept, if it kept any. */
export function keptSnapshot(): Snapshot | undefined {
  try {
    return (JSON.parse(localStorage.getItem(KEPT) ?? 'null') as Snapshot | null) ?? undefined;
  } catch {
    return undefined;
  }
}
