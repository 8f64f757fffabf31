import { isNoisy, quietest, rate, type Round, type Slice } from './arithmetic';
import { cpuBetween, readCpu } from './cpu';
import { tell } from './progress';

const ROUNDS_AGAIN = 2;

/** One of those that are compared. */
export interface Contender {
  name: string;
  /** What has to be there before the slice and is not measured. */
  prepare?(): Promise<unknown>;
  /** Works for about that long. @returns how much was done, and in what time when it measures that itself. */
  work(seconds: number): Promise<Pick<Slice, 'done' | 'serverSeconds'> & { seconds?: number }>;
}

export interface RoundsOptions {
  rounds: number;
  seconds: number;
}

/**
 * Lets the contenders alternate in short slices, starting with another one in each round. Disturbed rounds are run again, at most
 * two of them; of all that were run, the quietest count.
 */
export async function alternate(title: string, contenders: readonly Contender[], { rounds, seconds }: RoundsOptions): Promise<Round[]> {
  for (const contender of contenders) await measure(contender, Math.min(0.4, seconds / 2));
  const run: Round[] = [];
  const isEnough = (): boolean => run.filter((round) => !isNoisy(round)).length >= rounds || run.length >= rounds + ROUNDS_AGAIN;
  while (!isEnough()) {
    const shift = run.length % contenders.length;
    const slices: [string, Slice][] = [];
    for (const contender of [...contenders.slice(shift), ...contenders.slice(0, shift)]) slices.push([contender.name, await measure(contender, seconds)]);
    const round = Object.fromEntries(slices);
    run.push(round);
    tell(`  ${title} ${run.length}${isNoisy(round) ? ' (noisy)' : ''}: ${contenders.map(({ name }) => `${name} ${told(rate(round[name] as Slice))}`).join(', ')}`);
  }
  return quietest(run, rounds);
}

async function measure(contender: Contender, seconds: number): Promise<Slice> {
  await contender.prepare?.();
  const before = readCpu();
  const own = process.cpuUsage();
  const begun = performance.now();
  const { done, seconds: told, ...more } = await contender.work(seconds);
  const elapsed = (performance.now() - begun) / 1_000;
  const { user, system } = process.cpuUsage(own);
  return { done, seconds: told ?? elapsed, ...more, nodeSeconds: (user + system) / 1e6, ...cpuBetween(before, readCpu()) };
}

/** Three digits are enough for a rate. */
export function told(value: number): string {
  if (!Number.isFinite(value)) return '–';
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
}

/** Runs `work` again and again in `width` lanes until the time is over, and lets what has begun end. @returns how often it ended. */
export async function inFlight(width: number, seconds: number, work: (lane: number) => Promise<number>): Promise<number> {
  const end = performance.now() + seconds * 1_000;
  let done = 0;
  await Promise.all(
    Array.from({ length: width }, async (_, lane) => {
      while (performance.now() < end) {
        const more = await work(lane);
        done += more;
      }
    }),
  );
  return done;
}
