import { isNoisy, type Round } from './arithmetic';
import { told } from './rounds';

/** A promise of performance with what was reached. */
export interface Bound {
  /** Name in the `ratios` map: goal and what is compared. */
  name: string;
  /** A sentence for people. */
  what: string;
  /** `>=`: at least the floor; `<=`: at most. */
  sense: '>=' | '<=';
  floor: number;
  reached: number;
  /** Of what it was reached; absent: a plain ratio. */
  unit?: string;
  /** Whether more than half of the counted rounds were disturbed by others. */
  isNoisy?: boolean;
  /** Each round's own value. */
  rounds?: number[];
}

/** What a group of measurements gives. */
export interface Findings {
  bounds: Bound[];
  /** Figures without a promise. */
  notes: Record<string, unknown>;
}

/** A figure that could not be taken has not kept its promise. */
export function isKept({ sense, floor, reached }: Bound): boolean {
  return sense === '>=' ? reached >= floor : reached <= floor;
}

/** Whether most of these rounds were disturbed. */
export function areNoisy(rounds: readonly Round[]): boolean {
  return rounds.filter(isNoisy).length * 2 > rounds.length;
}

/** One line for a bound. */
export function lineOf(bound: Bound): string {
  const { name, what, sense, floor, reached, unit = 'x' } = bound;
  const value = unit === 'x' ? `${reached.toFixed(2)} x` : `${told(reached)} ${unit}`;
  return `${isKept(bound) ? '✓' : '✗'} ${name.padEnd(24)} ${value.padStart(14)}   ${sense === '>=' ? 'at least' : 'at most'} ${floor}${unit === 'x' ? ' x' : ` ${unit}`}${bound.isNoisy ? '  (noisy)' : ''}   ${what}`;
}
