import 'reflect-metadata';
import { cpus } from 'node:os';
import { layGround } from './ground/ground';
import { groups } from './groups/index';
import { isKept, lineOf, type Bound } from './harness/bounds';
import { tell } from './harness/progress';
import { readOptions, type Options } from './options';

/**
 * Runs the asked groups one after the other.
 * @returns the process's exit code: 0 when every bound holds, 1 when one does not, 2 when the bench itself failed.
 */
export async function bench(args: readonly string[]): Promise<number> {
  let options: Options;
  try {
    options = readOptions(args, groups.flatMap(({ goals }) => goals));
  } catch (error) {
    tell((error as Error).message);
    return 2;
  }
  const begun = Date.now();
  const ground = layGround(options);
  const bounds: Bound[] = [];
  const notes: Record<string, unknown> = {};
  try {
    for (const { goals, title, measure } of groups) {
      if (options.only.length > 0 && !goals.some((goal) => options.only.includes(goal))) continue;
      tell(`${goals.join(', ')}: ${title}`);
      const findings = await measure(ground);
      bounds.push(...findings.bounds);
      notes[goals.join(',')] = findings.notes;
      for (const bound of findings.bounds) (options.isJson ? tell : say)(lineOf(bound));
    }
  } catch (error) {
    tell(`The bench failed: ${(error as Error).stack ?? String(error)}`);
    return 2;
  } finally {
    await ground.close();
  }
  print(options, bounds, notes, (Date.now() - begun) / 1_000);
  return bounds.every(isKept) ? 0 : 1;
}

function print({ isJson, rounds, seconds: slice }: Options, bounds: readonly Bound[], notes: Record<string, unknown>, seconds: number): void {
  const missed = bounds.filter((bound) => !isKept(bound));
  if (isJson) {
    const ratios = Object.fromEntries(bounds.map(({ name, reached }) => [name, Math.round(reached * 1_000) / 1_000]));
    const machine = { cpus: cpus().length, model: cpus()[0]?.model ?? '', node: process.version, platform: `${process.platform}-${process.arch}` };
    process.stdout.write(`${JSON.stringify({ ratios, bounds: bounds.map((bound) => ({ ...bound, isKept: isKept(bound) })), notes, machine, rounds, slice, seconds: Math.round(seconds) })}\n`);
    return;
  }
  say(`${bounds.length - missed.length} of ${bounds.length} bounds hold; ${Math.round(seconds)} s.${missed.length > 0 ? ` Missed: ${missed.map(({ name }) => name).join(', ')}.` : ''}`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
