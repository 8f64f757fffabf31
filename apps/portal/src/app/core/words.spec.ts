import { ACCOUNT_WORDS } from '../account/account-words';
import { AREA_WORDS } from './area-words';

const ALL_WORDS = { ...AREA_WORDS, account: ACCOUNT_WORDS };

/** Dotted keys of a tree of words. */
function keysOf(words: object, at = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) => (typeof value === 'object' && value !== null ? keysOf(value as object, `${at}${key}.`) : [`${at}${key}`]));
}

function emptyIn(words: object): string[] {
  return Object.entries(words).flatMap(([key, value]) => (typeof value === 'object' && value !== null ? emptyIn(value as object) : value === '' ? [key] : []));
}

describe.each(Object.entries(ALL_WORDS))('the words of %s', (_, both) => {
  it('have the same keys in both languages, and none is empty', async () => {
    const th = (await both.th()).default;
    const en = (await both.en()).default;
    const inOne = (keys: string[]) => keys.filter((key) => !key.startsWith('anuyatWords')).sort();
    expect(inOne(keysOf(th))).toEqual(inOne(keysOf(en)));
    expect([...emptyIn(th), ...emptyIn(en)]).toEqual([]);
  });
});
