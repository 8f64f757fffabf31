import type { Browser } from 'playwright-core';
import { personaAccountId } from '@anuyat/identity';
import type { CaseView, Me } from '@anuyat/contract';
import { cafe } from '../../sandbox/src/scenario/stories';
import { drafted, eventually } from './support/beforehand';
import { openBrowser } from './support/browser';
import { inDatabase } from './support/database';
import { Person } from './support/person';
import { Witness } from './support/witness';

it('who files long after signing in confirms with ThaID first, comes back to the same page, and files', async () => {
  const witness = new Witness();
  const browser: Browser = await openBrowser();
  try {
    witness.expects(/403 POST \/api\/cases/, /403 \(Forbidden\)/);
    const { id } = await drafted(cafe);
    const applicant = await (await Person.arrive(browser, { who: 'files late', size: 'phone', witness })).signIn(cafe.applicant, `/my/cases/${id}/check`);
    await applicant.page.locator('#declares').check();
    await inDatabase(`UPDATE session SET proved_at = now() - interval '1 hour' WHERE account_id = $1`, [personaAccountId(cafe.applicant)]);
    await eventually('proof that is old', async () => (Date.parse((await applicant.get<Me>('/api/auth/me')).account?.session.freshUntil ?? '') < Date.now() ? true : undefined));
    await applicant.button('my.check.submit').click();
    await applicant.page.locator('.submit-problem a').waitFor();
    await applicant.shoot('has to confirm');
    await applicant.page.locator('.submit-problem a').click();
    await applicant.page.getByRole('button', { name: /มาลี/ }).first().click();
    await applicant.arrivesAt(`/my/cases/${id}/check`);
    await applicant.page.locator('#declares').check();
    await applicant.button('my.check.submit').click();
    await applicant.arrivesAt(`/my/cases/${id}/sent`);
    expect((await applicant.get<CaseView>(`/api/cases/${id}`)).status).toBe('submitted');
    expect(witness.complaints).toEqual([]);
  } finally {
    await browser.close();
  }
}, 120_000);
