import type { Browser } from 'playwright-core';
import type { PasskeyView } from '@anuyat/contract';
import { cafe } from '../../sandbox/src/scenario/stories';
import { submitted } from './support/beforehand';
import { openBrowser } from './support/browser';
import { inOrder } from './support/in-order';
import { Officer } from './support/officer';
import { Person } from './support/person';
import { Witness } from './support/witness';

const hint = 'laem-chabang-registry';

describe('an officer with a passkey', () => {
  const witness = new Witness();
  let browser: Browser;
  let officer: Person;
  let number: string;
  const then = inOrder(() => officer.shoot('failed'));

  beforeAll(async () => {
    browser = await openBrowser();
    number = (await submitted(cafe)).details.find(({ code }) => code === 'commercial-registration')?.number ?? '';
    officer = await Person.arrive(browser, { who: 'officer with a passkey', size: 'phone', witness });
    const device = await officer.context.newCDPSession(officer.page);
    await device.send('WebAuthn.enable');
    await device.send('WebAuthn.addVirtualAuthenticator', { options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } });
  }, 120_000);
  afterAll(async () => {
    for (const { id } of await officer.get<PasskeyView[]>('/api/auth/passkeys')) await officer.api.delete(`/api/auth/passkeys/${id}`);
    await browser.close();
  });

  then('makes one on the device at hand', async () => {
    await officer.signIn(hint, '/account/passkeys');
    await officer.button('account.passkeys.makeNow').click();
    await officer.page.locator('li.card strong').first().waitFor();
    await officer.shoot('made');
  });

  then('is led to it by signing in, and from there to the work', async () => {
    await officer.signIn(hint, '/desk');
    await officer.arrivesAt('/account/passkeys');
    await officer.button('account.passkeys.enterNow').click();
    await officer.arrivesAt('/desk');
  });

  then('signs a decision with it, and the decision is recorded', async () => {
    witness.expects(/403 POST \/api\/applications/, /403 \(Forbidden\)/);
    const desk = new Officer(officer);
    await desk.take(number, 'registry');
    await desk.doSome(['accepted']);
    await desk.begin('approved');
    await desk.confirm('approved');
    await officer.page.getByRole('button', { name: 'ยืนยันด้วยพาสคีย์' }).click();
    await desk.untilRecorded();
    await officer.shoot('signed');
  });

  then('leaves nothing odd behind in the browser', () => {
    expect(witness.complaints).toEqual([]);
    return Promise.resolve();
  });
});
