/** How long something took, or how long it has taken so far. */
export interface Duration {
  length: number;
  hasEnded: boolean;
}

/**
 * The length that this share of durations does not exceed, by the product-limit estimate of Kaplan and Meier: those that still run count
 * for as long as they have run, so that a window of recent work does not look quicker than it is.
 * @returns undefined when the ended ones do not reach that share.
 */
export function censoredQuantile(durations: readonly Duration[], share: number): number | undefined {
  const sorted = [...durations].sort((a, b) => a.length - b.length || Number(b.hasEnded) - Number(a.hasEnded));
  let surviving = 1;
  for (const [at, { length, hasEnded }] of sorted.entries()) {
    if (!hasEnded) continue;
    surviving *= 1 - 1 / (sorted.length - at);
    if (surviving <= 1 - share + 1e-12) return length;
  }
  return undefined;
}
