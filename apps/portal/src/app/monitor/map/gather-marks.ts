import type { EstateCount } from '@anuyat/contract';

/** A place on the drawing, in its pixels. */
export interface Spot {
  x: number;
  y: number;
}

/** One mark of the map: a territory, or several that would lie on top of each other at this zoom. */
export interface Mark {
  spot: Spot;
  members: EstateCount[];
  total: number;
  overdue: number;
}

/**
 * Marks for territories whose position is known. Those nearer to each other than `reach` pixels become one mark in their
 * middle, the largest first, so that every mark can be seen, read and pressed.
 */
export function gatherMarks(territories: readonly EstateCount[], spotOf: (position: { lat: number; lon: number }) => Spot, reach: number): Mark[] {
  const bySize = territories.flatMap((one) => (one.position ? [{ one, spot: spotOf(one.position) }] : [])).sort((a, b) => b.one.counts.total - a.one.counts.total);
  const marks: Mark[] = [];
  for (const { one, spot } of bySize) {
    const near = marks.find((mark) => Math.hypot(mark.spot.x - spot.x, mark.spot.y - spot.y) < reach);
    if (near) join(near, one, spot);
    else marks.push({ spot, members: [one], total: one.counts.total, overdue: one.counts.overdue });
  }
  return marks;
}

function join(mark: Mark, one: EstateCount, spot: Spot): void {
  const count = mark.members.length;
  mark.spot = { x: (mark.spot.x * count + spot.x) / (count + 1), y: (mark.spot.y * count + spot.y) / (count + 1) };
  mark.members.push(one);
  mark.total += one.counts.total;
  mark.overdue += one.counts.overdue;
}

/** Five sizes, so that a mark with many applications is seen first; 1 is for none. */
export function sizeOf(total: number): 1 | 2 | 3 | 4 | 5 {
  if (total === 0) return 1;
  if (total < 5) return 2;
  if (total < 20) return 3;
  return total < 100 ? 4 : 5;
}
