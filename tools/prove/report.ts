import type { LongestPath, Proof } from '@anuyat/licence-kit/prover';

const units = { working: 'working days', calendar: 'calendar days' } as const;

/** What is printed of a proof as JSON: no situations, and the longest path as its events with the days spent up to each. */
export function reportOf({ promises, longestPath, ...proof }: Proof): object {
  return {
    ...proof,
    promisesKept: promises.filter(({ isKept }) => isKept).length,
    longestPath: longestPath ? { ...daysOf(longestPath), path: pathOf(longestPath) } : null,
    promises,
  };
}

/** One line for each licence, and the stories of its broken promises below. */
export function linesOf({ code, version, isProved, promises, states, transitions, longestPath, ms }: Proof, width: number): string[] {
  const days = longestPath ? `, ${countOf(longestPath)} of ${longestPath.statute} ${units[longestPath.unit]}` : '';
  const walked = `${promises.length} promises, ${states} situations, ${transitions} steps${days}, ${ms} ms`;
  const broken = promises.filter(({ isKept }) => !isKept);
  return [
    `${isProved ? '✓' : '✗'} ${code.padEnd(width)} v${version}  ${isProved ? walked : `is not proved${days}`}`,
    ...broken.flatMap(({ code: promise, story }) => [`    ${promise}`, ...(story ? [`      ${story.th}`, `      ${story.en}`] : [])]),
  ];
}

/** Days without end have no number in JSON. */
function daysOf({ lane, days, unit, statute }: LongestPath): object {
  return { lane, days: Number.isFinite(days) ? days : null, unit, statute };
}

function pathOf({ steps }: LongestPath): object[] {
  return steps.map(({ happening: { event, ruled }, days }) => ({
    event: event ?? 'submitted',
    ...(Object.keys(ruled).length > 0 ? { rules: ruled } : {}),
    days: Number.isFinite(days) ? days : null,
  }));
}

function countOf({ days }: LongestPath): string {
  return Number.isFinite(days) ? String(days) : 'endless';
}
