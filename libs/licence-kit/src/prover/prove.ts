import type { LicenceDefinition } from '../definition/licence-definition';
import { checkDefinition } from '../schema/check-definition';
import { chartOf } from './chart';
import { DayCount, type OfficeHolidays } from './days/day-count';
import { longestPath, type LongestPath } from './days/longest-path';
import type { OfficeDirectory } from './office-directory';
import { finding, promises, together, type Finding } from './promise';
import { longestOf } from './promises/longest-path-is-lawful';
import { readPromises } from './read-promises';
import { lookIntoWalk } from './walked-promises';
import { somebodyCanAct } from './promises/somebody-can-act';
import { walk, type Walk } from './views/views';

/** What the prover may be told of the world besides the definition. */
export interface ProveOptions {
  /** Who works where; without it, whether somebody can act is not looked into. */
  directory?: OfficeDirectory;
  /** By which working and calendar days are compared. */
  holidays?: OfficeHolidays;
  /** Up to how many lanes are walked through at once; more, and each by itself. */
  mostLanesAtOnce?: number;
}

/** What became of the promises. Those that could not be looked into, because an earlier one is broken, are not in the list. */
export interface Proof {
  code: string;
  version: number;
  isProved: boolean;
  promises: Finding[];
  /** Situations that were walked through, and steps between them. */
  states: number;
  transitions: number;
  /** Whether many lanes were walked through each by itself. */
  isLaneByLane: boolean;
  /** The lawful path that takes longest; undefined where the machine could not be walked through. */
  longestPath?: LongestPath;
  ms: number;
}

/**
 * Proves a definition before it may be published: first what can be read off it, then what walking through every situation
 * shows. A broken promise comes with its counter-example as a story in both languages.
 */
export function prove(definition: LicenceDefinition, { directory, holidays, mostLanesAtOnce }: ProveOptions = {}): Proof {
  const start = performance.now();
  const found: Finding[] = [wellFormed(definition)];
  let walked: Walk | undefined;
  let paths: LongestPath[] = [];
  if (found[0]?.isKept) {
    const chart = chartOf(definition.machine);
    found.push(...readPromises.map((promise) => promise(definition, chart)));
    if (directory) found.push(somebodyCanAct(definition, directory));
    if (canBeWalked(found)) {
      walked = walk(definition, chart, mostLanesAtOnce);
      paths = pathsOf(walked, new DayCount(holidays));
      found.push(...lookIntoWalk(definition, chart, walked, paths));
    }
  }
  const longest = longestOf(paths);
  const looked = Object.keys(promises).every((code) => found.some((each) => each.code === code));
  return {
    code: definition.code,
    version: definition.version,
    isProved: looked && found.every(({ isKept }) => isKept),
    promises: found,
    states: sum(walked, ({ situations }) => situations.length),
    transitions: sum(walked, ({ happenings }) => happenings.length),
    isLaneByLane: walked?.isLaneByLane ?? false,
    ...(longest ? { longestPath: longest } : {}),
    ms: Math.round(performance.now() - start),
  };
}

function canBeWalked(found: readonly Finding[]): boolean {
  return ['machine-is-plain-json', 'names-are-real'].every((code) => found.some((promise) => promise.code === code && promise.isKept));
}

function pathsOf({ views }: Walk, dayCount: DayCount): LongestPath[] {
  return views.flatMap((view) => view.definition.lanes.map(({ id }) => longestPath(view, id, dayCount)));
}

function sum(walked: Walk | undefined, count: (exploration: Walk['explored'][number]) => number): number {
  return (walked?.explored ?? []).reduce((total, exploration) => total + count(exploration), 0);
}

function wellFormed(definition: LicenceDefinition): Finding {
  const problems = checkDefinition(definition);
  return finding('is-well-formed', together(problems.map(({ path, message }) => ({ th: `“${path}”: ${message.th}`, en: `“${path}”: ${message.en}` }))));
}

