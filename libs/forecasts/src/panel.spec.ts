import { ForecastPanel } from './panel';

const HOUR = 3_600_000;

/** A small generator of numbers that repeats itself. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    return ((state >>> 8) & 0xffffff) / 0x1000000;
  };
}

interface MadeUp {
  id: string;
  office: string;
  at: number;
  took: number;
}

/** Cases of two offices, one six times as slow; `slower` says how much longer the work of a case takes. */
function cases(count: number, slower: (at: number) => number, seed = 7): MadeUp[] {
  const next = random(seed);
  return Array.from({ length: count }, (_, at) => {
    const office = next() < 0.5 ? 'quick' : 'slow';
    const took = (office === 'slow' ? 60 : 10) * HOUR * -Math.log(1 - next() * 0.999) * slower(at / count);
    return { id: `case-${at}`, office, at: at * HOUR, took };
  });
}

interface Judged {
  within: number;
  took: number;
  office: string;
}

/** Plays the cases through in the order of time and judges the later ones' promises. */
function play(made: readonly MadeUp[], panel = new ForecastPanel()): Judged[] {
  const judged: Judged[] = [];
  const moments = made.flatMap((one) => [{ at: one.at, one, isEnd: false }, { at: one.at + one.took, one, isEnd: true }]).sort((a, b) => a.at - b.at);
  for (const { at, one, isEnd } of moments) {
    if (isEnd) panel.end(one.id, at);
    else {
      const within = panel.enter({ caseId: one.id, step: 'review', office: one.office, at });
      if (within !== undefined && Number(one.id.slice(5)) > made.length * 0.5) judged.push({ within, took: one.took, office: one.office });
    }
  }
  return judged;
}

const kept = (judged: readonly Judged[]): number => judged.filter(({ within, took }) => took <= within).length / judged.length;
const mean = (judged: readonly Judged[]): number => judged.reduce((sum, { within }) => sum + within, 0) / judged.length;

/** Plays worlds of several seeds through and judges them together: the share of one alone strays by chance. */
const worlds = (slower: (part: number) => number): Judged[] => [11, 23, 37, 59, 83, 101].flatMap((seed) => play(cases(1_200, slower, seed)));

/** What was said of each case, in the order of time. */
function saidOf(made: readonly MadeUp[]): Map<string, number | undefined> {
  const panel = new ForecastPanel();
  const said = new Map<string, number | undefined>();
  const moments = made.flatMap((one) => [{ at: one.at, one, isEnd: false }, { at: one.at + one.took, one, isEnd: true }]).sort((a, b) => a.at - b.at);
  for (const { at, one, isEnd } of moments) {
    if (isEnd) panel.end(one.id, at);
    else said.set(one.id, panel.enter({ caseId: one.id, step: 'review', office: one.office, at }));
  }
  return said;
}

describe('a forecast', () => {
  it.each([
    ['steady', () => 1],
    ['slowing down', (part: number) => 1 + 2 * part],
    ['growing quicker', (part: number) => 3 - 2 * part],
    ['with its seasons', (part: number) => 1.5 + Math.sin(part * 6 * Math.PI)],
  ] as const)('holds for nine in ten within two points, over many worlds, where the work is %s', (_, slower) => {
    expect(Math.abs(kept(worlds(slower)) - 0.9)).toBeLessThan(0.02);
  });

  it('is the same whatever happens later, in whichever order, and the same each time', () => {
    const made = cases(500, () => 1, 5);
    const turn = made[300]?.at ?? 0;
    const before = [...saidOf(made)].slice(0, 300);
    const later = made.slice(300);
    const permuted = [...made.slice(0, 300), ...later.map((one, at) => ({ ...one, office: later.at(-1 - at)?.office ?? '', took: later.at(-1 - at)?.took ?? 0 }))]
      .map((one) => (one.at < turn && one.at + one.took > turn ? { ...one, took: one.took * 2 } : one));
    expect([...saidOf(permuted)].slice(0, 300)).toEqual(before);
    expect([...saidOf(made)].slice(0, 300)).toEqual(before);
    expect(before.filter(([, within]) => within !== undefined).length).toBeGreaterThan(200);
  });

  it('says nothing before it knows anything', () => {
    expect(new ForecastPanel().enter({ caseId: 'first', step: 'review', office: 'a', at: 0 })).toBeUndefined();
  });

  it('is shorter for the quick office than for the slow one, once it has seen that', () => {
    const judged = play(cases(800, () => 1));
    const of = (office: string) => mean(judged.filter((each) => each.office === office));
    expect(of('quick')).toBeLessThan(0.7 * of('slow'));
  });

  it('is longer for a greater share, and never in the past', () => {
    const made = cases(500, () => 1, 5);
    const at = (share: number): Judged[] => play(made, new ForecastPanel({ share, size: 200, least: 30 }));
    const [half, most] = [at(0.5), at(0.9)];
    expect(Math.min(...half.map(({ within }) => within))).toBeGreaterThan(0);
    expect(half.length).toBeGreaterThan(200);
    expect(half.every(({ within }, each) => within < (most[each]?.within ?? 0))).toBe(true);
  });

  it('forgets a case that it never saw', () => {
    expect(() => new ForecastPanel().end('stranger', 1)).not.toThrow();
  });
});
