import fc from 'fast-check';
import { planOpening, type PlanItem } from './opening-plan';
import type { AddDays } from './latest-day';

const DAY = 86_400_000;
const iso = (time: number) => new Date(time).toISOString().slice(0, 10);
const isClosed = (time: number) => [0, 6].includes(new Date(time).getUTCDay()) || iso(time) === '2026-12-07';

/** A calendar with weekends and one holiday: the first day is not counted, and the last one is open. */
const addDays: AddDays = (from, days, unit) => {
  let at = Date.parse(from);
  if (unit === 'calendar') at += days * DAY;
  else for (let left = days; left > 0; ) if (!isClosed((at += DAY))) left -= 1;
  while (isClosed(at)) at += DAY;
  return iso(at);
};

const item = (code: string, days: number, dependsOn: string[] = [], more: Partial<PlanItem> = {}): PlanItem => ({ code, days, unit: 'working', dependsOn, state: 'planned', ...more });
const today = '2026-11-23';

describe('the plan of an opening', () => {
  it('opens when the longest chain is through, and tells what each licence can spare', () => {
    const plan = planOpening([item('permit', 45, [], { unit: 'calendar' }), item('use', 30, ['permit'], { unit: 'calendar' }), item('food', 30, ['use'], { unit: 'calendar' }), item('tax', 15)], today, addDays);
    expect(plan.criticalPath).toEqual(['permit', 'use', 'food']);
    expect(plan.items.map(({ code, startsOn, endsOn, isCritical }) => [code, startsOn, endsOn, isCritical])).toEqual([
      ['permit', '2026-11-23', '2027-01-07', true],
      ['use', '2027-01-07', '2027-02-08', true],
      ['food', '2027-02-08', '2027-03-10', true],
      ['tax', '2026-11-23', '2026-12-15', false],
    ]);
    expect(plan.opensOn).toBe('2027-03-10');
    const overAWeekend = 2;
    expect(plan.items.map(({ slackDays }) => slackDays)).toEqual([overAWeekend, 0, 0, 85]);
  });

  it('goes by true days where they are known, and never promises a day that has passed', () => {
    const plan = planOpening([
      item('company', 1, [], { state: 'done', startedOn: '2026-11-02', endsOn: '2026-11-05' }),
      item('permit', 10, ['company'], { state: 'running', startedOn: '2026-11-05', endsOn: '2026-11-19' }),
      item('use', 5, ['permit'], { state: 'waiting' }),
    ], today, addDays);
    expect(plan.items.map(({ startsOn, endsOn, waitsFor }) => [startsOn, endsOn, waitsFor])).toEqual([
      ['2026-11-02', '2026-11-05', []],
      ['2026-11-05', '2026-11-23', []],
      ['2026-11-23', '2026-11-30', ['permit']],
    ]);
    expect(plan.criticalPath).toEqual(['permit', 'use']);
  });

  it('names no day for what waits for a licence that was not granted, nor for the opening', () => {
    const plan = planOpening([item('company', 1, [], { state: 'blocked' }), item('vat', 15, ['company'], { state: 'waiting' }), item('sign', 5)], today, addDays);
    expect(plan.opensOn).toBeNull();
    expect(plan.items.map(({ endsOn, slackDays }) => [endsOn, slackDays])).toEqual([[null, null], [null, null], ['2026-11-30', null]]);
  });

  it('waits for nobody outside of it, and is empty without licences', () => {
    expect(planOpening([item('vat', 5, ['company'])], today, addDays).items[0]).toMatchObject({ startsOn: today, waitsFor: [] });
    expect(planOpening([], today, addDays)).toEqual({ opensOn: null, criticalPath: [], items: [] });
  });

  it('names the circle when licences wait for each other', () => {
    expect(() => planOpening([item('a', 1, ['b']), item('b', 1, ['a'])], today, addDays)).toThrow('a → b → a');
  });
});

/** Licences that wait only for those before them in the list. */
const plans = fc.array(fc.record({ days: fc.nat(60), unit: fc.constantFrom('working' as const, 'calendar' as const), before: fc.array(fc.nat(20), { maxLength: 3 }) }), { minLength: 1, maxLength: 8 })
  .map((drawn) => drawn.map(({ days, unit, before }, at): PlanItem => item(`l${at}`, days, [...new Set(before.filter((other) => other < at).map((other) => `l${other}`))], { unit })));

/** Every chain from a licence that waits for nobody to one that nobody waits for, with the day on which it ends. */
function chainsOf(items: readonly PlanItem[]): { codes: string[]; endsOn: string }[] {
  const from = (one: PlanItem, day: string, codes: string[]): { codes: string[]; endsOn: string }[] => {
    const endsOn = addDays(day, one.days, one.unit);
    const chain = [...codes, one.code];
    return [{ codes: chain, endsOn }, ...items.filter(({ dependsOn }) => dependsOn.includes(one.code)).flatMap((next) => from(next, endsOn, chain))];
  };
  return items.filter(({ dependsOn }) => dependsOn.length === 0).flatMap((one) => from(one, today, []));
}

describe('whatever the licences are', () => {
  it('the critical path is the longest of all chains', () => {
    fc.assert(fc.property(plans, (items) => {
      const plan = planOpening(items, today, addDays);
      const chains = chainsOf(items);
      const longest = chains.map(({ endsOn }) => endsOn).toSorted().at(-1);
      expect(plan.opensOn).toBe(longest);
      expect(chains.find(({ codes }) => codes.join() === plan.criticalPath.join())?.endsOn).toBe(longest);
    }));
  });

  it('nothing can spare less than no day, and an end that comes later by what it can spare moves nothing', () => {
    fc.assert(fc.property(plans, (items) => {
      const plan = planOpening(items, today, addDays);
      for (const { code, endsOn, slackDays } of plan.items) {
        expect(slackDays).toBeGreaterThanOrEqual(0);
        const moved = iso(Date.parse(endsOn ?? '') + (slackDays ?? 0) * DAY);
        const late = items.map((one) => (one.code === code ? { ...one, state: 'running' as const, startedOn: today, endsOn: moved } : one));
        expect(planOpening(late, today, addDays).opensOn).toBe(plan.opensOn);
      }
    }));
  });

  it('one day more than it can spare moves the opening', () => {
    fc.assert(fc.property(plans, (items) => {
      const plan = planOpening(items, today, addDays);
      for (const { code, endsOn, slackDays } of plan.items) {
        const moved = iso(Date.parse(endsOn ?? '') + ((slackDays ?? 0) + 1) * DAY);
        const late = items.map((one) => (one.code === code ? { ...one, state: 'running' as const, startedOn: today, endsOn: moved } : one));
        expect((planOpening(late, today, addDays).opensOn ?? '') > (plan.opensOn ?? '')).toBe(true);
      }
    }));
  });
});
