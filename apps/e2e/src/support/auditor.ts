import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Style sheets are read anew only for a rule that is still an experiment and not among these. */
const run = `axe.run(document, { runOnly: ${JSON.stringify(rules)}, resultTypes: ['violations'], preload: { assets: ['media'] } }).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + ' at ' + target.join(' ') + ': ' + failureSummary.replace(/\\s+/g, ' '))))`;

/** Words that nobody should read: keys of words, values that are none. */
const strayWords = `[...document.body.innerText.matchAll(/\\b(?:home|public|my|desk|monitor|admin|shell|common)\\.[a-z]\\w*\\.[\\w.]+|\\bundefined\\b|\\bNaN\\b|\\[object \\w+\\]|\\{\\{/g)].map(([words]) => 'reads "' + words + '"')`;

const overflow = `document.documentElement.scrollWidth - window.innerWidth`;

/** Looks at a page as it stands. */
export class Auditor {
  constructor(private readonly page: Page) {}

  /** What axe finds against WCAG 2.2 A and AA and against good practice, and words that are none. */
  async findFaults(): Promise<string[]> {
    if (!(await this.page.evaluate<boolean>('"axe" in window'))) await this.page.evaluate(axe);
    return [...(await this.page.evaluate<string[]>(run)), ...(await this.page.evaluate<string[]>(strayWords))];
  }

  /** How many pixels the page is wider than its window. */
  findOverflow(): Promise<number> {
    return this.page.evaluate<number>(overflow);
  }
}
