/** The lowest level at which applications are filed (rule of thumb of the national standards on digital identity, ขมธอ. 18 and 19). */
export const ialToFile = '2.1';
/** The lowest level at which an officer signs. */
export const ialToSign = '2.3';

/** Whether an identity assurance level such as `2.3` is at least another; one that is not told or cannot be read never is. */
export function reaches(ial: string | undefined, lowest: string): boolean {
  const [level, needed] = [numberOf(ial), numberOf(lowest)];
  return level !== undefined && needed !== undefined && level >= needed;
}

function numberOf(ial: string | undefined): number | undefined {
  const [, whole, part] = /^([1-3])(?:\.([0-9]))?$/.exec(ial ?? '') ?? [];
  return whole === undefined ? undefined : Number(whole) * 10 + Number(part ?? 0);
}
