/** A count below this could tell who is behind it. */
export const SMALLEST_CELL = 5;

/**
 * A count for somebody who may not read what was counted: `null` stands for “fewer than five”. None is told as none, for it is about nobody.
 * Whoever may open each of the counted applications is told the number, since hiding it would hide nothing.
 */
export function cellFor(count: number, mayReadEach: boolean): number | null {
  return mayReadEach || count === 0 || count >= SMALLEST_CELL ? count : null;
}
