import type { Snapshot } from '@anuyat/licence-code';

const KEPT = 'anuyat-snapshot';

/**
 * The newest snapshot that can be had: fetched now, else the one that this device kept. What is no snapshot, such as the sign-in page of a hotel's
 * network that answers in the portal's place, takes nobody's place; a device that keeps nothing is online all the same.
 */
export async function newestSnapshot(): Promise<{ snapshot: Snapshot | undefined; isOnline: boolean }> {
  try {
    const answer = await fetch('/api/seals/snapshot', { cache: 'no-store', signal: AbortSignal.timeout(5_000) });
    const text = await answer.text();
    const snapshot = answer.ok ? readSnapshot(text) : undefined;
    if (!snapshot) throw new Error('There is no snapshot now.');
    keep(text);
    return { snapshot, isOnline: true };
  } catch {
    return { snapshot: keptSnapshot(), isOnline: false };
  }
}

/** What this device kept, if it kept any. */
export function keptSnapshot(): Snapshot | undefined {
  try {
    return readSnapshot(localStorage.getItem(KEPT) ?? '');
  } catch {
    return undefined;
  }
}

function keep(text: string): void {
  try {
    localStorage.setItem(KEPT, text);
  } catch {
    // A full or closed store: the check goes on with what was fetched.
  }
}

function readSnapshot(text: string): Snapshot | undefined {
  try {
    const { takenAt, keys, agencies, titles, lists } = JSON.parse(text) as Partial<Snapshot>;
    const isWhole = typeof takenAt === 'string' && !Number.isNaN(Date.parse(takenAt)) && Array.isArray(keys) && [agencies, titles, lists].every((part) => typeof part === 'object' && part !== null);
    return isWhole ? ({ takenAt, keys, agencies, titles, lists } as Snapshot) : undefined;
  } catch {
    return undefined;
  }
}
