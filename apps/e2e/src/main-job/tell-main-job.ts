import type { Browser, Locator, Page } from 'playwright-core';
import type { BillView, CaseView, ComposedForm, PaperView } from '@anuyat/contract';
import { eventually } from '../support/beforehand';
import { openBrowser } from '../support/browser';
import { inOrder } from '../support/in-order';
import { deciderOf, Officer } from '../support/officer';
import { pagesIn } from '../support/papers';
import { Person, portal } from '../support/person';
import { qrPath } from '../support/qr-path';
import { Witness } from '../support/witness';
import { loosely } from '../support/words';
import { Applicant } from './applying';
import type { Scene } from './scene';

/** Three people and a stranger do the whole of the main job; every sentence goes on where the one before ended. */
export function tellMainJob(scene: Scene): void {
  const { language, story, asks } = scene;
  const witness = new Witness();
  const officers = new Map<string, Officer>();
  let browser: Browser;
  let applicant: Applicant;
  let person: Person;
  let page: Page;
  let caseId: string;
  let form: ComposedForm;

  const then = inOrder(async () => {
    for (const { person: one } of [applicant, ...officers.values()]) await one.shoot('failed');
  });
  const file = (): Promise<CaseView> => applicant.case(caseId);
  const applicationOf = async (code: string) => {
    const found = (await file()).details.find((one) => one.code === code);
    if (!found) throw new Error(`The case holds no ${code}.`);
    return found;
  };
  const officerOf = async (office: string): Promise<Officer> => {
    const hint = deciderOf(office);
    const known = officers.get(hint);
    if (known) return known;
    const arrived = await Person.arrive(browser, { who: `${language} desktop ${hint}`, language, witness });
    const officer = new Officer(await arrived.signIn(hint, '/desk'));
    officers.set(hint, officer);
    return officer;
  };
  const panelOf = async (code: string): Promise<Locator> => page.locator(`[id="application-${(await applicationOf(code)).id}"]`);

  beforeAll(async () => {
    browser = await openBrowser();
    applicant = await Applicant.arrive(browser, scene, witness);
    ({ person } = applicant);
    ({ page } = person);
  });
  afterAll(() => browser.close());

  then('opens with the promise, and leads to the questions of a journey', async () => {
    await person.open('/');
    for (const part of ['promise1', 'promise2', 'promise3', 'promise4']) await person.reads(person.say(`home.${part}`));
    await person.shoot('01 home');
    const journey = await applicant.chooseJourney();
    await applicant.answerQuestions(journey);
    await person.shoot('02 questions answered');
  });

  then('plans the licences, and says of each why it is needed or why not', async () => {
    const plan = await applicant.plan();
    await person.link('public.quiz.seePlan').click();
    await person.arrivesAt(`/journeys/${story.journey}/plan`);
    for (const { title, why, isNeeded } of plan.licences) {
      const place = isNeeded ? page.locator('anuyat-planned-licence-card') : page.locator('.fact-row');
      await place.filter({ hasText: loosely(person.tell(title)) }).filter({ hasText: loosely(person.tell(why)) }).first().waitFor();
    }
    expect(plan.licences.find(({ code }) => code === scene.notNeeded)?.isNeeded).toBe(false);
    await person.shoot('03 plan');
  });

  then('signs in at the provider and comes back to the same plan', async () => {
    await applicant.signInAtTheProvider();
    caseId = await applicant.open();
    form = await applicant.form(caseId);
    await person.shoot('05 form begun');
  });

  then('keeps what is typed: half a page survives a reload, saved or not', async () => {
    const business = form.topics.find(({ id }) => id === 'business');
    await applicant.openTopic(caseId, person.tell(business?.title));
    const names = story.rest['business'] as { nameTh: string; nameEn: string };
    await applicant.typist.write(applicant.typist.at('business.nameTh'), names.nameTh);
    await applicant.untilSaved();
    await applicant.typist.write(applicant.typist.at('business.nameEn'), names.nameEn);
    await page.reload();
    await applicant.typist.at('business.nameEn').waitFor();
    expect(await applicant.typist.at('business.nameTh').inputValue()).toBe(names.nameTh);
    expect(await applicant.typist.at('business.nameEn').inputValue()).toBe(names.nameEn);
    await applicant.untilSaved();
    expect(((await file()).answers['business'] as { nameEn?: string }).nameEn).toBe(names.nameEn);
    await person.open(`/my/cases/${caseId}`);
  });

  then('fills in every topic by typing, each fact once', async () => {
    for (const topic of form.topics) {
      await applicant.openTopic(caseId, person.tell(topic.title));
      await applicant.fillTopic(topic);
      await person.shoot(`06 topic ${topic.id}`);
      await applicant.goOn(caseId);
    }
    const { topics } = await applicant.check(caseId);
    expect(topics.flatMap(({ id, state, problems }) => [[id, state, ...problems.map(({ message }) => message.en)]])).toEqual(form.topics.map(({ id }) => [id, 'done']));
  });

  then('attaches the papers, and refuses a file of the wrong kind with a sentence', async () => {
    await page.locator('.task-list').getByRole('link', { name: person.say('my.draft.documents') }).click();
    await person.arrivesAt(`/my/cases/${caseId}/documents`);
    const needed = (await applicant.check(caseId)).documents.filter(({ isNeeded }) => isNeeded);
    const first = page.locator(`[id="paper-${needed[0]?.code ?? ''}"]`);
    await first.locator('input[type="file"]').setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('no paper at all') });
    await first.getByRole('alert').waitFor();
    await person.shoot('07 a wrong file');
    for (const { code } of needed) await applicant.attach(code, form.documents.find((one) => one.code === code)?.accepts ?? []);
    await person.shoot('08 documents');
    await person.link('my.papers.done').click();
    await person.arrivesAt(`/my/cases/${caseId}`);
  });

  then('shows everything once more, and wants the declaration before anything is sent', async () => {
    await page.locator('.task-list').getByRole('link', { name: person.say('my.draft.check') }).click();
    await person.arrivesAt(`/my/cases/${caseId}/check`);
    await person.reads((story.rest['business'] as { nameTh: string }).nameTh);
    await person.button('my.check.submit').click();
    await page.locator('.error-summary').getByText(person.say('my.check.mustDeclare')).waitFor();
    await page.locator('.error-summary:focus').waitFor();
    await person.shoot('09 check without declaration');
  });

  then('makes one case of a double click', async () => {
    const before = await applicant.submittedCases();
    await page.getByRole('checkbox', { name: person.say('my.check.declares') }).check();
    await person.button('my.check.submit').dblclick();
    await person.arrivesAt(`/my/cases/${caseId}/sent`);
    const { number, status } = await file();
    await person.reads(number ?? '');
    expect([status, await applicant.submittedCases()]).toEqual(['submitted', before + 1]);
    await person.shoot('10 sent');
  });

  then('shows the case with a lane for every office, and stays open from here on', async () => {
    await person.link('my.sent.follow').click();
    await person.arrivesAt(`/my/cases/${caseId}`);
    await page.getByText(person.say('my.track.live'), { exact: true }).waitFor();
    const { details } = await file();
    for (const { id, lanes } of details) for (const { office, verdict } of lanes) if (verdict !== 'not-needed') await page.locator(`[id="application-${id}"]`).getByText(person.tell(office.title)).first().waitFor();
    await page.evaluate('window.hasStayed = true');
    await person.shoot('11 case');
  });

  then('brings the task to the office, whose question is pinned to a fact and a paper', async () => {
    const { number, lanes } = await applicationOf(asks.licence);
    const officer = await officerOf(lanes.find(({ id }) => id === asks.lane)?.office.code ?? '');
    await officer.take(number ?? '', asks.lane);
    await officer.person.shoot('12 review');
    const { say, page: desk } = { say: officer.person.say.bind(officer.person), page: officer.person.page };
    for (const title of await titlesOf(officer, asks)) await desk.getByRole('button', { name: loosely(`${say('desk.answers.pointAt')} ${title}`) }).first().click();
    await desk.locator('#act-heading').waitFor();
    const messages = desk.locator('.picked-item textarea');
    for (const [index, words] of ['โปรดระบุวันหยุดประจำสัปดาห์', 'ภาพไม่ชัด โปรดแนบใหม่'].entries()) await messages.nth(index).fill(words);
    await officer.confirm('asked');
    await officer.untilRecorded();
    await officer.person.shoot('13 asked');
  });

  then('lets the other offices go on meanwhile, and the lanes move without a reload', async () => {
    for (const { code, number, lanes } of (await file()).details) {
      for (const lane of lanes.filter(({ id, verdict }) => verdict === null && id !== asks.lane)) {
        const officer = await officerOf(lane.office.code);
        await officer.take(number ?? '', lane.id);
        await officer.decideAll();
        await (await panelOf(code)).locator('.lane').filter({ hasText: person.tell(lane.title) }).getByText(person.say('my.track.approved'), { exact: true }).waitFor();
      }
    }
    expect(await page.evaluate('window.hasStayed')).toBe(true);
    await person.shoot('15 other offices approved');
  });

  then('shows the one notice to the applicant once the last office has looked, on the page that was open', async () => {
    await page.locator('.ask-card').getByText('โปรดระบุวันหยุดประจำสัปดาห์').waitFor();
    await person.shoot('14 a question came');
    expect(await page.evaluate('window.hasStayed')).toBe(true);
  });

  then('opens only what was asked, and takes the answer', async () => {
    await page.locator('.ask-card').getByRole('link', { name: person.say('my.track.answer') }).click();
    await person.arrivesAt(new RegExp(`^/my/cases/${caseId}/questions/`));
    await applicant.typist.at(asks.fact).waitFor();
    expect(await page.locator('form-view').locator('input, textarea, select').count()).toBe(1);
    expect(await page.locator('.paper').count()).toBe(1);
    await applicant.typist.write(applicant.typist.at(asks.fact), asks.told);
    await applicant.attach(asks.document, ['application/pdf'], 'plan-again.pdf');
    await person.shoot('16 the answer');
    await person.button('my.question.send').click();
    await person.arrivesAt(`/my/cases/${caseId}`);
    await page.evaluate('window.hasStayed = true');
  });

  then('brings the answer to the office, which inspects and approves', async () => {
    const { number, lanes } = await applicationOf(asks.licence);
    const lane = lanes.find(({ id }) => id === asks.lane);
    const officer = await officerOf(lane?.office.code ?? '');
    await officer.take(number ?? '', asks.lane);
    await officer.person.reads(asks.told);
    await officer.person.reads('plan-again.pdf');
    await officer.person.shoot('17 answered');
    await officer.decideAll();
    await officer.person.shoot('18 approved');
    await (await panelOf(asks.licence)).locator('.lane').filter({ hasText: person.tell(lane?.title) }).getByText(person.say('my.track.approved'), { exact: true }).waitFor();
  });

  then('asks again exactly the offices that had read what changed, and shows them what', async () => {
    const open = (await file()).details.flatMap(({ code, number, lanes }) => lanes.filter(({ verdict }) => verdict === null).map((lane) => ({ code, number, lane })));
    expect(open.map(({ lane }) => lane.id)).toEqual(scene.reopens);
    for (const { code, number, lane } of open) {
      const officer = await officerOf(lane.office.code);
      await officer.take(number ?? '', lane.id);
      await officer.person.reads(officer.person.say('desk.corrections.heading'));
      await officer.person.shoot(`18 ${lane.id} looks again`);
      await officer.decideAll();
      await (await panelOf(code)).locator('.lane').filter({ hasText: person.tell(lane.title) }).getByText(person.say('my.track.approved'), { exact: true }).waitFor();
    }
  });

  then('is paid through the bank, and the bill turns paid while it is looked at', async () => {
    for (const [index, bill] of (await untilBilled()).entries()) {
      await page.locator(`a[href$="/my/bills/${bill.id}"]`).first().click();
      await person.arrivesAt(`/my/bills/${bill.id}`);
      await page.locator('.pay-qr svg path').waitFor();
      if (index === 0) {
        await person.shoot('19 bill');
        const [picture] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: person.say('my.bill.keepQr') }).click()]);
        expect(picture.suggestedFilename()).toMatch(/^thai-qr-.+\.png$/);
      }
      const [bank] = await Promise.all([person.context.waitForEvent('page'), person.link('my.bill.sandbox').click()]);
      await bank.getByRole('button').click();
      await bank.getByText('จ่ายแล้ว').first().waitFor();
      await bank.close();
      await page.locator('ui-notification').getByText(person.say('my.bill.paidTitle')).first().waitFor();
      if (index === 0) await person.shoot('20 paid');
      await person.link('my.bill.toCase').first().click();
      await person.arrivesAt(`/my/cases/${caseId}`);
    }
  });

  then('gives the licences, each as a PDF of one page', async () => {
    await page.locator('.licence-card').nth(form.topics.length > 0 ? (await file()).details.length - 1 : 0).waitFor();
    await person.shoot('21 licences granted');
    const { licences, details } = await file();
    expect(licences.map(({ code }) => code).sort()).toEqual(details.map(({ code }) => code).sort());
    for (const { number } of licences) {
      const pdf = await (await person.api.get(`/api/licences/${encodeURIComponent(number)}/pdf`)).body();
      expect([number, pdf.subarray(0, 5).toString('latin1'), pagesIn(pdf)]).toEqual([number, '%PDF-', 1]);
    }
  });

  then('lets a stranger check a licence at the address in its QR code', async () => {
    const { licences } = await file();
    const number = licences[0]?.number ?? '';
    await page.locator('.licence-card a').filter({ hasText: person.tell(licences[0]?.title) }).first().click();
    await person.arrivesAt(`/my/licences/${number}`);
    const link = await eventually('paper that its agency has sealed', async () => {
      const { link } = (await (await person.api.get(`/api/licences/${encodeURIComponent(number)}/paper`)).json()) as PaperView;
      return /#[1-9]\d+$/.test(link) ? link : undefined;
    });
    await page.reload();
    await page.locator(`.licence-qr svg path[d="${qrPath(link)}"]`).waitFor();
    await person.shoot('22 licence');
    const address = `${portal}/verify/${encodeURIComponent(number)}`;
    const stranger = await Person.arrive(browser, { who: `${language} ${scene.size} stranger`, language, size: scene.size, witness });
    await stranger.open(address.slice(portal.length));
    await stranger.reads(stranger.say('public.verify.valid'));
    await stranger.reads(number);
    await stranger.shoot('23 verified');
  });

  it('left nothing to complain about in anybody’s browser', () => {
    expect(witness.complaints).toEqual([]);
  });

  async function untilBilled(): Promise<BillView[]> {
    return eventually('bill of every application', async () => {
      const { details, bills } = await file();
      const due = bills.filter(({ status }) => status === 'due');
      const isPast = details.every(({ status }) => ['awaiting-payment', 'issuing', 'issued'].includes(status));
      return isPast && due.length === details.filter(({ status }) => status === 'awaiting-payment').length ? due : undefined;
    });
  }
}

/** What the officer's page calls the fact and the document that are asked about. */
async function titlesOf(officer: Officer, { fact, document }: Scene['asks']): Promise<string[]> {
  const { askable } = await officer.look();
  const titles = [askable.facts.find(({ path }) => path === fact)?.title, askable.documents.find(({ code }) => code === document)?.title];
  return titles.map((title) => officer.person.tell(title).split(': ').at(-1) ?? '');
}
