import type { LineMap, StationView } from '@anuyat/contract';
import { columnsOf, joinedLines, linesAt, linesThatGoOn } from './joined-lines';

const text = (words: string) => ({ th: words, en: words });
const station = (id: string, more: Partial<StationView> = {}): StationView => ({ id, title: text(id), state: 'ahead', kind: 'main', ...more });
const line = (id: string, stations: StationView[], colour = 0): LineMap['lines'][number] => ({ id, title: text(id), colour, group: 'a', groupTitle: text('a'), stations });

const way = line('a:way', [station('submitted'), station('review'), station('payment'), station('issued', { kind: 'end' })]);

describe('lines of a licence', () => {
  it('run side by side where the way says “review”, and meet before and after', () => {
    const lines = joinedLines({ lines: [way, line('a:health', [station('checking'), station('approved')]), line('a:building', [station('checking')])] });
    expect(lines.map(({ stations }) => stations.map(({ place }) => place))).toEqual([
      ['submitted', 'a:health/checking', 'a:health/approved', 'a/payment', 'a/issued'],
      ['submitted', 'a:building/checking', 'a/payment', 'a/issued'],
    ]);
    expect(linesAt(lines).get('a/payment')).toEqual([0, 1]);
  });

  it('wait at an interchange for the longest of them', () => {
    const columns = columnsOf(joinedLines({ lines: [way, line('a:health', [station('x'), station('y'), station('z')]), line('a:building', [station('x')])] }));
    expect(columns.get('a/payment')).toBe(4);
    expect(columns.get('a:building/x')).toBe(1);
  });

  it('have colours that differ, also when the server counted the ways', () => {
    const lines = joinedLines({ lines: [way, line('a:health', [station('x')], 1), line('a:building', [station('x')], 9)] });
    expect(lines.map(({ lane }) => lane)).toEqual([1, 2]);
  });

  it('leave out lanes that are not needed, and detours that nobody took', () => {
    const lines = joinedLines({
      lines: [
        way,
        line('a:health', [station('checking', { state: 'done' }), station('asked', { kind: 'detour' }), station('rechecking', { kind: 'detour', state: 'now' })]),
        line('a:environment', [station('checking', { state: 'skipped' })]),
      ],
    });
    expect(lines).toHaveLength(1);
    expect(lines[0]?.stations.map(({ id }) => id)).toEqual(['submitted', 'checking', 'rechecking', 'payment', 'issued']);
  });

  it('that share a station’s id without a way meet there', () => {
    const lines = joinedLines({ lines: [line('x', [station('submit'), station('x.days'), station('open')]), line('y', [station('submit'), station('open')])] });
    expect(linesAt(lines).get('open')).toEqual([0, 1]);
  });
});

describe('lines that go on', () => {
  const done = { ...line('b', [station('submitted', { state: 'done' }), station('issued', { state: 'done' })]), group: 'b' };
  const half = line('a', [station('submitted', { state: 'done' }), station('issued')]);

  it('are those of licences that have not come to their end', () => {
    expect(linesThatGoOn(joinedLines({ lines: [done, half] })).map(({ id }) => id)).toEqual(['a']);
  });

  it('are all of them when every licence has', () => {
    expect(linesThatGoOn(joinedLines({ lines: [done] })).map(({ id }) => id)).toEqual(['b']);
  });
});
