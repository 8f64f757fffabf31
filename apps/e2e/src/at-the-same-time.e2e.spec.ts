import type { Browser, Page } from 'playwright-core';
import type { CaseView, TaskPage, TaskView } from '@anuyat/contract';
import { findPersona } from '@anuyat/identity/personas';
import { cafe, restaurant } from '../../sandbox/src/scenario/stories';
import { drafted, submitted, underWay } from './support/beforehand';
import { openBrowser } from './support/browser';
import { Officer } from './support/officer';
import { Person, portal } from './support/person';
import { Typist } from './support/typist';
import { killWorker, workerPid } from './support/worker';
import { Witness } from './support/witness';

const PATIENCE_MS = 120_000;

describe('people and machines at the same time', () => {
  const witness = new Witness();
  let browser: Browser;
  const arrive = async (who: string, persona: string, returnTo: string): Promise<Person> => (await Person.arrive(browser, { who, witness })).signIn(persona, returnTo);
  const applicationOf = ({ details }: CaseView, code: string) => details.find((one) => one.code === code) ?? fail(`The case holds no ${code}.`);
  const taskOf = async (officer: Person, number: string | null, lane: string): Promise<string> => {
    const { items } = await officer.get<TaskPage>(`/api/tasks?q=${encodeURIComponent(number ?? '')}`);
    return items.find((task) => task.number === number && task.lane === lane)?.id ?? fail(`There is no task of ${number}.`);
  };
  const nameTh = (page: Page) => page.locator('#f-business-nameTh');

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it('of two officers who decide at once one wins, and the other reads who did what and loses nothing', async () => {
    witness.expects(/409 POST \/api\/applications/, /409 \(Conflict\)/);
    const { number, id } = applicationOf(await submitted(restaurant), 'food-premises-large');
    const [first, second] = await Promise.all(['watthana-sanitation', 'watthana-sanitation-2'].map((hint) => arrive(`at once ${hint}`, hint, '/desk')));
    const [accepts, asks] = [new Officer(first ?? fail()), new Officer(second ?? fail())];
    const task = await taskOf(accepts.person, number, 'sanitation');
    await Promise.all([accepts, asks].map(({ person }) => person.open(`/desk/tasks/${task}`)));
    await accepts.begin('accepted');
    await asks.begin('asked');
    await asks.person.page.locator('#act-items').selectOption({ index: 1 });
    await asks.person.button('desk.acts.addOne').click();
    await asks.person.page.locator('.picked-item textarea').fill('แผนผังไม่แสดงห้องน้ำ โปรดแนบใหม่');
    await asks.person.button('desk.acts.preview').click();
    await Promise.all([accepts, asks].map((officer, index) => officer.confirmButton(index === 0 ? 'accepted' : 'asked').click()));
    const told = ({ page, say }: Person) => page.getByText(say.call(asks.person, 'desk.overtaken.heading'));
    await Promise.all([accepts, asks].map(({ person }) => person.page.locator('.outcome').or(told(person)).first().waitFor()));
    const results = await Promise.all([accepts, asks].map(async ({ person }) => [await person.page.locator('.outcome').count(), await told(person).count()]));
    expect(results.map(String).sort()).toEqual(['0,1', '1,0']);
    const loser = results[0]?.[1] === 1 ? accepts : asks;
    const winner = loser === accepts ? asks : accepts;
    await loser.person.page.locator('desk-overtaken').getByText(findPersona(winner === accepts ? 'watthana-sanitation' : 'watthana-sanitation-2')?.name.th ?? '').waitFor();
    await loser.person.shoot('the other was quicker');
    if (loser === asks) expect(await loser.person.page.locator('desk-act-form').textContent()).toContain('แผนผังไม่แสดงห้องน้ำ โปรดแนบใหม่');
    const { history } = await winner.person.get<TaskView>(`/api/tasks/${task}`);
    expect(history.filter(({ applicationId }) => applicationId === id).length).toBe(2);
    await Promise.all([first?.leave(), second?.leave()]);
  }, PATIENCE_MS);

  it('two windows that changed the same answer show both, and keep the one that is chosen', async () => {
    witness.expects(/409 PATCH/, /409 \(Conflict\)/);
    const { id } = await drafted(cafe);
    const person = await arrive('two windows', 'malee', `/my/cases/${id}/topics/business`);
    const other = await person.context.newPage();
    await other.goto(`/my/cases/${id}/topics/business`);
    for (const page of [person.page, other]) await nameTh(page).waitFor();
    await Promise.all([nameTh(person.page).fill('กาแฟจากหน้าต่างแรก'), nameTh(other).fill('กาแฟจากหน้าต่างที่สอง')]);
    const box = (page: Page) => page.getByText(person.say('my.conflict.title'));
    const asked = await Promise.any([person.page, other].map((page) => box(page).waitFor().then(() => page)));
    for (const value of ['กาแฟจากหน้าต่างแรก', 'กาแฟจากหน้าต่างที่สอง']) await asked.locator('.choice').filter({ hasText: value }).waitFor();
    await asked.screenshot({ path: 'apps/e2e/screens/two windows - conflict.png', fullPage: true });
    const chosen = asked.locator('.choice').filter({ hasText: person.say('my.conflict.theirs') });
    const kept = (await chosen.textContent())?.includes('แรก') ? 'กาแฟจากหน้าต่างแรก' : 'กาแฟจากหน้าต่างที่สอง';
    await chosen.click();
    await asked.getByRole('button', { name: person.say('my.conflict.keep') }).click();
    await asked.locator('.saving').filter({ hasText: person.say('my.saving.saved') }).waitFor();
    expect(await nameTh(asked).inputValue()).toBe(kept);
    expect((await person.get<CaseView>(`/api/cases/${id}`)).answers['business']).toMatchObject({ nameTh: kept });
    await person.leave();
  }, PATIENCE_MS);

  it('what is typed without a connection is kept, said to be kept, and saved once there is one', async () => {
    witness.expects(/ERR_INTERNET_DISCONNECTED/);
    const { id } = await drafted(cafe);
    const person = await arrive('offline', 'malee', `/my/cases/${id}/topics/business`);
    const typist = new Typist(person.page, 'th');
    await nameTh(person.page).waitFor();
    await person.context.setOffline(true);
    await nameTh(person.page).fill('');
    await typist.write(nameTh(person.page), 'กาแฟกลางทะเล');
    await person.page.locator('.saving').filter({ hasText: person.say('my.saving.waiting') }).waitFor();
    await person.shoot('kept on this device');
    await person.context.setOffline(false);
    await person.page.locator('.saving').filter({ hasText: person.say('my.saving.saved') }).waitFor();
    expect((await person.get<CaseView>(`/api/cases/${id}`)).answers['business']).toMatchObject({ nameTh: 'กาแฟกลางทะเล' });
    await person.leave();
  }, PATIENCE_MS);

  it('a session that ended in the middle is begun again at the same place, with what was typed', async () => {
    witness.expects(/401 /, /401 \(Unauthorized\)/);
    const { id } = await drafted(cafe);
    const person = await arrive('signed out', 'malee', `/my/cases/${id}/topics/business`);
    const { page } = person;
    await nameTh(page).waitFor();
    const other = await person.context.newPage();
    await other.goto('/my');
    await other.getByRole('button', { name: person.say('shell.signOut') }).click();
    await other.getByRole('link', { name: person.say('shell.signIn'), exact: true }).waitFor();
    await nameTh(page).fill('กาแฟก่อนหมดเวลา');
    await page.getByText(person.say('shell.sessionEnded')).waitFor();
    await person.shoot('session ended');
    await person.link('shell.signInAgain').click();
    await page.waitForURL((url) => url.origin !== portal);
    await page.getByRole('button', { name: findPersona('malee')?.name.th }).click();
    await person.arrivesAt(`/my/cases/${id}/topics/business`);
    await nameTh(page).waitFor();
    expect(await nameTh(page).inputValue()).toBe('กาแฟก่อนหมดเวลา');
    await page.locator('.saving').filter({ hasText: person.say('my.saving.saved') }).waitFor();
    expect((await person.get<CaseView>(`/api/cases/${id}`)).answers['business']).toMatchObject({ nameTh: 'กาแฟก่อนหมดเวลา' });
    await person.leave();
  }, PATIENCE_MS);

  it('a refusal is read with its facts, its law and its considerations on the page that was open', async () => {
    const file = await underWay(restaurant, { leaves: ['building', 'sanitation', 'registry', 'excise', 'revenue'] });
    const { number } = applicationOf(file, 'food-premises-large');
    const applicant = await arrive('refused applicant', 'somchai', `/my/cases/${file.id}`);
    await applicant.reads(applicant.say('my.track.live'));
    await applicant.page.evaluate('window.hasStayed = true');
    const officer = new Officer(await arrive('refusing officer', 'watthana-building', '/desk'));
    await officer.take(number ?? '', 'building');
    const reasons = { facts: 'อาคารได้รับอนุญาตเป็นที่พักอาศัย', law: 'พระราชบัญญัติควบคุมอาคาร มาตรา 33', considerations: 'ใช้เป็นภัตตาคารไม่ได้จนกว่าจะเปลี่ยนการใช้อาคาร' };
    await officer.doSome(['accepted']);
    await officer.decide('refusalIntended', async (form) => {
      for (const [part, words] of Object.entries(reasons)) await form.locator(`#act-${part}`).fill(words);
    });
    for (const words of Object.values(reasons)) await applicant.reads(words);
    await applicant.shoot('is heard');
    await applicant.page.getByLabel(applicant.say('my.hearing.words')).fill('จะเปลี่ยนการใช้อาคารภายในเดือนนี้');
    await applicant.page.getByRole('button', { name: applicant.say('my.hearing.send') }).click();
    await applicant.reads(applicant.say('my.hearing.sent'));
    await officer.person.page.reload();
    await officer.decide('refused', async () => undefined);
    await officer.person.shoot('refused');
    for (const words of Object.values(reasons)) await applicant.reads(words);
    expect(await applicant.page.evaluate('window.hasStayed')).toBe(true);
    await applicant.shoot('reads why');
    await Promise.all([applicant.leave(), officer.person.leave()]);
  }, PATIENCE_MS);

  it('lanes move on after the worker was killed and came back, on the page that was open', async () => {
    const file = await underWay(cafe, { leaves: ['registry', 'sanitation', 'revenue'] });
    const { id, number } = applicationOf(file, 'commercial-registration');
    const applicant = await arrive('while the worker is dead', 'malee', `/my/cases/${file.id}`);
    await applicant.reads(applicant.say('my.track.live'));
    await applicant.page.evaluate('window.hasStayed = true');
    const officer = new Officer(await arrive('officer without a worker', 'laem-chabang-registry', '/desk'));
    await officer.take(number ?? '', 'registry');
    const before = killWorker();
    await officer.decideAll();
    const bill = applicant.page.locator('a[href*="/my/bills/"]').filter({ hasText: applicant.tell(applicationOf(file, 'commercial-registration').title) });
    await bill.first().waitFor({ timeout: 30_000 });
    expect(workerPid()).not.toBe(before);
    expect(await applicant.page.evaluate('window.hasStayed')).toBe(true);
    expect((await applicant.get<CaseView>(`/api/cases/${file.id}`)).details.find((one) => one.id === id)?.status).toBe('awaiting-payment');
    await Promise.all([applicant.leave(), officer.person.leave()]);
  }, PATIENCE_MS);

  it('nothing else went wrong in anybody’s browser', () => {
    expect(witness.complaints).toEqual([]);
  });
});

function fail(why = 'Something that has to be there is missing.'): never {
  throw new Error(why);
}
