/** The middle of the values; of an even count, the mean of the two in the middle. @throws when there are none. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value below which the given part of the values lies, between neighbours in proportion. @throws when there are none. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * part;
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  if (low === undefined || high === undefined) throw new Error('There is no quantile of nothing.');
  return low + (high - low) * (at - Math.floor(at));
}

/** One contender's slice of one round. */
export interface Slice {
  /** What was done: events, cases, requests. */
  done: number;
  seconds: number;
  /** CPU time of all our processes, in seconds; absent where the system does not tell. */
  cpuSeconds?: number;
  /** CPU time of this process alone, in seconds. */
  nodeSeconds?: number;
  /** CPU time of the one process that was asked, in seconds. */
  serverSeconds?: number;
  /** The part of the whole machine that others used meanwhile, 0 to 1; absent where the system does not tell. */
  foreign?: number;
}

/** A round holds one slice of every contender, back to back. */
export type Round = Record<string, Slice>;

/** How much is done in a second. */
export function rate({ done, seconds }: Slice): number {
  return done / seconds;
}

/** CPU microseconds for each thing done. */
export function cpuPerThing({ cpuSeconds = Number.NaN, done }: Slice): number {
  return (cpuSeconds * 1e6) / done;
}

/** The ratio of two contenders: taken inside each round, then the median of the rounds. */
export function medianRatio(rounds: readonly Round[], over: string, under: string, of: (slice: Slice) => number = rate): number {
  return median(ratios(rounds, over, under, of));
}

/** The ratio of two contenders in each round. */
export function ratios(rounds: readonly Round[], over: string, under: string, of: (slice: Slice) => number = rate): number[] {
  return rounds.map((round) => of(sliceOf(round, over)) / of(sliceOf(round, under)));
}

/** @throws when the round holds no such contender. */
export function sliceOf(round: Round, name: string): Slice {
  const slice = round[name];
  if (!slice) throw new Error(`The round holds no slice of "${name}".`);
  return slice;
}

/** Above this part of the machine in others' hands a round says little. */
export const NOISE_LIMIT = 0.2;

/** The noise of a round is that of its noisiest slice. */
export function noiseOf(round: Round): number {
  return Math.max(0, ...Object.values(round).map(({ foreign = 0 }) => foreign));
}

/** Whether others disturbed the round. */
export function isNoisy(round: Round): boolean {
  return noiseOf(round) > NOISE_LIMIT;
}

/** The `count` quietest of the rounds, in the order in which they were run. */
export function quietest(rounds: readonly Round[], count: number): Round[] {
  const kept = new Set([...rounds].sort((a, b) => noiseOf(a) - noiseOf(b)).slice(0, count));
  return rounds.filter((round) => kept.has(round));
}
