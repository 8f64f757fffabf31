import type { DayUnit } from '../definition/machine';
import { latestDayBefore, type AddDays } from './latest-day';

/** How far a licence of the plan has come. `blocked` cannot come any more unless it is asked for anew. */
export type PlanState = 'planned' | 'waiting' | 'running' | 'done' | 'blocked';

/** One licence as the plan takes it. Days are ISO dates. */
export interface PlanItem {
  code: string;
  /** Codes that have to be there before it starts; those outside of the plan keep nobody waiting. */
  dependsOn: readonly string[];
  /** The office's time by law, from a complete file to the decision. */
  days: number;
  unit: DayUnit;
  state: PlanState;
  /** The day on which its time began, where it has. */
  startedOn?: string;
  /** The day on which it was granted, or, while it runs, by which it has to be decided. */
  endsOn?: string;
}

/** When a licence is expected, and what it can spare. */
export interface PlannedItem {
  code: string;
  state: PlanState;
  waitsFor: string[];
  /** Null where something that it waits for is blocked. */
  startsOn: string | null;
  endsOn: string | null;
  /** Calendar days by which it may end later without moving the opening; null where no day is known. */
  slackDays: number | null;
  isCritical: boolean;
}

export interface OpeningPlan {
  /** The earliest day on which every licence is there; null while one of them is blocked. */
  opensOn: string | null;
  /** From the first to the last of the longest chain. */
  criticalPath: string[];
  items: PlannedItem[];
}

/**
 * The plan of a case: what may start when, the earliest day of opening, the longest chain, and what each licence can spare. Counts the
 * offices' time by law; what is done counts by its true day, what runs by its due day, or today when that has passed. Pure.
 * @param today ISO date on which what is not filed yet is filed.
 * @throws Error when licences wait for each other in a circle.
 */
export function planOpening(items: readonly PlanItem[], today: string, addDays: AddDays): OpeningPlan {
  const byCode = new Map(items.map((item) => [item.code, item]));
  const beforeOf = (item: PlanItem): PlanItem[] => item.dependsOn.flatMap((code) => byCode.get(code) ?? []);
  const ends = new Map<string, Stretch | null>();
  const order: PlanItem[] = [];
  const place = (item: PlanItem, path: readonly string[]): void => {
    if (path.includes(item.code)) throw new Error(`Licences wait for each other in a circle: ${[...path, item.code].join(' → ')}.`);
    if (ends.has(item.code)) return;
    const before = beforeOf(item);
    for (const other of before) place(other, [...path, item.code]);
    ends.set(item.code, stretchOf(item, before.map(({ code }) => ends.get(code) ?? null), today, addDays));
    order.push(item);
  };
  for (const item of items) place(item, []);

  const known = [...ends.values()].filter((stretch) => stretch !== null);
  const isBlocked = known.length < ends.size;
  const opensOn = known.map(({ to }) => to).toSorted().at(-1) ?? null;
  const latest = latestEnds(order, ends, opensOn, beforeOf, addDays);
  const criticalPath = opensOn === null || isBlocked ? [] : longestChain(order, ends, opensOn, beforeOf);
  return {
    opensOn: isBlocked ? null : opensOn,
    criticalPath,
    items: items.map((item) => {
      const stretch = ends.get(item.code) ?? null;
      const last = latest.get(item.code);
      return {
        code: item.code,
        state: item.state,
        waitsFor: item.state === 'done' ? [] : beforeOf(item).filter(({ state }) => state !== 'done').map(({ code }) => code),
        startsOn: stretch?.from ?? null,
        endsOn: stretch?.to ?? null,
        slackDays: stretch && last && !isBlocked ? daysBetween(stretch.to, last) : null,
        isCritical: criticalPath.includes(item.code),
      };
    }),
  };
}

interface Stretch {
  from: string;
  to: string;
}

function stretchOf({ state, startedOn, endsOn, days, unit }: PlanItem, before: (Stretch | null)[], today: string, addDays: AddDays): Stretch | null {
  if (state === 'blocked') return null;
  if (state === 'done' && endsOn) return { from: startedOn ?? endsOn, to: endsOn };
  if (state === 'running') return { from: startedOn ?? today, to: later(endsOn ?? addDays(startedOn ?? today, days, unit), today) };
  if (before.includes(null)) return null;
  const from = before.reduce((latestDay, stretch) => later(latestDay, stretch?.to ?? latestDay), today);
  return { from, to: addDays(from, days, unit) };
}

/** The last day on which each may end: that of the opening, or the last from which all that wait for it still end in time. */
function latestEnds(order: readonly PlanItem[], ends: ReadonlyMap<string, Stretch | null>, opensOn: string | null, beforeOf: (item: PlanItem) => PlanItem[], addDays: AddDays): Map<string, string> {
  const latest = new Map<string, string>();
  if (opensOn === null) return latest;
  for (const item of order.toReversed()) {
    const own = latest.get(item.code) ?? opensOn;
    latest.set(item.code, own);
    const stretch = ends.get(item.code);
    if (!stretch || !isAhead(item)) continue;
    const start = latestDayBefore(own, item, stretch.from, addDays);
    for (const { code } of beforeOf(item)) latest.set(code, earlier(latest.get(code) ?? opensOn, start));
  }
  return latest;
}

/** From the opening back along what each waited for the longest. */
function longestChain(order: readonly PlanItem[], ends: ReadonlyMap<string, Stretch | null>, opensOn: string, beforeOf: (item: PlanItem) => PlanItem[]): string[] {
  const chain: string[] = [];
  let at = order.find(({ code }) => ends.get(code)?.to === opensOn);
  while (at) {
    chain.unshift(at.code);
    const from = ends.get(at.code)?.from;
    at = isAhead(at) ? beforeOf(at).find(({ code }) => ends.get(code)?.to === from) : undefined;
  }
  return chain;
}

/** Whether its beginning still depends on others. */
function isAhead({ state }: PlanItem): boolean {
  return state === 'planned' || state === 'waiting';
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}

function earlier(a: string, b: string): string {
  return a < b ? a : b;
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
