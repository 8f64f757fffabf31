/**
 * Which fields an answer has, object by object: `{ '': 'id items', 'items[]': 'code title' }`. Texts in two languages are values.
 * @param opaque objects whose inside is not looked at.
 */
export function fieldsOf(value: unknown, opaque: readonly string[] = [], path = ''): Record<string, string> {
  if (Array.isArray(value)) return merge(...value.map((item) => fieldsOf(item, opaque, `${path}[]`)));
  if (typeof value !== 'object' || value === null || opaque.includes(path)) return {};
  const keys = Object.keys(value).sort();
  if (keys.join() === 'en,th') return {};
  const below = Object.entries(value).map(([key, inner]) => fieldsOf(inner, opaque, path ? `${path}.${key}` : key));
  return merge({ [path]: keys.join(' ') }, ...below);
}

/** Objects of one place may have different fields: the place has all of them. */
function merge(...all: Record<string, string>[]): Record<string, string> {
  const merged: Record<string, string> = {};
  for (const [path, keys] of all.flatMap((each) => Object.entries(each))) merged[path] = [...new Set(`${merged[path] ?? ''} ${keys}`.trim().split(' '))].sort().join(' ');
  return merged;
}

/** Every text and number in a tree of answers, with its path. */
export function leavesOf(value: unknown, path = ''): { path: string; value: string }[] {
  if (Array.isArray(value)) return value.flatMap((item, at) => leavesOf(item, `${path}.${at}`));
  if (typeof value === 'object' && value !== null) return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, path ? `${path}.${key}` : key));
  return [{ path, value: String(value) }];
}
