import { readWishes } from '../arguments';
import { faultKinds, UNNOTICED } from './kinds';
import { planFaults } from './schedule';

describe('the plan of a run', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(planFaults(7, 200, true)).toEqual(planFaults(7, 200, true));
    expect(planFaults(7, 200, true)).not.toEqual(planFaults(8, 200, true));
  });

  it('has so many faults as were asked for, of every kind, in the order of the load', () => {
    const planned = planFaults(7, 200, true);
    expect(planned).toHaveLength(200);
    expect(new Set(planned.map(({ kind }) => kind))).toEqual(new Set(faultKinds.filter((kind) => !UNNOTICED.includes(kind))));
    expect(planned.map(({ at }) => at)).toEqual(planned.map(({ at }) => at).toSorted((a, b) => a - b));
  });

  it('stops no Redis where there is none, and does only what was asked for', () => {
    expect(planFaults(7, 200, false).map(({ kind }) => kind)).not.toContain('queue-stopped');
    expect(new Set(planFaults(7, 5, false, ['worker-killed']).map(({ kind }) => kind))).toEqual(new Set(['worker-killed']));
    expect(new Set(planFaults(7, 5, false, UNNOTICED).map(({ kind }) => kind))).toEqual(new Set(UNNOTICED));
  });
});

describe('what a run is asked for', () => {
  it('is 500 cases and 200 faults where nothing is said', () => {
    expect(readWishes(['--seed', '3'])).toMatchObject({ seed: 3, cases: 500, faults: 200, isOnRedis: false, patience: 'short' });
  });

  it.each([[['--cases', 'many'], /--cases needs a whole number/], [['--kinds', 'flood'], /There is no fault "flood"/], [['--patience', 'none'], /--patience is product or short/], [['--fast'], /"--fast" is not known/]])('is refused with a sentence: %p', (args, sentence) => {
    expect(() => readWishes(args)).toThrow(sentence);
  });
});
