import type { Happening, Situation } from './explore';

/** The steps that some application can take again and again: those inside of a loop. */
export function loopingSteps(happenings: readonly Happening[]): Happening[] {
  const loops = loopsOf(happenings);
  return happenings.filter(({ from, to }) => from !== undefined && (from === to || (loops.has(from) && loops.get(from) === loops.get(to))));
}

/** The loop that each situation is in, by number (Tarjan's strongly connected components, without recursion). */
function loopsOf(happenings: readonly Happening[]): Map<Situation, number> {
  const next = new Map<Situation, Situation[]>();
  for (const { from, to } of happenings) if (from) next.set(from, [...(next.get(from) ?? []), to]);
  const order = new Map<Situation, number>();
  const low = new Map<Situation, number>();
  const stack: Situation[] = [];
  const component = new Map<Situation, number>();
  let components = 0;
  for (const root of next.keys()) {
    if (order.has(root)) continue;
    const path: { at: Situation; child: number }[] = [];
    const enter = (at: Situation): void => {
      order.set(at, order.size);
      low.set(at, order.size - 1);
      stack.push(at);
      path.push({ at, child: 0 });
    };
    enter(root);
    for (let step = path.at(-1); step; step = path.at(-1)) {
      const to = next.get(step.at)?.[step.child];
      step.child += 1;
      if (to !== undefined) {
        if (!order.has(to)) enter(to);
        else if (!component.has(to)) low.set(step.at, Math.min(low.get(step.at) ?? 0, order.get(to) ?? 0));
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent) low.set(parent.at, Math.min(low.get(parent.at) ?? 0, low.get(step.at) ?? 0));
      if (low.get(step.at) !== order.get(step.at)) continue;
      components += 1;
      let member: Situation | undefined;
      do {
        member = stack.pop();
        if (member) component.set(member, components);
      } while (member && member !== step.at);
    }
  }
  return component;
}
