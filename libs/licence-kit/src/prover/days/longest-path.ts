import type { DayUnit } from '../../definition/machine';
import type { LicenceDefinition } from '../../definition/licence-definition';
import { canonicalJson } from '../../forms/canonical-json';
import type { Happening, Situation } from '../explore';
import { laneOf, pathTo } from '../story';
import type { View } from '../views/views';
import type { DayCount } from './day-count';

/** The way through one lane that takes its offices longest while everybody keeps the time limits. */
export interface LongestPath {
  lane: string;
  /** In the unit of the statute; infinite where a round can be gone again and again, or where no clock runs. */
  days: number;
  unit: DayUnit;
  statute: number;
  /** From filing on. */
  steps: readonly { happening: Happening; days: number }[];
}

/** Where a lane stands, with what is left of its clocks. */
interface Standing {
  situation: Situation;
  left: Readonly<Record<string, number>>;
  /** Whether the file was found complete: from then on an answer begins no new time limit. */
  isComplete: boolean;
  days: number;
  cameFrom: Standing | undefined;
  by: Happening;
}

/**
 * The longest lawful path of a lane, in days of its offices. Time with the applicant, a bank or the portal does not count. The time
 * limit runs from a complete file, so that the answer to the defect notice begins it anew (Licensing Facilitation Act B.E. 2558
 * s.8, s.10), and so does a correction that the lane has to look at; whatever is asked after the file was found complete does not. docs/proving.md says why spending early is the worst.
 */
export function longestPath(view: View, lane: string, dayCount: DayCount): LongestPath {
  return new PathFinder(view, lane, dayCount).longest();
}

class PathFinder {
  private readonly definition: LicenceDefinition;
  private readonly after = new Map<Situation, Happening[]>();
  private readonly alarms: ReadonlySet<unknown>;
  private readonly best = new Map<string, Standing>();
  private readonly open: Standing[] = [];

  constructor(
    private readonly view: View,
    private readonly lane: string,
    private readonly dayCount: DayCount,
  ) {
    this.definition = view.definition;
    this.alarms = new Set(view.exploration.chart.effects.filter(({ effect }) => effect.type === 'startClock').map(({ effect }) => effect.params['then']));
    for (const happening of view.exploration.happenings) {
      if (!happening.from) continue;
      const list = this.after.get(happening.from) ?? [];
      list.push(happening);
      this.after.set(happening.from, list);
    }
  }

  longest(): LongestPath {
    for (const happening of this.view.exploration.happenings) if (!happening.from) this.arrive(undefined, happening);
    let longest: Standing | undefined;
    for (let at = this.open.pop(); at; at = this.open.pop()) {
      if (!longest || rankOf(at) > rankOf(longest)) longest = at;
      if (at.days === Infinity) break;
      for (const happening of this.after.get(at.situation) ?? []) if (!this.isLate(at, happening)) this.arrive(at, happening);
    }
    const { unit, days: statute } = this.definition.clock;
    return { lane: this.lane, days: longest?.days ?? 0, unit, statute, steps: longest ? stepsOf(longest) : [] };
  }

  private arrive(from: Standing | undefined, by: Happening): void {
    const rule = this.definition.events[by.event ?? ''];
    const completes = from?.isComplete === false && rule?.by === 'applicant' && rule.carriesAnswers === true;
    const begins = from !== undefined && (completes || rule?.followsCorrection === true) && rule?.lane === this.lane;
    const clocks = this.clocksAfter(from?.left ?? {}, by);
    const spent = this.isOfficesTurn(by.to) ? Math.min(...Object.values(clocks)) : 0;
    const left = Object.fromEntries(Object.entries(clocks).map(([name, days]) => [name, days - spent]));
    const wasComplete = from?.isComplete === true && !(begins && !completes);
    const isComplete = wasComplete || by.effects.some(({ type, params }) => type === 'requestReview' && params['lane'] === this.lane && ['inspection', 'decision'].includes(String(params['stage'])));
    const cameFrom = begins ? undefined : from;
    const standing: Standing = { situation: by.to, left, isComplete, days: (cameFrom?.days ?? 0) + spent, cameFrom, by };
    const key = `${by.to.at}|${canonicalJson(left)}|${isComplete}`;
    const known = this.best.get(key);
    if (known && known.days >= standing.days) return;
    if (known && isBehind(known, from)) standing.days = Infinity;
    this.best.set(key, standing);
    this.open.push(standing);
  }

  private clocksAfter(before: Readonly<Record<string, number>>, { effects }: Happening): Record<string, number> {
    const clocks = { ...before };
    for (const { type, params } of effects) {
      const name = String(params['name']);
      if (type === 'closeAll') return {};
      if (type === 'stopClock') delete clocks[name];
      if (type === 'startClock' && (params['lane'] ?? this.lane) === this.lane) {
        clocks[name] = this.dayCount.most({ days: Number(params['days']), unit: params['unit'] as DayUnit }, this.definition.clock.unit);
      }
    }
    return clocks;
  }

  /** The lane's own office has to act, or one that acts when the lanes have come together. */
  private isOfficesTurn({ leaves }: Situation): boolean {
    return leaves.some((leaf) => leaf.config.meta?.owner?.startsWith('office:') && [this.lane, undefined].includes(laneOf(this.definition, leaf)));
  }

  /** On a lawful path no office lets its time run out. */
  private isLate({ situation }: Standing, { event }: Happening): boolean {
    const lane = this.definition.events[event ?? '']?.lane;
    return this.alarms.has(event) && situation.leaves.some((leaf) => leaf.config.meta?.owner === `office:${lane ?? this.lane}`);
  }
}

/** Days first; of paths that take the same, the one that goes on to a licence is the one to show. */
function rankOf({ days, situation: { isEnded, leaves } }: Standing): number {
  if (days === Infinity) return Infinity;
  return days + (isEnded ? 0.25 : 0) + (isEnded && leaves.some(({ config }) => config.meta?.outcome === 'issued') ? 0.25 : 0);
}

/** Whether a standing lies on the way to another. */
function isBehind(standing: Standing, at: Standing | undefined): boolean {
  for (let back = at; back; back = back.cameFrom) if (back === standing) return true;
  return false;
}

function stepsOf(last: Standing): LongestPath['steps'] {
  const counted: Standing[] = [];
  for (let at: Standing | undefined = last; at; at = at.cameFrom) counted.unshift(at);
  const [first] = counted;
  const before = first?.by.from ? pathTo(first.by.from) : [];
  return [...before.map((happening) => ({ happening, days: 0 })), ...counted.map(({ by, days }) => ({ happening: by, days }))];
}
