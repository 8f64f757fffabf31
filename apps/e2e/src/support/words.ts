import { readFileSync } from 'node:fs';
import type { Language, Text } from '@anuyat/licence-kit';

type Tree = { [key: string]: string | Tree };

const portal = new URL('../../../portal/src/', import.meta.url);
const areas = ['home', 'public', 'my', 'desk', 'monitor', 'admin', 'account', 'people'];
const kept = new Map<string, Tree>();

/** The words that the portal shows for a key such as `my.check.submit`. @throws when there are none. */
export function wordsOf(language: Language, key: string, params: Record<string, string | number> = {}): string {
  const [area = '', ...rest] = key.split('.');
  const isOwn = areas.includes(area);
  const file = isOwn ? `app/${area}/i18n/${language}.json` : `i18n/${language}.json`;
  const words = (isOwn ? rest : [area, ...rest]).reduce<string | Tree | undefined>((at, part) => (typeof at === 'object' ? at[part] : undefined), read(file));
  if (typeof words !== 'string') throw new Error(`The portal has no words for ${key} in ${language}.`);
  return words.replace(/\{\{\s*(\w+)\s*\}\}/g, (_all, name: string) => String(params[name] ?? ''));
}

/** A text of the API in one language. */
export function textIn(language: Language, text: Text | null | undefined): string {
  return text?.[language] ?? '';
}

/** Matches these words wherever they stand, with any blanks between them. */
export function loosely(words: string): RegExp {
  return new RegExp(words.trim().split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+'));
}

function read(file: string): Tree {
  const known = kept.get(file);
  if (known) return known;
  const tree = JSON.parse(readFileSync(new URL(file, portal), 'utf8')) as Tree;
  kept.set(file, tree);
  return tree;
}
