import type { StateValue } from 'xstate';

/** Paths of the states that a value stands in, the innermost only: `review.desk.checking`. */
export function pathsOf(value: StateValue, at = ''): string[] {
  if (typeof value === 'string') return [joined(at, value)];
  const entries = Object.entries(value);
  return entries.length === 0 && at !== '' ? [at] : entries.flatMap(([key, below]) => (below === undefined ? [] : pathsOf(below, joined(at, key))));
}

/** The value that stands in these states; undefined where they cannot be stood in at once. */
export function valueAt(paths: readonly string[]): StateValue | undefined {
  const heads = new Map<string, string[]>();
  const bare = new Set(paths.filter((path) => !path.includes('.')));
  for (const path of paths) {
    const dot = path.indexOf('.');
    const head = dot < 0 ? path : path.slice(0, dot);
    heads.set(head, [...(heads.get(head) ?? []), ...(dot < 0 ? [] : [path.slice(dot + 1)])]);
  }
  const [only] = heads.keys();
  if (heads.size === 1 && only !== undefined && bare.has(only)) return heads.get(only)?.length === 0 ? only : undefined;
  const value: Record<string, StateValue> = {};
  for (const [head, below] of heads) {
    const inside = bare.has(head) ? undefined : valueAt(below);
    if (inside === undefined) return undefined;
    value[head] = inside;
  }
  return value;
}

/** The new path by the longest old path that it is, or is below; itself where none is given. */
export function mappedPath(path: string, states: Readonly<Record<string, string>>): string {
  const known = Object.keys(states).filter((old) => path === old || path.startsWith(`${old}.`)).sort((a, b) => b.length - a.length)[0];
  return known === undefined ? path : `${states[known]}${path.slice(known.length)}`;
}

function joined(at: string, key: string): string {
  return at === '' ? key : `${at}.${key}`;
}
