import type { Happening, Situation } from './explore';

/** All situations from which one of the goals can be reached by the given steps; the goals are among them. */
export function reachBack(goals: Iterable<Situation>, happenings: readonly Happening[]): Set<Situation> {
  const before = new Map<Situation, Situation[]>();
  for (const { from, to } of happenings) {
    if (!from) continue;
    const sources = before.get(to);
    if (sources) sources.push(from);
    else before.set(to, [from]);
  }
  const reached = new Set(goals);
  for (const situation of reached) {
    for (const source of before.get(situation) ?? []) reached.add(source);
  }
  return reached;
}
