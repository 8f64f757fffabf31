/** A FEEL rule, or nothing for "always". */
export type Condition = string | undefined;

/** Holds where both hold. */
export function both(a: Condition, b: Condition): Condition {
  if (a === undefined || a === b) return b;
  if (b === undefined) return a;
  return `(${a}) and (${b})`;
}

/** Holds where any of them holds. @throws RangeError when there are none. */
export function any(conditions: readonly Condition[]): Condition {
  if (conditions.length === 0) throw new RangeError('No conditions to join.');
  const different = distinct(conditions);
  if (different.includes(undefined)) return undefined;
  return different.length === 1 ? different[0] : different.map((condition) => `(${condition})`).join(' or ');
}

export function distinct(conditions: readonly Condition[]): Condition[] {
  return [...new Set(conditions)];
}

export function areSame(a: readonly Condition[], b: readonly Condition[]): boolean {
  const [left, right] = [new Set(a), new Set(b)];
  return left.size === right.size && [...left].every((condition) => right.has(condition));
}
