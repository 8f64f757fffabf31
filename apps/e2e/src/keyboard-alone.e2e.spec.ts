import type { Browser, Page } from 'playwright-core';
import type { CaseView, ComposedForm, JourneyView, TaskPage } from '@anuyat/contract';
import type { CaseAnswers } from '@anuyat/licence-kit';
import { findPersona } from '@anuyat/identity/personas';
import { paperFor } from '../../sandbox/src/scenario/papers';
import { cafe, restaurant, type Story } from '../../sandbox/src/scenario/stories';
import { submitted } from './support/beforehand';
import { openBrowser } from './support/browser';
import { inOrder } from './support/in-order';
import { Keyboard } from './support/keyboard';
import { Person, portal } from './support/person';
import { Typist } from './support/typist';
import { Witness } from './support/witness';

/** A company's small café without a sign: one licence, and so the shortest form. */
const shop: Story = {
  ...cafe,
  applicant: 'wichai',
  quiz: { ...cafe.quiz, applicant: { kind: 'juristic' }, plan: { sellsLiquor: false, hasSign: false, roastsCoffee: false, hasLiveMusic: false } },
  rest: { ...cafe.rest, applicant: { kind: 'juristic', juristicId: '0205568000016', nameTh: 'บริษัท ตัวอย่างชลบุรี จำกัด', nameEn: 'Example Chonburi Co., Ltd.', phone: '038123456', email: 'shop@example.com' } },
};

describe('with the keyboard alone', () => {
  const witness = new Witness();
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  describe('an applicant', () => {
    const then = inOrder(() => person.shoot('failed'));
    let person: Person;
    let page: Page;
    let keyboard: Keyboard;
    let typist: Typist;
    let caseId: string;
    const answers: CaseAnswers = { ...shop.rest, plan: shop.quiz['plan'] as CaseAnswers };
    const headingHasFocus = () => page.locator('h1:focus').waitFor();

    then('skips to the content', async () => {
      person = await Person.arrive(browser, { who: 'keyboard applicant', witness });
      ({ page } = person);
      keyboard = new Keyboard(page);
      typist = new Typist(page, 'th', keyboard);
      page.on('filechooser', () => undefined); // Somebody listens from now on, so that the browser's own window never opens between two waits.
      await person.open('/');
      await page.keyboard.press('Tab');
      await page.locator('.skip-link:focus').waitFor();
      await person.shoot('skip link');
      await page.keyboard.press('Enter');
      await page.locator('main:focus').waitFor();
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.querySelector("main").contains(document.activeElement)')).toBe(true);
    });

    then('reaches the questions, and the focus lands on each page’s heading', async () => {
      const journey = await person.get<JourneyView>(`/api/journeys/${shop.journey}`);
      await keyboard.press(person.link('home.start'));
      await headingHasFocus();
      await keyboard.press(page.getByRole('link', { name: person.tell(journey.title) }));
      await headingHasFocus();
      for (const [topic, schema] of Object.entries(journey.questions.properties ?? {}).sort(([, a], [, b]) => (a['x-order'] ?? 0) - (b['x-order'] ?? 0))) await typist.fill(topic, schema, shop.quiz);
      await page.getByText(person.say('public.quiz.complete')).waitFor();
      await keyboard.press(person.link('public.quiz.seePlan'));
      await headingHasFocus();
    });

    then('signs in and opens the form', async () => {
      await keyboard.press(person.link('public.plan.startSignIn'));
      await headingHasFocus();
      await keyboard.press(person.link('public.signIn.withDigitalId'));
      await page.waitForURL((url) => url.origin !== portal);
      await keyboard.press(page.getByRole('button', { name: findPersona(shop.applicant)?.name.th }));
      await person.arrivesAt(`/journeys/${shop.journey}/plan`);
      await keyboard.press(person.button('public.plan.start'));
      await person.arrivesAt(/^\/my\/cases\/[0-9a-f-]{36}$/);
      await headingHasFocus();
      caseId = page.url().split('/').at(-1) ?? '';
    });

    then('is led to the error summary, and from it to the field', async () => {
      const form = await person.get<ComposedForm>(`/api/cases/${caseId}/form`);
      const business = form.topics.find(({ id }) => id === 'business');
      await keyboard.press(page.locator('.task-list').getByRole('link', { name: person.tell(business?.title), exact: true }));
      await headingHasFocus();
      await keyboard.press(person.button('my.topic.saveAndGo'));
      await page.locator('.error-summary:focus').waitFor();
      await person.shoot('error summary');
      await keyboard.press(page.locator('.error-summary a').first());
      await page.locator('form-view input:focus').first().waitFor();
    });

    then('fills in every topic', async () => {
      const form = await person.get<ComposedForm>(`/api/cases/${caseId}/form`);
      await page.goBack();
      await page.locator('.task-list').first().waitFor();
      for (const { id, title, schema } of form.topics) {
        await keyboard.press(page.locator('.task-list').getByRole('link', { name: person.tell(title), exact: true }));
        await headingHasFocus();
        await typist.fill(id, schema, answers);
        await keyboard.press(person.button('my.topic.saveAndGo'));
        await person.arrivesAt(`/my/cases/${caseId}`);
        await headingHasFocus();
      }
    });

    then('attaches the papers', async () => {
      const { documents } = await person.get<ComposedForm>(`/api/cases/${caseId}/form`);
      await keyboard.press(page.locator('.task-list').getByRole('link', { name: person.say('my.draft.documents') }));
      await headingHasFocus();
      await page.locator('.paper').first().waitFor();
      for (const slot of await page.locator('.paper').all()) {
        const code = ((await slot.getAttribute('id')) ?? '').replace('paper-', '');
        const paper = paperFor(code, documents.find((one) => one.code === code)?.accepts ?? []);
        await keyboard.reach(slot.locator('input[type="file"]'));
        const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Space')]);
        await chooser.setFiles({ name: paper.name, mimeType: paper.type, buffer: Buffer.from(await paper.arrayBuffer()) });
        await slot.locator('.file').first().waitFor();
      }
      await keyboard.press(person.link('my.papers.done'));
      await headingHasFocus();
    });

    then('checks, declares and sends', async () => {
      await keyboard.press(page.locator('.task-list').getByRole('link', { name: person.say('my.draft.check') }));
      await headingHasFocus();
      await keyboard.tick(page.getByRole('checkbox', { name: person.say('my.check.declares') }));
      await keyboard.press(person.button('my.check.submit'));
      await person.arrivesAt(`/my/cases/${caseId}/sent`);
      await headingHasFocus();
      expect((await person.get<CaseView>(`/api/cases/${caseId}`)).status).toBe('submitted');
    });

    it('always saw where the focus was', () => {
      expect(keyboard.hidden).toEqual([]);
    });
  });

  describe('an officer', () => {
    const then = inOrder(() => person.shoot('failed'));
    let person: Person;
    let page: Page;
    let keyboard: Keyboard;
    let number: string;

    then('finds the task and takes it', async () => {
      const { details } = await submitted(restaurant);
      const building = details.find(({ code }) => code === 'food-premises-large');
      number = building?.number ?? '';
      person = await Person.arrive(browser, { who: 'keyboard officer', witness });
      await person.signIn('watthana-building', '/desk');
      ({ page } = person);
      keyboard = new Keyboard(page);
      await keyboard.reach(page.getByRole('searchbox'));
      await page.keyboard.type(number);
      await page.waitForURL((url) => url.searchParams.get('q') === number);
      const row = page.locator('tbody tr').filter({ hasText: number });
      await row.waitFor();
      await keyboard.press(row.getByRole('button', { name: person.say('desk.inbox.claim') }));
      await row.getByText(person.say('desk.inbox.you'), { exact: true }).waitFor();
      await row.locator(':focus').waitFor();
      const { items } = await person.get<TaskPage>(`/api/tasks?q=${number}&mine=true`);
      expect(items.map((task) => task.number)).toEqual([number]);
    });

    then('opens it by j and Enter', async () => {
      await page.keyboard.press('j');
      await page.locator('a[data-task]:focus').waitFor();
      await page.keyboard.press('Enter');
      await person.arrivesAt(/^\/desk\/tasks\//);
      await page.locator('h1:focus').waitFor();
    });

    then('accepts and approves', async () => {
      for (const words of ['รับคำขอ (ครบถ้วน)', 'เห็นชอบ']) {
        await keyboard.press(page.locator('.decision-bar').getByRole('button', { name: words, exact: true }));
        await page.locator('#act-heading:focus').waitFor();
        await keyboard.press(page.locator('.act-form').getByRole('button', { name: person.say('desk.acts.send', { act: words }), exact: true }));
        await page.locator('.outcome:focus').waitFor();
      }
      await person.shoot('decided');
    });

    it('always saw where the focus was', () => {
      expect(keyboard.hidden).toEqual([]);
    });
  });

  it('left nothing to complain about', () => {
    expect(witness.complaints).toEqual([]);
  });
});
