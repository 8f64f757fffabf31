import { Tally, type Counted } from './tally';

let now = 0;
const tally = (): Tally<string> => new Tally<string>(() => now, { each: 3, strangers: 5, people: 5 });
const of = (caller: string, key: string, isPerson = false): Counted<string> => ({ caller, isPerson, key, event: `${caller}: ${key}`, more: `${caller}: more`, others: `others: ${key}` });
const said = (rows: { event: string; count: number }[]): string[] => rows.map(({ event, count }) => `${event} × ${count}`);

beforeEach(() => {
  now = 1_000;
});

describe('what comes often', () => {
  it('is told at once when it comes first, and its repeats as one number when the minute is over', () => {
    const rows = tally();
    for (let time = 0; time < 1_000; time += 1) rows.add(of('a', 'refused'));
    expect(said(rows.take())).toEqual(['a: refused × 1']);
    expect(rows.take()).toEqual([]);
    expect(rows.dueInMs).toBe(60_000);
    now += 60_000;
    expect(rows.take()).toEqual([{ event: 'a: refused', count: 999, forMs: 60_000 }]);
    expect(rows.dueInMs).toBeUndefined();
  });

  it('fills no disk: a caller with ever other calls, and ever other callers, are told together, and not one is lost from the numbers', () => {
    const rows = tally();
    for (let call = 0; call < 500; call += 1) rows.add(of('a', `refused ${call}`));
    for (let caller = 0; caller < 500; caller += 1) rows.add(of(`b${caller}`, 'refused x'));
    const all = [...rows.take(), ...rows.take(true)];
    expect(all.length).toBeLessThan(2 * (5 + 2));
    expect(all.reduce((sum, { count }) => sum + count, 0)).toBe(1_000);
    expect(said(all)).toEqual(expect.arrayContaining(['a: more × 496', 'others: refused x × 497']));
  });

  it('of strangers takes no room from people who are known', () => {
    const rows = tally();
    for (let caller = 0; caller < 50; caller += 1) rows.add(of(`s${caller}`, 'refused'));
    expect(rows.hasRoomFor('s', false)).toBe(false);
    expect(rows.hasRoomFor('p', true)).toBe(true);
    rows.add(of('p', 'refused', true));
    expect(said(rows.take())).toContain('p: refused × 1');
  });

  it('is a row again in the next minute', () => {
    const rows = tally();
    rows.add(of('a', 'refused'));
    expect(rows.take()).toHaveLength(1);
    now += 60_000;
    rows.add(of('a', 'refused'));
    expect(said(rows.take())).toEqual(['a: refused × 1']);
  });
});
