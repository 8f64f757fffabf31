import { existsSync } from 'node:fs';
import { inRoot } from '../lib/paths.mjs';
import SlowestFirst, { slowest } from './slowest-first.mjs';

const sorted = (...paths) => new SlowestFirst({ contexts: [], globalConfig: {} }).sort(paths.map((path) => ({ path: inRoot(path) }))).map(({ path }) => path);

describe('the order of specs', () => {
  it('begins with those that take longest, whatever they are listed after', () => {
    const [first, second] = slowest;
    const other = 'tools/jest/slowest-first.spec.mjs';
    expect(sorted(other, second, first)).toEqual([first, second, other].map((path) => inRoot(path)));
    expect(sorted(first, other, second)).toEqual([first, second, other].map((path) => inRoot(path)));
  });

  it('names specs that there are', () => {
    expect(slowest.filter((path) => !existsSync(inRoot(path)))).toEqual([]);
  });
});
