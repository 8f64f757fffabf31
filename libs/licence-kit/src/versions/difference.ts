import type { LicenceDefinition } from '../definition/licence-definition';
import type { Text } from '../definition/text';
import { canonicalJson } from '../forms/canonical-json';

/** What kind of thing a difference is about, in the order in which an administrator looks. */
export const DIFF_SECTIONS = ['days', 'fees', 'documents', 'questions', 'lanes', 'states', 'events', 'terms', 'texts'] as const;
export type DiffSection = (typeof DIFF_SECTIONS)[number];

/** One thing that two versions say otherwise. */
export interface Difference {
  section: DiffSection;
  kind: 'added' | 'removed' | 'changed';
  /** Where it stands in the definition. */
  path: string;
  what: Text;
  before?: Text;
  after?: Text;
}

/** Two versions that are compared. */
export interface Pair {
  before: LicenceDefinition;
  after: LicenceDefinition;
}

export function same(a: unknown, b: unknown): boolean {
  return canonicalJson(a ?? null) === canonicalJson(b ?? null);
}

/** What both, only the first and only the second have, by a name of each. */
export function matched<T>(before: readonly T[], after: readonly T[], nameOf: (thing: T) => string): { name: string; before: T | undefined; after: T | undefined }[] {
  const [old, now] = [new Map(before.map((thing) => [nameOf(thing), thing])), new Map(after.map((thing) => [nameOf(thing), thing]))];
  return [...new Set([...old.keys(), ...now.keys()])].map((name) => ({ name, before: old.get(name), after: now.get(name) }));
}

/** A difference of a thing that came, went or changed; nothing where it is the same. */
export function differenceOf<T>(section: DiffSection, path: string, what: Text, pair: { before: T | undefined; after: T | undefined }, say: (thing: T) => Text): Difference[] {
  const { before, after } = pair;
  if (before === undefined && after === undefined) return [];
  if (before === undefined) return [{ section, kind: 'added', path, what, after: say(after as T) }];
  if (after === undefined) return [{ section, kind: 'removed', path, what, before: say(before) }];
  return same(before, after) ? [] : [{ section, kind: 'changed', path, what, before: say(before), after: say(after) }];
}

/** The same letters in both languages: rules, codes, figures. */
export function plain(text: string): Text {
  return { th: text, en: text };
}

/** Parts of a sentence in both languages, the empty ones left out. */
export function listed(parts: readonly (Text | undefined)[]): Text {
  const there = parts.filter((part) => part !== undefined);
  return { th: there.map(({ th }) => th).join(' · '), en: there.map(({ en }) => en).join(' · ') };
}
