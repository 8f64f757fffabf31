import type { LoggedEvent } from '../work-log';

const HOUR = 3_600_000;

/** A small generator of numbers that repeats itself. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

/**
 * A log of permits at two offices, one six times as slow: filed, checked, for one in four the applicant is asked and answers, decided. Arrivals come
 * in bursts. @param slower how much longer the offices' work takes, by the part of the log that has gone by.
 */
export function madeUpLog(seed: number, count: number, slower: (part: number) => number = () => 1): LoggedEvent[] {
  const next = random(seed);
  const lasting = (mean: number): number => -mean * HOUR * Math.log(1 - next() * 0.999);
  let filedAt = 0;
  return Array.from({ length: count }, (_, at): LoggedEvent[] => {
    const part = at / count;
    filedAt += lasting(Math.floor(part * 12) % 3 === 2 ? 2 : 6);
    const [resource, pace] = next() < 0.8 ? ['quick', 10] : ['slow', 60];
    const caseId = `permit-${at}`;
    const events: LoggedEvent[] = [{ caseId, activity: 'filed', at: filedAt, resource }];
    const then = (activity: string, mean: number): void => {
      events.push({ caseId, activity, at: (events.at(-1)?.at ?? filedAt) + lasting(mean), resource });
    };
    then('checked', pace * slower(part));
    if (next() < 0.25) then('answered', 30);
    then('decided', 0.5 * pace * slower(part));
    return events;
  }).flat();
}
