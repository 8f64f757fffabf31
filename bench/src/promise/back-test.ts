import { DEFAULT_WINDOW, ForecastPanel } from '@anuyat/forecasts';
import { Tally, type Score } from './tally';
import type { LoggedCase } from './work-log';

/** Of cases begun before this share of all had begun, it is learnt; the rest are judged. */
const LEARNT = 0.6;
const ROLLING = 200;
const LEAST = 10;
const DAY = 86_400_000;
/** What is said before anything can be known: a statute's usual month. */
const BEFORE_ANY = 30 * DAY;

export type Method = 'ours' | 'frozen' | 'rolling';
export type Moment = 'filing' | 'open';

/** A rival's score, and what its mean promise would be, stretched alike for all, at the share that ours keeps. */
export interface RivalScore extends Score {
  meanDaysAtOurs: number;
}

/** Our score, and the share kept in each quarter of the judged promises: the last of a log may have cases that end with its recording. */
export interface OwnScore extends Score {
  quarters: readonly number[];
}

export type BackTest = Record<Moment, { ours: OwnScore; frozen: RivalScore; rolling: RivalScore }>;

/**
 * Plays a log through in the order of time and judges every promise that was made for the later cases: at filing, and at each later event
 * while the case was open. Three are compared: the product's own, a quantile of the history frozen where the log is split, and a plain
 * rolling quantile of the last closed cases (both by the last activity, where the case is under way). None of them sees the future.
 */
export function backTest(cases: readonly LoggedCase[], share = DEFAULT_WINDOW.share): BackTest {
  const splitAt = cases[Math.floor(cases.length * LEARNT)]?.startedAt ?? 0;
  const frozen = new History(share);
  for (const one of cases) if (one.endedAt < splitAt) frozen.learn(one);
  const rolling = new History(share, ROLLING);
  const panel = new ForecastPanel({ ...DEFAULT_WINDOW, share });
  const tallies: Record<Moment, Record<Method, Tally>> = { filing: newTallies(), open: newTallies() };

  for (const { one, at } of inOrderOfTime(cases)) {
    const event = one.events[at] as LoggedCase['events'][number];
    if (at === one.events.length - 1) {
      panel.end(one.id, event.at);
      rolling.learn(one);
      continue;
    }
    const ours = panel.enter({ caseId: one.id, step: event.activity, office: event.resource, at: event.at }) ?? BEFORE_ANY;
    if (one.startedAt < splitAt) continue;
    const took = one.endedAt - event.at;
    const moments: Moment[] = at === 0 ? ['filing', 'open'] : ['open'];
    for (const moment of moments) {
      const step = moment === 'filing' ? undefined : event.activity;
      tallies[moment].ours.add(ours, took);
      tallies[moment].frozen.add(frozen.within(step), took);
      tallies[moment].rolling.add(rolling.within(step), took);
    }
  }
  return { filing: scores(tallies.filing), open: scores(tallies.open) };
}

function inOrderOfTime(cases: readonly LoggedCase[]): { one: LoggedCase; at: number }[] {
  return cases
    .flatMap((one) => one.events.map((_, at) => ({ one, at })))
    .sort((a, b) => (a.one.events[a.at]?.at ?? 0) - (b.one.events[b.at]?.at ?? 0) || a.at - b.at);
}

/** Quantiles of closed cases: of whole cases, and of what remained at each activity. */
class History {
  private readonly lengths = new Map<string | undefined, number[]>();
  private readonly sorted = new Map<number[], Float64Array>();

  constructor(
    private readonly share: number,
    private readonly most = Infinity,
  ) {}

  learn({ events, startedAt, endedAt }: LoggedCase): void {
    this.keep(undefined, endedAt - startedAt);
    for (const { activity, at } of events.slice(0, -1)) this.keep(activity, endedAt - at);
  }

  within(activity: string | undefined): number {
    const own = this.lengths.get(activity) ?? [];
    const lengths = own.length >= LEAST ? own : (this.lengths.get(undefined) ?? []);
    if (lengths.length === 0) return BEFORE_ANY;
    let sorted = this.sorted.get(lengths);
    if (!sorted) this.sorted.set(lengths, (sorted = Float64Array.from(lengths).sort()));
    return sorted[Math.min(sorted.length, Math.ceil((sorted.length + 1) * this.share)) - 1] ?? BEFORE_ANY;
  }

  private keep(activity: string | undefined, length: number): void {
    const lengths = this.lengths.get(activity) ?? [];
    lengths.push(length);
    this.sorted.delete(lengths);
    if (lengths.length > this.most) lengths.shift();
    this.lengths.set(activity, lengths);
  }
}

const newTallies = (): Record<Method, Tally> => ({ ours: new Tally(), frozen: new Tally(), rolling: new Tally() });

function scores({ ours, frozen, rolling }: Record<Method, Tally>): BackTest[Moment] {
  const { score } = ours;
  const rival = (tally: Tally): RivalScore => ({ ...tally.score, meanDaysAtOurs: tally.meanDaysAt(score.coverage) });
  return { ours: { ...score, quarters: ours.quarters }, frozen: rival(frozen), rolling: rival(rolling) };
}
