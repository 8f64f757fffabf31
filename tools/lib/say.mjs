import { stripVTControlCharacters } from 'node:util';

process.stdout.on('error', () => undefined);

/** A reason to stop that is a sentence for the person who started us; no stack is shown. */
export class Refusal extends Error {}

/** One line for the person. */
export function say(line = '') {
  process.stdout.write(`${line}\n`);
}

/** Does a piece of work and tells how long it takes, also while it goes on. */
export async function step(what, work) {
  const begun = Date.now();
  const seconds = () => Math.round((Date.now() - begun) / 1000);
  const patience = setInterval(() => say(`    ${what.toLowerCase()}: ${seconds()} s so far`), 10_000);
  try {
    const result = await work();
    say(`  ✓ ${what}${seconds() >= 1 ? ` (${seconds()} s)` : ''}`);
    return result;
  } catch (error) {
    say(`  ✗ ${what}`);
    throw error;
  } finally {
    clearInterval(patience);
  }
}

/** The end of what a program said, indented. */
export function lastLines(text, count = 15) {
  return stripVTControlCharacters(text).trim().split('\n').slice(-count).map((line) => `    ${line}`).join('\n');
}
