import type { RunReport } from './run';
import { faultKinds } from './faults/kinds';

const MOST_STORIES = 5;

/** What a person reads: faults by kind, each invariant with what was looked at, and the story of what broke, with the way to repeat it. */
export function tellReport({ seed, backend, cases, faults, checked, troubles, counts, seconds, isUnbroken }: RunReport): string[] {
  const byKind = Map.groupBy(faults, ({ kind }) => kind);
  const kinds = faultKinds.filter((kind) => byKind.has(kind));
  return [
    '',
    `Seed ${seed}, queue on ${backend}: ${cases} cases, ${faults.length} faults of ${kinds.length} kinds`,
    ...kinds.map((kind) => `  ${String(byKind.get(kind)?.length ?? 0).padStart(4)}  ${kind.padEnd(22)} last: ${byKind.get(kind)?.at(-1)?.told ?? ''}`),
    '',
    ...checked.flatMap(({ id, title, checked: what, breaches }) => [
      `  ${breaches.length === 0 ? '✓' : '✗'} ${id.padEnd(4)} ${title}: ${what}`,
      ...breaches.slice(0, MOST_STORIES).map((story) => `         ${story}`),
      ...(breaches.length > MOST_STORIES ? [`         … and ${breaches.length - MOST_STORIES} more`] : []),
    ]),
    ...troubles.slice(0, MOST_STORIES).map((trouble) => `  ✗ ${trouble}`),
    '',
    `  ${Object.entries(counts).map(([name, count]) => `${name} ${count}`).join(', ')}`,
    `  started in ${seconds.start.toFixed(1)} s, load and faults ${seconds.load.toFixed(1)} s, checks ${seconds.check.toFixed(1)} s`,
    isUnbroken ? 'Nothing is broken.' : `Something is broken. The same again: npm run chaos -- --seed ${seed} --cases ${cases} --faults ${faults.length}${backend === 'Redis' ? ' --redis' : ''}`,
  ];
}
