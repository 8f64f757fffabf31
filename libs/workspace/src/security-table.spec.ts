import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const page = readFileSync(`${root}docs/security.md`, 'utf8');
const rows = page.split('\n').filter((line) => /^\| .*\d+\.\d+\.\d+/.test(line)).map((line) => line.slice(2, -2).split(' | '));

/** How many requirements of levels 1 and 2 each section of ASVS 5.0.0 has; they are numbered from 1 without a gap in these levels. */
const sections = '1.1:2 1.2:9 1.3:11 1.4:3 1.5:2 2.1:3 2.2:3 2.3:4 2.4:1 3.2:2 3.3:4 3.4:6 3.5:5 3.7:2 4.1:3 4.2:1 4.3:2 4.4:4 5.1:1 5.2:3 5.3:2 5.4:3 6.1:3 6.2:12 6.3:4 6.4:4 6.5:5 6.6:3 6.8:4 7.1:3 7.2:4 7.3:2 7.4:5 7.5:2 7.6:2 8.1:2 8.2:3 8.3:1 8.4:1 9.1:3 9.2:4 10.1:2 10.2:2 10.3:4 10.4:11 10.5:5 10.6:2 10.7:3 11.1:2 11.2:3 11.3:3 11.4:4 11.5:1 11.6:1 12.1:3 12.2:2 12.3:4 13.1:1 13.2:5 13.3:2 13.4:5 14.1:2 14.2:4 14.3:3 15.1:3 15.2:3 15.3:7 16.1:1 16.2:5 16.3:4 16.4:3 16.5:3 17.1:1 17.2:4 17.3:2';
const required = sections.split(' ').flatMap((each) => {
  const [section = '', count] = each.split(':');
  return Array.from({ length: Number(count) }, (_, at) => `${section}.${at + 1}`);
});

const named = (cell: string) => [...cell.matchAll(/`([\w./-]+\.spec\.m?ts)` “([^”]+)”/g)].map(([, file = '', test = '']) => ({ file, test }));

describe('the table of security', () => {
  it('has every requirement of levels 1 and 2', () => {
    const told = new Set(rows.flatMap((cells) => cells.at(-2)?.split(' ') ?? []));
    expect(required).toHaveLength(253);
    expect(required.filter((id) => !told.has(id))).toEqual([]);
  });

  it('names tests that are there', () => {
    const all = rows.flatMap((cells) => named(cells.at(-1) ?? ''));
    expect(all.length).toBeGreaterThan(100);
    expect(all.filter(({ file }) => !existsSync(`${root}${file}`)).map(({ file }) => file)).toEqual([]);
    const tests = new Map(all.map(({ file }) => [file, readFileSync(`${root}${file}`, 'utf8').split('\n').filter((line) => /\b(it|describe|test)\b|^\s*\[|\]( as const)?\)\('/.test(line)).join('\n')]));
    expect(all.filter(({ file, test }) => !tests.get(file)?.includes(test)).map(({ file, test }) => `${file}: ${test}`)).toEqual([]);
  });

  it('says for every row what keeps it, or why it does not apply, or that it is missing', () => {
    const silent = rows.filter((cells) => {
      const last = cells.at(-1) ?? '';
      return named(last).length === 0 && !/\*\*(Does not apply|Missing)\.\*\* \w/.test(last) && !/`[\w./-]+\.(md|ts)`|^Below: |table of calls below/.test(last);
    });
    expect(silent.map(([first, second]) => `${first} ${second}`)).toEqual([]);
  });

  it('leads to pages and files that are there', () => {
    const files = [...page.matchAll(/`((?:docs|libs|apps|tools)\/[\w./-]+)`/g)].map(([, file = '']) => file);
    expect(files.filter((file) => !existsSync(`${root}${file}`))).toEqual([]);
  });
});
