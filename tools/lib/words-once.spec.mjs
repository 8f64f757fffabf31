import { globSync, readFileSync } from 'node:fs';
import { inRoot } from './paths.mjs';

const files = globSync('apps/portal/src/app/**/i18n/*.json', { cwd: inRoot() });

/** Every key in a tree of words, as often as it is there. */
const keysIn = (words) => (typeof words === 'object' && words !== null ? Object.entries(words).flatMap(([key, value]) => [key, ...keysIn(value)]) : []);

describe('the portal’s words', () => {
  it('are found', () => {
    expect(files.length).toBeGreaterThan(8);
  });

  it.each(files)('say each thing once: of two equal keys the second would silently win (%s)', (file) => {
    const text = readFileSync(inRoot(file), 'utf8');
    const written = [...text.matchAll(/"((?:[^"\\]|\\.)*)"\s*:/g)].map(([, key]) => key);
    expect(written).toEqual(keysIn(JSON.parse(text)));
  });
});
