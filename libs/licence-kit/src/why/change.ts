/** How a changed number stands to the bound that it was moved over. */
export type Reach = 'at-most' | 'at-least' | 'more-than' | 'less-than' | 'exactly';

/** One fact changed; `null` takes it away. */
export interface Change {
  /** A concrete path: rows carry their number, such as `signs.0.widthCm`. */
  path: string;
  from: unknown;
  to: unknown;
  /** What is said of a number: at most 200, rather than exactly 200. */
  reach?: { as: Reach; value: number };
}

/** How large a change is, so that the smallest can be found: a number by its share, anything else counts as one. */
export function sizeOf({ from, to }: Change): number {
  if (typeof from === 'number' && typeof to === 'number') {
    const whole = Math.max(Math.abs(from), Math.abs(to));
    return whole === 0 ? 0 : Math.min(1, Math.abs(to - from) / whole);
  }
  if (Array.isArray(from) && Array.isArray(to)) return Math.max(1, Math.abs(to.length - from.length));
  return 1;
}
