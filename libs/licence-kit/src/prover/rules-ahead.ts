import { askedBy, enteredWith, findTarget, withAncestors, type Chart, type Place } from './chart';

/**
 * The rules that may still be asked from where an application stands. What was ruled on others no longer matters, so that
 * situations that differ in nothing else are one.
 */
export function rulesAhead(chart: Chart): (leaves: readonly Place[]) => ReadonlySet<string> {
  const known = new Map<Place, ReadonlySet<string>>();
  const aheadOf = (place: Place): ReadonlySet<string> => {
    const found = known.get(place);
    if (found) return found;
    const rules = new Set<string>();
    const reached = new Set<Place>();
    const reach = (at: Place): void => {
      if (reached.has(at)) return;
      reached.add(at);
      for (const move of at.moves) {
        for (const rule of askedBy(move.config.guard)) rules.add(rule);
        const target = findTarget(chart, move);
        for (const next of target ? [...enteredWith(target), ...withAncestors(target)] : []) reach(next);
      }
    };
    withAncestors(place).forEach(reach);
    known.set(place, rules);
    return rules;
  };
  return (leaves) => new Set(leaves.flatMap((leaf) => [...aheadOf(leaf)]));
}
