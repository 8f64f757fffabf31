import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { CaseLedgerView, CaseView, LedgerView } from '@anuyat/contract';
import { cafe } from '../../sandbox/src/scenario/stories';
import { Auditor } from './support/auditor';
import { eventually, submitted } from './support/beforehand';
import { openBrowser } from './support/browser';
import { inOrder } from './support/in-order';
import { Person } from './support/person';
import { Witness } from './support/witness';

const folder = mkdtempSync(join(tmpdir(), 'anuyat-check-'));

describe('a history that its applicant takes away', () => {
  const witness = new Witness();
  const then = inOrder(() => applicant.shoot('failed'));
  let browser: Browser;
  let applicant: Person;
  let offline: BrowserContext;
  let file: CaseView;
  let history: Buffer;

  beforeAll(async () => {
    browser = await openBrowser();
    file = await submitted(cafe);
    applicant = await (await Person.arrive(browser, { who: 'history', language: 'en', size: 'phone', witness })).signIn(cafe.applicant, `/my/cases/${file.id}`);
    offline = await browser.newContext({ offline: true, locale: 'th-TH', viewport: { width: 390, height: 844 } });
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  const verdict = (page: Page): Promise<string | null> => page.locator('[data-genuine]').getAttribute('data-genuine');

  then('is under a signed root once an administrator has asked for one, and says so on the case', async () => {
    const administrator = await (await Person.arrive(browser, { who: 'administrator', witness })).signIn('admin', '/admin');
    await administrator.api.post('/api/ledger/roots', { headers: { 'sec-fetch-site': 'same-origin' } });
    await eventually('root over the case', async () => {
      const standing = await applicant.get<CaseLedgerView>(`/api/cases/${file.id}/ledger`);
      return standing.root && standing.pendingLines < standing.lines ? standing : undefined;
    });
    await applicant.open(`/my/cases/${file.id}`);
    await applicant.reads(applicant.say('my.ledger.signedAt'));
    const [download] = await Promise.all([applicant.page.waitForEvent('download'), applicant.link('my.ledger.download').click()]);
    expect(download.suggestedFilename()).toBe(`history-${file.number}.json`);
    await download.saveAs(join(folder, 'history.json'));
    history = Buffer.from(await (await applicant.api.get(`/api/cases/${file.id}/history`)).body());
    await applicant.open('/ledger');
    await applicant.button('public.ledger.prove').click();
    await applicant.reads(applicant.say('public.ledger.proved'));
    await applicant.shoot('the published roots');
  });

  then('is checked by one page from a disk without a network, in both languages, against the published key', async () => {
    writeFileSync(join(folder, 'check.html'), await (await applicant.api.get('/check-history.html')).body());
    const asked: string[] = [];
    const page = await offline.newPage();
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(pathToFileURL(join(folder, 'check.html')).href);
    await page.locator('#file').setInputFiles(join(folder, 'history.json'));
    expect(await verdict(page)).toBe('true');
    const { keys } = await applicant.get<LedgerView>('/api/ledger');
    await page.locator('#key').fill(keys[0]?.text ?? '');
    await page.getByText('ตรงกับกุญแจหรือรากที่คุณให้ไว้').waitFor();
    expect(await new Auditor(page).findFaults()).toEqual([]);
    expect(await new Auditor(page).findOverflow()).toBeLessThanOrEqual(0);
    await page.locator('#language').click();
    await page.getByText('It is the key or root that you gave').waitFor();
    await page.locator('#key').fill('anuyat.example/ledger+00000000+AAAA');
    await page.getByText('This is neither a published key nor a root').waitFor();
    expect(asked.filter((url) => !/^(file|data):/.test(url))).toEqual([]);
  });

  then('is refused by the page as the portal serves it, wherever a byte was flipped', async () => {
    const { page } = applicant;
    await page.goto('/check-history.html');
    const seen: (string | null)[] = [];
    for (const part of [0.01, 0.2, 0.4, 0.6, 0.8, 0.999]) {
      const forged = Buffer.from(history);
      const at = Math.floor(forged.length * part);
      forged[at] = (forged[at] ?? 0) ^ 1;
      await page.locator('#result').evaluate('(result) => result.replaceChildren()');
      await page.locator('#file').setInputFiles({ name: 'forged.json', mimeType: 'application/json', buffer: forged });
      await page.locator('[data-genuine]').waitFor();
      seen.push(await verdict(page));
    }
    expect(seen).toEqual(seen.map(() => 'false'));
    await page.locator('#result').evaluate('(result) => result.replaceChildren()');
    await page.locator('#file').setInputFiles({ name: 'history.json', mimeType: 'application/json', buffer: history });
    await page.locator('[data-genuine="true"]').waitFor();
    expect(witness.complaints).toEqual([]);
  });
});
