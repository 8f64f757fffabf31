import type { Clock, LicenceDefinition } from '../definition/licence-definition';

/** What the order of licences is worked out from. */
type Link = Pick<LicenceDefinition, 'code' | 'dependsOn' | 'clock'>;

/**
 * In which step each licence can be asked for: 1 at once, 2 after a 1, and so on. Licences outside the list keep nobody waiting.
 * @throws Error that names the circle when licences wait for each other.
 */
export function orderSteps(licences: readonly Link[]): Map<string, number> {
  return along(licences, () => 1);
}

/** Working days along the longest chain of licences that wait for each other. */
export function longestDays(licences: readonly Link[]): number {
  return Math.max(0, ...along(licences, ({ clock }) => workingDaysOf(clock)).values());
}

/** A week of calendar days holds five working days. */
export function workingDaysOf({ days, unit }: Pick<Clock, 'days' | 'unit'>): number {
  return unit === 'working' ? days : Math.ceil((days * 5) / 7);
}

function along(licences: readonly Link[], lengthOf: (licence: Link) => number): Map<string, number> {
  const byCode = new Map(licences.map((licence) => [licence.code, licence]));
  const lengths = new Map<string, number>();
  const measure = (licence: Link, path: readonly string[]): number => {
    const known = lengths.get(licence.code);
    if (known !== undefined) return known;
    if (path.includes(licence.code)) {
      const circle = [...path.slice(path.indexOf(licence.code)), licence.code];
      throw new Error(`Licences wait for each other in a circle: ${circle.join(' → ')}.`);
    }
    const before = licence.dependsOn.flatMap((code) => byCode.get(code) ?? []);
    const length = lengthOf(licence) + Math.max(0, ...before.map((other) => measure(other, [...path, licence.code])));
    lengths.set(licence.code, length);
    return length;
  };
  for (const licence of licences) measure(licence, []);
  return lengths;
}
