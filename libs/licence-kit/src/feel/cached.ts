const MOST = 5_000;

/** Remembers what was worked out for a text; the oldest entries go when there are more than a few thousand. */
export function cached<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = make(text);
    if (known.size >= MOST) known.delete(known.keys().next().value as string);
    known.set(text, made);
    return made;
  };
}
