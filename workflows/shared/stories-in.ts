import { readFileSync, readdirSync } from 'node:fs';
import type { StoryOfACase } from '@anuyat/licence-kit/testing';

/** Every story of a licence's folder, in the order of the file names. `folder` is the `import.meta.url` of a file in it. */
export function storiesIn(folder: string): StoryOfACase[] {
  const stories = new URL('./stories/', folder);
  return readdirSync(stories)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => JSON.parse(readFileSync(new URL(file, stories), 'utf8')) as StoryOfACase);
}
