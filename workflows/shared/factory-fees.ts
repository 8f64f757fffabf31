/** Fee of a factory licence in baht, up to and including each horsepower. From memory of the table, to be confirmed by the department. */
export const horsepowerTable: readonly (readonly [upTo: number, baht: number])[] = [
  [20, 500], [50, 1_000], [100, 1_500], [200, 3_000], [300, 5_000], [400, 7_000], [500, 9_000], [600, 12_000], [700, 15_000],
  [800, 18_000], [900, 21_000], [1_000, 24_000], [2_000, 30_000], [3_000, 35_000], [4_000, 40_000], [5_000, 45_000], [6_000, 50_000],
];

/** Fee of more horsepower than the table names. */
export const beyondTheTable = 60_000;

/** Reads the fee off the table by `machinery.horsepower`, as FEEL. */
export function byHorsepower(): string {
  return horsepowerTable.reduceRight((otherwise, [upTo, baht]) => `if machinery.horsepower <= ${upTo} then ${baht} else ${otherwise}`, String(beyondTheTable));
}
