import type { Browser, Page } from 'playwright-core';
import { openBrowser } from './support/browser';

const portal = process.env['ANUYAT_URL'] ?? '';

describe('the front page', () => {
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    browser = await openBrowser();
    page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(portal);
  });
  afterAll(() => browser.close());

  it('opens in Thai with the promise that the portal keeps', async () => {
    await page.getByText('ยื่นที่เดียว').first().waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('th');
  });

  it('gives the browser nothing to complain about, its content policy included', () => {
    expect(complaints).toEqual([]);
  });
});
