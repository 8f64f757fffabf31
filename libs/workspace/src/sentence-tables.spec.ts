import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const rowsOf = (page: string): string[][] => readFileSync(`${root}docs/${page}.md`, 'utf8').split('\n').filter((line) => /^\| (?!sentence|---)/.test(line)).map((line) => line.slice(2, -2).split(' | '));

/** Tests of a cell: a file, and the sentences that follow it. */
const named = (cell: string): { file: string; test: string }[] =>
  [...cell.matchAll(/`([\w./-]+\.spec\.m?ts)`([^`]*)/g)].flatMap(([, file = '', rest = '']) => [...rest.matchAll(/“([^”]+)”/g)].map(([, test = '']) => ({ file, test })));

describe.each([['law', 40], ['trust', 50]] as const)('the table of %s', (page, most) => {
  const rows = rowsOf(page);

  it('names for every sentence where it lives and a test that keeps it', () => {
    expect(rows.length).toBeGreaterThan(most);
    expect(rows.filter(([, , kept = '', more]) => named(kept).length === 0 || more !== undefined).map(([sentence]) => sentence)).toEqual([]);
    const places = rows.flatMap(([, where = '']) => [...where.matchAll(/`([\w./-]+)`/g)].map(([, file = '']) => file));
    expect(places.length).toBeGreaterThanOrEqual(rows.length);
    expect(places.filter((file) => !existsSync(`${root}${file}`))).toEqual([]);
  });

  it('names tests that are there', () => {
    const all = rows.flatMap(([, , kept = '']) => named(kept));
    expect([...new Set(all.map(({ file }) => file))].filter((file) => !existsSync(`${root}${file}`))).toEqual([]);
    const missing = all.filter(({ file, test }) => !readFileSync(`${root}${file}`, 'utf8').split('\n').some((line) => /\b(it|describe|then)\b|\]( as const)?\)\('/.test(line) && line.includes(`'${test}'`)));
    expect(missing).toEqual([]);
  });
});
