import type { LicenceDefinition } from '../definition/licence-definition';
import { satangOf } from './satang-of';

/** The least and the most that the whole bill may come to before the facts are known, in satang. */
export function feeRange(definition: Pick<LicenceDefinition, 'fees'>): { min: number; max: number } {
  return definition.fees.reduce(
    (sum, { when, range }) => ({
      min: sum.min + (when === undefined ? satangOf(range.min) : 0),
      max: sum.max + satangOf(range.max),
    }),
    { min: 0, max: 0 },
  );
}
