import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from './paths.mjs';

/** The polite word of formal letters; not the middle of another word, such as "only". */
const FORMAL = /(?<!เ)ท่าน(?![\u0e30-\u0e3a\u0e47-\u0e4e])/;
/** What is set as a letter of an office, by the names of its texts. */
const OF_A_LETTER = /"(items|refusal|intent|appeal)(Opening|Closing)"/;
/** Names of places, in which it is a part of a name. */
const PLACES = /places\.json$/;

function* textsIn(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* textsIn(path);
    else if (/\.(ts|json|html)$/.test(entry.name) && !PLACES.test(entry.name)) yield path;
  }
}

describe('how people are addressed in Thai', () => {
  it('is one way on every screen; the formal one is kept for letters of offices', () => {
    const found = ['apps', 'libs', 'workflows'].flatMap((folder) =>
      [...textsIn(inRoot(folder))].flatMap((path) =>
        readFileSync(path, 'utf8').split('\n').flatMap((line, at) => (FORMAL.test(line) && !OF_A_LETTER.test(line) ? [`${path}:${at + 1}`] : []))));
    expect(found).toEqual([]);
  });

  it('knows the word from others that hold the same letters', () => {
    expect(['คำขอของท่าน', 'เท่านั้น', 'ของท่านเอง', 'อำเภอท่าใหม่'].map((words) => FORMAL.test(words))).toEqual([true, false, true, false]);
  });
});
