import type { Facts } from '../definition/case-answers';
import type { JsonSchema } from '../definition/json-schema';
import { setFact, getFactAt } from '../forms/fact-path';
import { findSchemaAt } from '../forms/schema-paths';
import { candidatesFor, isAllowed, tidy, wholeStep, type Choices } from './candidates';
import { sizeOf, type Change } from './change';
import { factsInQuestion } from './facts-in-question';

/** What is asked: which change of the facts turns what the rules give. */
export interface Turning {
  /** The FEEL that decides. */
  rules: readonly string[];
  /** What the rules give for the facts; compared by its JSON. */
  outcomeOf: (facts: Facts) => unknown;
  /** Only such outcomes count as turned; absent: every other one. */
  isWanted?: (outcome: unknown) => boolean;
  schema: JsonSchema;
  facts: Facts;
  choices?: Choices;
  /** Whether numbers are also tried in growing steps, where an amount has no bounds of its own. */
  isAmount?: boolean;
}

const MOST_FACTS = 3;
/** Of an amount nearly everything is turned by one fact. */
const MOST_FACTS_OF_AMOUNT = 2;
const MOST_TRIES = 6_000;

/**
 * The smallest change of the answers that gives something else: as few facts as possible, and of those the nearest values.
 * Each is tried on the rules before it is given; undefined where no allowed change of up to three facts turns them.
 */
export function findSmallestChange(turning: Turning): Change[] | undefined {
  const tries = { left: MOST_TRIES };
  const isTurnedBy = turns(turning, tries);
  const groups = turnsTried(turning).map((group) => group.sort((a, b) => sizeOf(a) - sizeOf(b)));
  const singles = groups.flat();
  if (turning.isAmount) singles.push(...probes(turning, isTurnedBy));
  const single = nearest(singles.map((change) => [change]), isTurnedBy);
  if (single) return single;
  for (let count = 2; count <= Math.min(turning.isAmount ? MOST_FACTS_OF_AMOUNT : MOST_FACTS, groups.length) && tries.left > 0; count += 1) {
    const found = nearest([...combinations(groups, count, tries.left)], isTurnedBy);
    if (found) return found;
  }
  return undefined;
}

/** Every single change that the search tries, fact by fact. */
export function turnsTried({ rules, schema, facts, choices }: Turning): Change[][] {
  return factsInQuestion(rules, schema, facts).map((path) => candidatesFor(path, rules, schema, facts, choices)).filter(({ length }) => length > 0);
}

/** The facts with the changes made. */
export function changed(facts: Facts, changes: readonly Change[]): Facts {
  return changes.reduce((so: Facts, { path, to }) => setFact(so, path, to ?? undefined), facts);
}

function turns({ outcomeOf, isWanted, facts }: Turning, tries: { left: number }): (changes: Change[]) => boolean {
  const before = JSON.stringify(outcomeOf(facts) ?? null);
  return (changes) => {
    tries.left -= 1;
    const outcome = outcomeOf(changed(facts, changes));
    return JSON.stringify(outcome ?? null) !== before && (isWanted?.(outcome) ?? true);
  };
}

function nearest(tried: Change[][], isTurnedBy: (changes: Change[]) => boolean): Change[] | undefined {
  const size = (changes: Change[]) => changes.reduce((sum, change) => sum + sizeOf(change), 0);
  return tried.map((changes) => ({ changes, size: size(changes) })).sort((a, b) => a.size - b.size).find(({ changes }) => isTurnedBy(changes))?.changes;
}

function* combinations(groups: Change[][], count: number, most: number, from = 0): Generator<Change[]> {
  let given = 0;
  for (let at = from; at <= groups.length - count; at += 1) {
    for (const change of groups[at] ?? []) {
      const rests = count === 1 ? [[]] : combinations(groups, count - 1, most, at + 1);
      for (const rest of rests) {
        if (given >= most) return;
        given += 1;
        yield [change, ...rest];
      }
    }
  }
}

/** Numbers moved by doubling steps until the amount turns, then halved back to the nearest that still does. */
function probes({ rules, schema, facts }: Turning, isTurnedBy: (changes: Change[]) => boolean): Change[] {
  return factsInQuestion(rules, schema, facts).flatMap((path) => {
    const field = findSchemaAt(schema, path);
    const from = getFactAt(facts, path);
    if (typeof from !== 'number' || !field || field.enum) return [];
    const step = wholeStep(field);
    const at = (steps: number): Change => ({ path, from, to: tidy(from + steps * step) });
    return [1, -1].flatMap((way) => {
      let reach = 1;
      while (reach < 1e7 && isAllowed(at(way * reach).to as number, field) && !isTurnedBy([at(way * reach)])) reach *= 2;
      if (!isAllowed(at(way * reach).to as number, field)) return [];
      let [still, turned] = [Math.floor(reach / 2), reach];
      while (turned - still > 1) {
        const middle = Math.floor((still + turned) / 2);
        if (isTurnedBy([at(way * middle)])) turned = middle;
        else still = middle;
      }
      return [at(way * turned)];
    });
  });
}
