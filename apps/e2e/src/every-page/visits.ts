import type { CaseView } from '@anuyat/contract';
import { personaAccountId } from '@anuyat/identity';
import { licences } from '@anuyat/workflows';
import type { Person } from '../support/person';
import type { Ground } from './ground';
import { givenBack, jointPayment, promiseRecord, publishedLedger, refund, statement, stuckBill, unmatchedPayment } from './made-up-answers';
import { absent, invitation, people } from './made-up-people';
import { mail } from './made-up-mail';
import { systems } from './made-up-systems';
import { seen, press, answerWith, lookFor, openAct, type Visit } from './visit';

const errors = '.error-summary';
/** Of the case that is looked at as an exception. */
let numberOf = '';
const unfold = (box: string, until: string) => async ({ page }: Person) => {
  await page.locator(`${box} > summary`).first().click();
  await page.locator(until).first().waitFor();
};
const finished = (path: (file: CaseView) => string) => async (ground: Ground) => path(await ground.finished());
const asked = (path: (file: CaseView) => string) => async (ground: Ground) => path(await ground.asked());

export const publicVisits: Visit[] = [
  { route: '/mail/confirm/:id', state: 'as it opens', path: () => '/mail/confirm/01900000-0000-7000-8000-000000000000#123456', then: seen('.actions button') },
  { route: '/mail/stop/:token', state: 'as it opens', path: () => '/mail/stop/made-up', then: seen('.actions button') },
  { route: '/', state: 'as it opens', path: () => '/', then: seen('ui-line-map svg') },
  { route: '/journeys', state: 'as it opens', path: () => '/journeys', then: seen('.card') },
  { route: '/journeys/:code', state: 'unanswered', path: () => '/journeys/factory-in-an-estate', then: seen('form-view input') },
  {
    route: '/journeys/:code', state: 'matches offered', path: () => '/journeys/open-a-restaurant',
    then: async ({ page }) => {
      await page.getByRole('combobox').first().pressSequentially('ทุ่งสุขลา');
      await page.getByRole('option').first().waitFor();
    },
  },
  { route: '/journeys/:code/plan', state: 'unanswered', path: () => '/journeys/open-a-restaurant/plan', then: seen('.fact-row') },
  {
    route: '/journeys/:code/plan', state: 'full', path: () => '/journeys/open-a-restaurant/plan',
    before: ({ page }) => page.addInitScript({ content: `localStorage.setItem('anuyat.plan.open-a-restaurant', '{"applicant":{"kind":"person"},"premises":{"address":{"subdistrict":"103901","district":"1039","province":"10","postcode":"10110"},"areaSqm":320},"plan":{"sellsLiquor":true,"hasSign":true,"roastsCoffee":false,"hasLiveMusic":true}}')` }),
    then: async ({ page }) => {
      await page.locator('anuyat-planned-licence-card').nth(3).waitFor();
      await page.locator('anuyat-planned-licence-card summary').first().click();
      await page.locator('ui-why-decision').first().waitFor();
    },
  },
  { route: '/ledger', state: 'before the first root', path: () => '/ledger', before: answerWith('**/api/ledger', { keys: [], total: 0, roots: [] }), then: seen('ui-empty') },
  { route: '/ledger', state: 'with roots', path: () => '/ledger', before: answerWith('**/api/ledger', publishedLedger), then: seen('tbody td') },
  { route: '/licence-types', state: 'as it opens', path: () => '/licence-types', then: seen('.card') },
  { route: '/licence-types', state: 'nothing found', path: () => '/licence-types', then: lookFor('ไม่มีคำนี้', 'ui-empty') },
  { route: '/licence-types/:code', state: 'a licence', path: () => '/licence-types/food-premises-large', then: seen('ui-state-diagram svg') },
  { route: '/licence-types/:code', state: 'the diagram as a list', path: () => '/licence-types/factory-type-3', then: unfold('.state-list', '.state-list li') },
  { route: '/licence-types/:code/versions/:version', state: 'a version', path: async () => `/licence-types/liquor-sale/versions/${((await (await fetch(`${process.env['ANUYAT_URL']}/api/licence-types/liquor-sale`)).json()) as { version: number }).version}`, then: seen('.manual-steps') },
  { route: '/licence-types/:code', state: 'no such licence', path: () => '/licence-types/no-such-licence', then: seen('ui-problem') },
  { route: '/promises', state: 'nothing to count', path: () => '/promises', before: answerWith('**/api/promises?days=90', { ...promiseRecord, total: { made: 0, kept: 0, firstMade: 0, firstKept: 0 }, licences: [], few: [] }), then: seen('ui-empty') },
  { route: '/promises', state: 'with its counts', path: () => '/promises', before: answerWith('**/api/promises?days=90', promiseRecord), then: seen('table') },
  { route: '/verify', state: 'empty', path: () => '/verify', then: seen('#number') },
  { route: '/verify', state: 'error summary', path: () => '/verify', then: async (person) => press(person.say('public.verify.check'), errors)(person) },
  { route: '/verify/:number', state: 'valid', path: finished((file) => `/verify/${file.licences[0]?.number}`), then: seen('ui-notification') },
  { route: '/verify/:number', state: 'a false paper', path: finished((file) => `/verify/${file.licences[0]?.number}?k=forged`), then: seen('ui-notification') },
  { route: '/verify/:number', state: 'not found', path: () => '/verify/NO-SUCH-2569-00001', then: seen('ui-notification') },
  { route: '/sign-in', state: 'as it opens', path: () => '/sign-in', then: seen('.persona') },
  { route: '/sign-in', state: 'after a failure', path: () => '/sign-in?problem=sign-in-failed', then: seen('ui-notification') },
  { route: '/sign-in', state: 'while one provider is away', path: () => '/sign-in?problem=temporarily-unavailable&provider=thaid', then: seen('a[href*="provider=dga"]') },
  { route: '/help', state: 'a question open', path: () => '/help', then: ({ page }) => page.locator('details.question summary').first().click() },
  { route: '/privacy', state: 'as it opens', path: () => '/privacy', then: seen('table tbody tr') },
  { route: '/accessibility', state: 'as it opens', path: () => '/accessibility' },
  { route: '/not-allowed', state: 'as it opens', path: () => '/not-allowed' },
  { route: '/signed-out', state: 'as it opens', path: () => '/signed-out' },
  { route: '/**', state: 'as it opens', path: () => '/no/such/page' },
];

const draft = (rest: string) => async (ground: Ground) => `/my/cases/${(await ground.draft()).id}${rest}`;
const topic = (name: string): Visit => ({ route: '/my/cases/:id/topics/:topic', state: `${name} filled in`, as: 'malee', path: draft(`/topics/${name}`), then: seen('form-view .field') });
const emptied = (name: string): Visit => ({
  route: '/my/cases/:id/topics/:topic', state: `${name} with its error summary`, as: 'malee', path: draft(`/topics/${name}`),
  before: answerWith('**/api/cases/*/answers', { answersRevision: 99, problems: [] }),
  then: async (person) => {
    const fields = person.page.locator('form-view input[type="text"]:not([role="combobox"]), form-view textarea');
    await fields.first().waitFor();
    for (const field of await fields.all()) await field.fill('');
    await press(person.say('my.topic.saveAndGo'), errors)(person);
  },
});

export const applicantVisits: Visit[] = [
  { route: '/account/mandates', state: 'of a director', as: 'wichai', path: () => '/account/mandates', then: seen('article.card') },
  { route: '/account/data', state: 'as it opens', as: 'malee', path: () => '/account/data', then: seen('#accesses') },
  { route: '/account/mandates', state: 'of nobody', as: 'malee', path: () => '/account/mandates', then: seen('#directorship') },
  { route: '/account', state: 'as it opens', as: 'malee', path: () => '/account', then: seen('ul.cards .card') },
  { route: '/account/mail', state: 'without an address', as: 'malee', path: () => '/account/mail', before: answerWith('**/api/mail/address', mail.none), then: seen('#mail-address') },
  { route: '/account/mail', state: 'waiting for a code', as: 'malee', path: () => '/account/mail', before: answerWith('**/api/mail/address', mail.asked), then: seen('#mail-code') },
  { route: '/account/mail', state: 'which cannot be reached', as: 'malee', path: () => '/account/mail', before: answerWith('**/api/mail/address', mail.failing), then: seen('.mail-address') },
  { route: '/account/invitations', state: 'invited', as: 'malee', path: () => '/account/invitations', before: answerWith('**/api/people/invitations', [invitation, { ...invitation, id: '01900000-0000-7000-8000-00000000000c', office: null, permissions: [], until: null }]), then: seen('article.card button') },
  { route: '/account/invitations', state: 'not invited', as: 'malee', path: () => '/account/invitations', then: seen('ui-empty') },
  { route: '/my', state: 'with cases', as: 'malee', path: asked(() => '/my'), then: seen('anuyat-case-card') },
  { route: '/my', state: 'without cases', as: 'malee', path: () => '/my', before: answerWith('**/api/cases', { items: [], next: null }), then: seen('ui-empty') },
  { route: '/my/cases/:id', state: 'a draft', as: 'malee', path: draft(''), then: seen('.task-list') },
  { route: '/my/cases/:id', state: 'a draft about to be discarded', as: 'malee', isCovered: true, path: draft(''), then: async (person) => press(person.say('my.draft.discard'), 'dialog[open]')(person) },
  { route: '/my/cases/:id', state: 'under way with a question and a bill', as: 'malee', path: asked((file) => `/my/cases/${file.id}`), then: seen('.ask-card') },
  { route: '/my/cases/:id', state: 'why an office decides', as: 'malee', path: asked((file) => `/my/cases/${file.id}`), then: unfold('anuyat-why-box details', 'ui-why-decision') },
  { route: '/my/cases/:id', state: 'what a day is computed from', as: 'malee', path: asked((file) => `/my/cases/${file.id}`), then: unfold('anuyat-promise-box details', '.promise-history li') },
  { route: '/my/cases/:id', state: 'where it stands', as: 'malee', path: asked((file) => `/my/cases/${file.id}`), then: unfold('anuyat-states-box details', 'ui-state-diagram svg') },
  { route: '/my/cases/:id', state: 'about to withdraw', as: 'malee', isCovered: true, path: asked((file) => `/my/cases/${file.id}`), then: async (person) => press(new RegExp(person.say('my.track.withdraw')), 'dialog[open]')(person) },
  { route: '/my/cases/:id', state: 'finished', as: 'malee', path: finished((file) => `/my/cases/${file.id}`), then: seen('.licence-card') },
  { route: '/my/cases/:id', state: 'with a hearing before a refusal', as: 'malee', path: async (ground) => `/my/cases/${(await ground.heard()).id}`, then: seen('anuyat-hearing-card textarea') },
  { route: '/my/cases/:id', state: 'refused, with an appeal begun', as: 'malee', path: async (ground) => `/my/cases/${(await ground.refused()).id}`, then: async (person) => press(person.say('my.appeal.start'), 'anuyat-order-card textarea')(person) },
  { route: '/my/cases/:id', state: 'somebody else’s', as: 'anna', path: asked((file) => `/my/cases/${file.id}`), then: seen('ui-problem') },
  ...['applicant', 'business', 'premises', 'workers', 'plan', 'commerce', 'food', 'signs', 'signTax'].map(topic),
  ...['business', 'premises', 'signs'].map(emptied),
  { route: '/my/cases/:id/topics/:topic', state: 'a topic that is not asked', as: 'malee', path: draft('/topics/factory') },
  { route: '/my/cases/:id/documents', state: 'attached', as: 'malee', path: draft('/documents'), then: seen('.file') },
  {
    route: '/my/cases/:id/documents', state: 'a refused file', as: 'malee', path: draft('/documents'),
    then: async ({ page }) => {
      await page.locator('input[type="file"]').first().setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('no paper') });
      await page.getByRole('alert').waitFor();
    },
  },
  { route: '/my/cases/:id/check', state: 'ready', as: 'malee', path: draft('/check'), then: seen('.facts') },
  { route: '/my/cases/:id/check', state: 'why it costs that', as: 'malee', path: draft('/check'), then: unfold('table anuyat-why-box details', 'ui-why-decision') },
  { route: '/my/cases/:id/documents', state: 'why a paper is asked for', as: 'malee', path: draft('/documents'), then: unfold('anuyat-why-box details', 'ui-why-decision') },
  { route: '/my/cases/:id/check', state: 'without the declaration', as: 'malee', path: draft('/check'), then: async (person) => press(person.say('my.check.submit'), errors)(person) },
  { route: '/my/cases/:id/sent', state: 'as it opens', as: 'malee', path: asked((file) => `/my/cases/${file.id}/sent`), then: seen('.sent-number') },
  { route: '/my/cases/:id/questions/:question', state: 'open', as: 'malee', path: asked((file) => `/my/cases/${file.id}/questions/${file.questions[0]?.id}`), then: seen('form-view .field') },
  {
    route: '/my/cases/:id/questions/:question', state: 'with its error summary', as: 'malee', path: asked((file) => `/my/cases/${file.id}/questions/${file.questions[0]?.id}`),
    then: async (person) => {
      const field = person.page.locator('form-view input, form-view textarea').first();
      await field.fill('');
      await press(person.say('my.question.send'), errors)(person);
    },
  },
  { route: '/my/bills/:id', state: 'to pay', as: 'malee', path: asked((file) => `/my/bills/${file.bills.find(({ status }) => status === 'due')?.id}`), then: seen('.pay-qr svg path') },
  { route: '/my/bills/:id', state: 'paid', as: 'malee', path: finished((file) => `/my/bills/${file.bills[0]?.id}`), then: seen('ui-notification') },
  { route: '/my/payments/:id', state: 'to pay', as: 'malee', path: () => `/my/payments/${jointPayment.id}`, before: answerWith('**/api/payments/together/*', jointPayment), then: seen('.pay-qr svg path') },
  { route: '/my/payments/:id', state: 'none', as: 'malee', path: () => `/my/payments/${jointPayment.id}`, then: seen('ui-problem') },
  { route: '/my/vault', state: 'with documents', as: 'malee', path: finished(() => '/my/vault'), then: seen('anuyat-vault-card') },
  { route: '/my/vault', state: 'without documents', as: 'malee', path: () => '/my/vault', before: answerWith('**/api/vault', { papers: [], kinds: [], businesses: [] }), then: seen('ui-empty') },
  { route: '/my/notices', state: 'with notices', as: 'malee', path: finished(() => '/my/notices'), then: seen('.notice') },
  { route: '/my/notices', state: 'without notices', as: 'malee', path: () => '/my/notices', before: answerWith('**/api/notices', []), then: seen('ui-empty') },
  { route: '/my/licences', state: 'with licences', as: 'malee', path: finished(() => '/my/licences'), then: seen('.licence-card') },
  { route: '/my/licences', state: 'without licences', as: 'malee', path: () => '/my/licences', before: answerWith('**/api/licences', []), then: seen('ui-empty') },
  { route: '/my/licences/:number', state: 'as it opens', as: 'malee', path: finished((file) => `/my/licences/${file.licences[0]?.number}`), then: seen('ui-timeline') },
  { route: '/my/offers/:code', state: 'gone', as: 'malee', path: () => '/my/offers/none', then: seen('ui-empty') },
  { route: '/my/licences/:number', state: 'on the wall', as: 'malee', isCovered: true, path: finished((file) => `/my/licences/${file.licences[0]?.number}`), then: async (person) => press(person.say('my.licence.wall'), '.on-wall')(person) },
  { route: '/my/licences/:number', state: 'not mine', as: 'anna', path: finished((file) => `/my/licences/${file.licences[0]?.number}`), then: seen('ui-empty') },
];

const desk = (task: 'freshTask' | 'inspectingTask' | 'weighedTask' | 'decidedTask') => async (ground: Ground) => `/desk/tasks/${await ground[task]()}`;
const officer = 'watthana-sanitation';
const registry = 'laem-chabang-registry';
const registration = (file: CaseView): string => file.licences.find(({ code }) => code === 'commercial-registration')?.number ?? '';

export const staffVisits: Visit[] = [
  { route: '/account/passkeys', state: 'without one', as: 'watthana-registry', path: () => '/account/passkeys', then: seen('#make') },
  { route: '/account/away', state: 'as it opens', as: officer, path: () => '/account/away', then: seen('#stand-in') },
  { route: '/people', state: 'as it opens', as: 'bma-people', path: () => '/people', then: seen('.people .cards a') },
  { route: '/people', state: 'of several agencies', as: 'central-people', path: () => '/people', then: seen('#agency') },
  { route: '/people', state: 'with invitations, an absence and what was done', as: 'bma-people', path: () => '/people', before: answerWith('**/api/people/agencies/bma', people), then: seen('#covers') },
  { route: '/people', state: 'with nobody yet', as: 'bma-people', path: () => '/people', before: answerWith('**/api/people/agencies/bma', { ...people, officers: [], invitations: [], covers: [], notes: [] }), then: seen('ui-empty') },
  {
    route: '/people/:agency/invite', state: 'invited', as: 'bma-people', path: () => '/people/bma/invite', before: answerWith('**/api/people/agencies/*/invitations', { id: invitation.id, link: 'https://anuyat.example.go.th/account/invitations?token=Ae6QEfCjpEdBs-KOVU_ev-wjqMGbqPhFb-Wf4QP-JOLX' }),
    then: async ({ page }) => {
      await page.locator('#name').fill('นางสาวตั้งใจ ทำงาน');
      await page.locator('#address').fill('8999900000016');
      await page.locator('#office option').nth(1).waitFor({ state: 'attached' });
      await page.locator('#office').selectOption({ index: 1 });
      await page.locator('form button[type="submit"]').click();
      await page.locator('.people-link').waitFor();
    },
  },
  { route: '/people/:agency/systems', state: 'with none yet', as: 'bma-people', path: () => '/people/bma/systems', then: seen('ui-empty') },
  { route: '/people/:agency/systems', state: 'with some of every state', as: 'bma-people', path: () => '/people/bma/systems', before: answerWith('**/api/people/agencies/bma/systems', systems), then: seen('.people-facts') },
  { route: '/people/:agency/systems/new', state: 'as it opens', as: 'bma-people', path: () => '/people/bma/systems/new', then: seen('#key') },
  { route: '/people/:agency/officers/:officer', state: 'a term being changed', as: 'bma-people', path: () => `/people/bma/officers/${personaAccountId(officer)}`, then: async ({ page }) => {
    await page.locator('.people-terms .actions button').first().click();
    await page.locator('people-term-form').waitFor();
  } },
  { route: '/people/:agency/officers/:officer', state: 'away, and with a passkey', as: 'bma-people', path: () => `/people/bma/officers/${absent.accountId}`, before: answerWith('**/api/people/agencies/bma', people), then: seen('#passkeys ~ .actions button') },
  { route: '/people/:agency/officers/:officer', state: 'nobody of theirs', as: 'bma-people', path: () => '/people/bma/officers/01900000-0000-7000-8000-000000000000', then: seen('ui-empty') },
  { route: '/desk', state: 'with tasks', as: officer, path: async (ground) => ((await ground.freshTask()), '/desk'), then: seen('tbody tr') },
  { route: '/desk', state: 'nothing found', as: officer, path: () => '/desk', then: lookFor('ไม่มีคำนี้', 'ui-empty') },
  { route: '/desk', state: 'nothing waits', as: officer, path: () => '/desk', before: answerWith(/\/api\/tasks(\?|$)/, { items: [], next: null, counts: { overdue: 0, dueToday: 0, open: 0, mine: 0 } }), then: seen('ui-empty') },
  { route: '/desk/tasks/:id', state: 'not begun', as: officer, path: desk('freshTask'), then: seen('.decision-bar') },
  { route: '/desk/tasks/:id', state: 'why it came here', as: officer, path: desk('freshTask'), then: unfold('anuyat-why-box details', 'ui-why-decision details') },
  { route: '/desk/tasks/:id', state: 'questions with their error summary', as: officer, path: desk('freshTask'), then: openAct('แจ้งให้แก้ไขเพิ่มเติม', 'ดูหนังสือก่อนส่ง') },
  {
    route: '/desk/tasks/:id', state: 'the letter before it is sent', as: officer, path: desk('freshTask'),
    then: async (person) => {
      await openAct('แจ้งให้แก้ไขเพิ่มเติม')(person);
      await person.page.locator('#act-items').selectOption({ index: 2 });
      await person.button('desk.acts.addOne').click();
      await person.page.locator('.picked-item textarea').fill('โปรดแนบใหม่');
      await person.button('desk.acts.preview').click();
      await person.page.locator('ui-letter').waitFor();
    },
  },
  { route: '/desk/tasks/:id', state: 'findings of the inspection', as: officer, path: desk('inspectingTask'), then: openAct('บันทึกผลตรวจสถานที่') },
  {
    route: '/desk/tasks/:id', state: 'the letter of an intended refusal before it is sent', as: 'watthana-building', path: desk('weighedTask'),
    then: async (person) => {
      await openAct('แจ้งว่าอาจไม่อนุญาต')(person);
      for (const part of ['facts', 'law', 'considerations']) await person.page.locator(`#act-${part}`).fill('ตามบันทึกการตรวจ');
      await person.button('desk.acts.preview').click();
      await person.page.locator('ui-letter').waitFor();
    },
  },
  { route: '/desk/tasks/:id', state: 'stepping aside', as: officer, path: desk('inspectingTask'), then: openAct('แจ้งส่วนได้เสีย') },
  { route: '/desk/tasks/:id', state: 'another appointment', as: officer, path: desk('inspectingTask'), then: openAct('เปลี่ยนวันนัด') },
  { route: '/desk/tasks/:id', state: 'decided', as: 'watthana-building', path: desk('decidedTask'), then: seen('ui-timeline') },
  { route: '/desk/tasks/:id', state: 'another office’s', as: 'excise-bangkok', path: desk('freshTask'), then: seen('ui-empty') },
  {
    route: '/desk/exceptions', state: 'with its error summary', as: officer, path: () => '/desk/exceptions',
    then: async ({ page }) => {
      await page.getByRole('button', { name: 'แจ้งผู้ขออนุญาตและเปิดดู' }).click();
      await page.locator(errors).waitFor();
    },
  },
  {
    route: '/desk/exceptions/:id', state: 'open', as: 'excise-bangkok', path: async (ground) => (numberOf = (await ground.finished()).number ?? '', '/desk/exceptions'),
    then: async ({ page }) => {
      await page.locator('#number').fill(numberOf);
      await page.locator('#ground').selectOption('oversight');
      await page.locator('#reason').fill('ตรวจราชการตามแผนประจำปีของหน่วยงาน');
      await page.getByRole('button', { name: 'แจ้งผู้ขออนุญาตและเปิดดู' }).click();
      await page.locator('.topic-title').first().waitFor();
    },
  },
  { route: '/desk/exceptions/:id', state: 'ended', as: officer, path: () => '/desk/exceptions/01900000-0000-7000-8000-000000000009', then: seen('ui-empty') },
  {
    route: '/desk/money', state: 'a month, and a refund being written down', as: officer, path: () => '/desk/money?month=2026-11',
    before: async (person) => {
      await answerWith('**/api/office-money/statements/*', statement)(person);
      await answerWith('**/api/office-money/refunds?*', [refund, givenBack])(person);
    },
    then: async (person) => {
      await person.page.getByRole('button', { name: /บันทึกการคืนเงิน|Say how it was given back/ }).click();
      await person.page.locator('anuyat-refund-form select').waitFor();
    },
  },
  { route: '/desk/money', state: 'nothing moved', as: officer, path: () => '/desk/money?month=2020-01', then: seen('ui-empty') },
  { route: '/desk/licences', state: 'with licences', as: registry, path: async (ground) => ((await ground.finished()), '/desk/licences'), then: seen('tbody tr') },
  { route: '/desk/licences', state: 'nothing found', as: registry, path: () => '/desk/licences?q=ไม่มีคำนี้', then: seen('ui-empty') },
  { route: '/desk/licences/:number', state: 'as it opens', as: registry, path: finished((file) => `/desk/licences/${registration(file)}`), then: seen('ui-timeline') },
  {
    route: '/desk/licences/:number', state: 'an order with its error summary', as: registry, path: finished((file) => `/desk/licences/${registration(file)}`),
    then: async (person) => {
      await person.page.getByRole('button', { name: /แจ้งว่าจะพักใช้หรือเพิกถอน|Give notice of an intended order/ }).click();
      await press(/^(ยืนยัน|Confirm)/, errors)(person);
    },
  },
  { route: '/monitor/licences', state: 'as it opens', as: 'eec-monitor', path: () => '/monitor/licences', then: seen('tbody tr, ui-empty') },
  { route: '/monitor/licences/:number', state: 'none of theirs', as: 'eec-monitor', path: () => '/monitor/licences/NONE-1', then: seen('ui-problem, ui-empty') },
  { route: '/monitor', state: 'as it opens', as: 'eec-monitor', path: () => '/monitor', then: seen('.territory-canvas .mark') },
  { route: '/monitor', state: 'one estate', as: 'estate-monitor', path: () => '/monitor', then: seen('.territory-canvas .mark') },
  { route: '/monitor/applications', state: 'with applications', as: 'eec-monitor', path: async (ground) => ((await ground.monitored()), '/monitor/applications'), then: seen('tbody tr') },
  { route: '/monitor/applications', state: 'nothing found', as: 'eec-monitor', path: () => '/monitor/applications?q=ไม่มีคำนี้', then: seen('ui-empty') },
  { route: '/monitor/applications/:id', state: 'as it opens', as: 'eec-monitor', path: async (ground) => `/monitor/applications/${await ground.monitored()}`, then: seen('ui-line-map svg') },
  { route: '/monitor/applications/:id', state: 'none of theirs', as: 'eec-monitor', path: () => '/monitor/applications/01900000-0000-7000-8000-000000000000', then: seen('ui-empty') },
  { route: '/admin/holidays', state: 'as it opens', as: 'admin', path: () => '/admin/holidays', then: seen('main tbody tr, main .holiday, main li') },
  { route: '/admin/delays', state: 'as it opens', as: 'admin', path: () => '/admin/delays', then: seen('main .facts') },
  { route: '/admin/licence-types', state: 'as it opens', as: 'admin', path: () => '/admin/licence-types', then: ({ page }) => page.locator('.type-card summary').first().click() },
  { route: '/admin/fee-rates', state: 'a rate being entered', as: 'admin', path: () => '/admin/fee-rates', then: async (person) => {
    await person.page.locator('.rates-of summary').first().click();
    await person.page.locator('.rates-of button').first().click();
    await person.page.locator('#rate-value').waitFor();
  } },
  { route: '/admin/security', state: 'as it opens', as: 'admin', path: () => '/admin/security', then: seen('tbody tr') },
  { route: '/admin/retention', state: 'as it opens', as: 'admin', path: () => '/admin/retention', then: seen('tbody tr') },
  { route: '/admin/payments', state: 'nothing unmatched', as: 'admin', path: () => '/admin/payments', before: answerWith('**/api/payments/unmatched*', []), then: seen('ui-empty') },
  { route: '/admin/payments', state: 'one being settled', as: 'admin', path: () => '/admin/payments', before: answerWith('**/api/payments/unmatched*', [unmatchedPayment]), then: async (person) => {
    await person.page.locator('.type-card button').first().click();
    await person.page.locator('.type-card textarea').waitFor();
  } },
  { route: '/admin/stuck', state: 'everything goes on', as: 'admin', path: () => '/admin/stuck', before: answerWith('**/api/admin/stuck', []), then: seen('ui-empty') },
  { route: '/admin/stuck', state: 'a bill that cannot be written', as: 'admin', path: () => '/admin/stuck', before: answerWith('**/api/admin/stuck', [stuckBill]), then: seen('.type-card') },
  { route: '/admin/versions', state: 'as it opens', as: 'admin', path: () => '/admin/versions', then: seen('tbody tr') },
  { route: '/admin/versions/:code', state: 'as it opens', as: 'admin', path: () => '/admin/versions/hotel-business', then: seen('tbody tr') },
  { route: '/admin/versions/:code/:version', state: 'in force, tried on last month and on running applications', as: 'admin', path: () => `/admin/versions/hotel-business/${licences.find(({ code }) => code === 'hotel-business')?.version}`, then: async (person) => {
    await press(person.say('admin.versions.shadowStart'), 'admin-shadow-panel [role="status"]')(person);
    await press(person.say('admin.versions.dryRun'), 'admin-moves-panel [role="status"]')(person);
  } },
];
