import { libraryCard } from '@anuyat/licence-kit/testing';
import { touchedLanes } from './last-filing';

const before = { answers: { reader: { name: 'สมหญิง', age: 30 }, wish: { rareBooks: 3, purpose: 'pleasure' } }, papers: [{ code: 'letter', sha256: 'a' }] };
const touched = (now: Partial<typeof before>) => touchedLanes(libraryCard(), before, { ...before, ...now });

describe('a change touches', () => {
  it('nobody when nothing is different, in whatever order it is told', () => {
    expect(touched({ answers: { wish: { purpose: 'pleasure', rareBooks: 3 }, reader: { age: 30, name: 'สมหญิง' } } })).toEqual([]);
  });

  it.each([
    ['the lane that reads the fact', { answers: { ...before.answers, wish: { rareBooks: 4, purpose: 'pleasure' } } }, ['vault']],
    ['every lane that reads it', { answers: { ...before.answers, reader: { name: 'สมใจ', age: 30 } } }, ['desk', 'vault']],
    ['the lane that reads the paper', { papers: [{ code: 'letter', sha256: 'b' }] }, ['vault']],
    ['the lane whose paper is gone', { papers: [] }, ['vault']],
  ])('%s', (_, now, lanes) => {
    expect(touched(now)).toEqual(lanes);
  });
});
