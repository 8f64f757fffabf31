import type { Browser } from 'playwright-core';
import type { LicenceLifeView, LicenceView, PaperView } from '@anuyat/contract';
import { eventually } from './support/beforehand';
import { openBrowser } from './support/browser';
import { inOrder } from './support/in-order';
import { deciderOf } from './support/officer';
import { Person } from './support/person';
import { Witness } from './support/witness';

/** A life that was made to begin long ago is opened again once a minute. */
const A_MINUTE_AND_SOME = 100;

/** The seeds hold one licence of Malee's with twenty days left. */
describe('an issued licence', () => {
  const witness = new Witness();
  let browser: Browser;
  let malee: Person;
  let expiring: LicenceView;
  const then = inOrder(() => malee.shoot('failed'));

  beforeAll(async () => {
    browser = await openBrowser();
    malee = await (await Person.arrive(browser, { who: 'holder', witness })).signIn('malee', '/my/licences');
    expiring = await eventually('licence that waits for its renewal fee', async () => {
      const soon = (await malee.get<LicenceView[]>('/api/licences')).filter(({ status }) => status === 'expiring');
      const lives = await Promise.all(soon.map(({ number }) => malee.get<LicenceLifeView>(`/api/licences/${number}`)));
      return lives.find(({ renewal }) => renewal.bill)?.licence;
    }, A_MINUTE_AND_SOME);
  }, 120_000);
  afterAll(() => browser.close());

  then('says on its holder’s page that paying renews it, and for how much', async () => {
    await malee.open('/my/licences');
    await malee.page.locator(`a[href="/my/licences/${expiring.number}"]`).click();
    await malee.arrivesAt(`/my/licences/${expiring.number}`);
    await malee.reads('ต่ออายุโดยชำระค่าธรรมเนียมเท่านั้น');
    await malee.shoot('renewal is due');
    await malee.page.getByRole('link', { name: /ชำระและต่ออายุ/ }).click();
    await malee.arrivesAt(/^\/my\/bills\//);
  });

  then('is renewed by the payment alone: a new last day, a second edition', async () => {
    const before = expiring.validUntil ?? '';
    const [bank] = await Promise.all([malee.context.waitForEvent('page'), malee.link('my.bill.sandbox').click()]);
    await bank.getByRole('button').click();
    await bank.getByText('จ่ายแล้ว').first().waitFor();
    await bank.close();
    const renewed = await eventually('renewal', async () => {
      const { licence } = await malee.get<LicenceLifeView>(`/api/licences/${expiring.number}`);
      return licence.edition === 2 ? licence : undefined;
    });
    expect(Number(renewed.validUntil?.slice(0, 4))).toBe(Number(before.slice(0, 4)) + 1);
    await malee.open(`/my/licences/${expiring.number}`);
    await malee.page.locator('life-editions tbody tr').nth(1).waitFor();
    await malee.shoot('renewed');
  });

  then('is suspended by its office, and whoever checks it sees so', async () => {
    const officer = await (await Person.arrive(browser, { who: 'officer of the register', witness })).signIn(deciderOf(expiring.issuedBy.code), '/desk/licences');
    await officer.page.locator(`a[href="/desk/licences/${expiring.number}"]`).click();
    await officer.arrivesAt(`/desk/licences/${expiring.number}`);
    await officer.page.getByRole('button', { name: 'พักใช้ทันทีโดยไม่รอคำชี้แจง' }).click();
    await officer.page.getByRole('button', { name: /^ยืนยัน/ }).click();
    await officer.page.locator('.error-summary').waitFor();
    await officer.page.locator('#urgency').fill('พบอาหารเป็นพิษ');
    await officer.page.locator('#days').fill('10');
    for (const part of ['facts', 'law', 'considerations']) await officer.page.locator(`#${part}`).fill('ตามบันทึกการตรวจ');
    await officer.page.getByRole('button', { name: /^ยืนยัน/ }).click();
    await officer.reads('คำสั่งพักใช้ใบอนุญาต');
    await officer.shoot('suspended');

    const passer = await Person.arrive(browser, { who: 'passer-by', witness, size: 'phone' });
    await passer.open(`/verify/${expiring.number}`);
    await passer.reads(passer.say('public.verify.suspended'));
    await passer.reads(passer.say('public.verify.since'));
    await passer.shoot('checks a suspended licence');
  });

  then('is seen to be suspended without a network, by the code on its paper alone', async () => {
    const { link } = await malee.get<PaperView>(`/api/licences/${expiring.number}/paper`);
    const { origin, hash } = new URL(link);
    const context = await browser.newContext({ locale: 'th-TH', viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    await eventually('signed list with the suspension', async () => {
      await page.goto(`${origin}/check-licence.html${hash}`);
      await page.reload();
      await page.locator('#list-age').waitFor();
      return (await page.locator('#verdict').innerText()).includes('ถูกพักใช้') || undefined;
    });
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
    await context.setOffline(true);
    const scanned = await context.newPage();
    await scanned.goto(link);
    await scanned.locator('#offline').waitFor();
    expect(await scanned.locator('main').innerText()).toEqual(expect.stringContaining('ใบอนุญาตถูกพักใช้'));
    expect(await scanned.locator('dl').innerText()).toContain(expiring.number);
    await scanned.goto(`${link.slice(0, -1)}${(Number(link.at(-1)) + 1) % 10}`);
    await scanned.reload();
    expect(await scanned.locator('#verdict').innerText()).toContain('ไม่ใช่ใบอนุญาตจริง');
    await context.close();
  });

  it('left nothing to complain about', () => {
    expect(witness.complaints).toEqual([]);
  });
});
