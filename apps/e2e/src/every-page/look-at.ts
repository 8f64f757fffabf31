import type { Browser, Page } from 'playwright-core';
import type { Language } from '@anuyat/licence-kit';
import { Auditor } from '../support/auditor';
import { openBrowser } from '../support/browser';
import { Person, sizes } from '../support/person';
import { Witness } from '../support/witness';
import { Ground } from './ground';
import type { Visit } from './visit';

const PATIENCE_MS = 120_000;

/** Opens each page in each state and looks at it in both languages, on a phone, on a desktop and at 320 pixels. */
export function lookAt(visits: readonly Visit[]): void {
  const witness = new Witness();
  const people = new Map<string, Person>();
  let browser: Browser;
  const ground = new Ground();

  const personOf = async (persona = 'nobody'): Promise<Person> => {
    const known = people.get(persona);
    if (known) return known;
    const person = await Person.arrive(browser, { who: persona, witness });
    if (persona !== 'nobody') await person.signIn(persona, '/help');
    people.set(persona, person);
    return person;
  };

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it.each(visits.map((visit) => [visit.route, visit.state, visit] as const))('%s, %s', async (_route, _state, visit) => {
    witness.expects(/40[34] GET \/api\/(licence-types\/no-such-licence|cases\/|tasks\/|licences\/|monitor\/applications\/|payments\/together\/|exceptions\/)/, /status of 40[34]/);
    const person = await personOf(visit.as);
    const guest = await reach(person, visit, 'th');
    const { pathname } = new URL(guest.page.url());
    const faults = await faultsIn(guest, 'phone', 'desktop');
    if (!visit.isCovered) await guest.switchLanguage();
    const other = visit.isCovered ? await reach(person, visit, 'en') : guest;
    faults.push(...(await faultsIn(other, 'desktop', 'phone')));
    if (new URL(other.page.url()).pathname !== pathname) faults.push(`the language led from ${pathname} to ${other.page.url()}`);
    await other.page.evaluate(`localStorage.setItem('anuyat.language', 'th')`);
    for (const { page } of new Set([guest, other])) await page.close();
    expect(faults).toEqual([]);
  }, PATIENCE_MS);

  it('left nothing to complain about', () => {
    expect(witness.complaints).toEqual([]);
  });

  /** Opens the page of a visit in a window of its own and brings it into its state. */
  async function reach(person: Person, visit: Visit, language: Language): Promise<Person> {
    const guest = await person.window(language);
    await visit.before?.(guest);
    await guest.page.setViewportSize(sizes.phone);
    await guest.open(await visit.path(ground));
    await visit.then?.(guest);
    return guest;
  }

  async function faultsIn(guest: Person, ...widths: (keyof typeof sizes)[]): Promise<string[]> {
    const { page } = guest;
    const language = await page.locator('html').getAttribute('lang');
    const auditor = new Auditor(page);
    const faults: string[] = [];
    for (const width of widths) {
      await page.setViewportSize(sizes[width]);
      faults.push(...(await auditor.findFaults()).map((fault) => `${language} ${width}: ${fault}`));
    }
    for (const width of [...widths, 'narrow'] as const) {
      await page.setViewportSize(sizes[width]);
      const pixels = await auditor.findOverflow();
      if (pixels > 0) faults.push(`${language} ${width}: ${pixels} pixels too wide`);
    }
    return [...faults, ...(await titleFaults(page))];
  }
}

async function titleFaults(page: Page): Promise<string[]> {
  const title = await page.title();
  const headings = await page.locator('main h1:visible').count();
  return [...(headings === 1 ? [] : [`${headings} headings of the first level`]), ...(/ - (อนุญาต|Anuyat)$/.test(title) ? [] : [`titled "${title}"`])];
}
