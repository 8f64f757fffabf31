import { rowsOf, type Invariant } from './world';

interface Series {
  what: string;
  sql: string;
}

/** Every series of numbers that must have no gap: all of one office and one year, or of one day. */
const SERIES: readonly Series[] = [
  { what: 'licences', sql: `SELECT regexp_replace(number, '-[0-9]+$', '') AS series, number, substring(number from '[0-9]+$')::int AS n FROM licence` },
  { what: 'receipts', sql: `SELECT regexp_replace(receipt_number, '-[0-9]+$', '') AS series, receipt_number AS number, substring(receipt_number from '[0-9]+$')::int AS n FROM bill WHERE receipt_number IS NOT NULL` },
  { what: 'cases', sql: `SELECT split_part(number, '-', 1) AS series, number, split_part(number, '-', 2)::int AS n FROM case_file WHERE number IS NOT NULL` },
];

/** I3: licence numbers, and with them receipts' and cases', are 1 to n. */
export const numbersGapless: Invariant = {
  id: 'I3', title: 'Numbers of licences, receipts and cases have no gap and no double',
  async check(world) {
    const breaches: string[] = [];
    const told: string[] = [];
    for (const { what, sql } of SERIES) {
      const rows = await rowsOf<{ series: string; number: string; n: number }>(world, sql);
      const groups = Map.groupBy(rows, ({ series }) => series);
      for (const [series, group] of groups) breaches.push(...faultsOf(what, series, group.map(({ n }) => n)));
      told.push(`${rows.length} ${what} in ${groups.size} series`);
    }
    const several = await rowsOf<{ id: string; n: string }>(world, `SELECT application_id AS id, count(*) AS n FROM licence GROUP BY 1 HAVING count(*) > 1`);
    breaches.push(...several.map(({ id, n }) => `The application ${id} has ${n} licences.`));
    const issued = await rowsOf<{ id: string; number: string | null }>(world, `
      SELECT h.application_id AS id, h.data ->> 'number' AS number FROM history h
       WHERE h.type = 'licence.issued' AND h.data ? 'number' AND NOT EXISTS (SELECT FROM licence l WHERE l.number = h.data ->> 'number')`);
    breaches.push(...issued.map(({ id, number }) => `The history of ${id} issued ${number}, and there is no such licence.`));
    return { checked: told.join(', '), breaches };
  },
};

function faultsOf(what: string, series: string, numbers: number[]): string[] {
  const sorted = numbers.toSorted((a, b) => a - b);
  const doubled = sorted.filter((n, at) => n === sorted[at - 1]);
  const present = new Set(sorted);
  const missing = Array.from({ length: sorted.at(-1) ?? 0 }, (_, at) => at + 1).filter((n) => !present.has(n));
  return [
    ...doubled.map((n) => `The number ${n} of the ${what} of ${series} was given twice.`),
    ...missing.map((n) => `The number ${n} of the ${what} of ${series} is missing.`),
  ];
}
