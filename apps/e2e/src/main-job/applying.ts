import type { Browser } from 'playwright-core';
import type { CaseCheck, CasePage, CaseView, ComposedForm, JourneyView, PlanView } from '@anuyat/contract';
import type { CaseAnswers, JsonSchema } from '@anuyat/licence-kit';
import { findPersona } from '@anuyat/identity/personas';
import { paperFor } from '../../../sandbox/src/scenario/papers';
import { Person } from '../support/person';
import { Typist } from '../support/typist';
import type { Witness } from '../support/witness';
import type { Scene } from './scene';

/** The applicant of a scene at their browser, from the front page to the case. */
export class Applicant {
  private constructor(
    readonly person: Person,
    readonly scene: Scene,
    readonly typist: Typist,
  ) {}

  static async arrive(browser: Browser, scene: Scene, witness: Witness): Promise<Applicant> {
    const { language, size, story } = scene;
    const person = await Person.arrive(browser, { who: `${language} ${size} ${story.applicant}`, language, size, witness });
    return new Applicant(person, scene, new Typist(person.page, language));
  }

  /** From the front page to the questions of the journey, by its links. */
  async chooseJourney(): Promise<JourneyView> {
    const { person, scene } = this;
    const journey = await person.get<JourneyView>(`/api/journeys/${scene.story.journey}`);
    await person.link('home.start').click();
    await person.arrivesAt('/journeys');
    await person.page.getByRole('link', { name: person.tell(journey.title) }).click();
    await person.arrivesAt(`/journeys/${journey.code}`);
    return journey;
  }

  async answerQuestions(journey: JourneyView): Promise<void> {
    for (const [topic, schema] of inOrder(journey.questions)) await this.typist.fill(topic, schema, this.scene.story.quiz);
    await this.person.page.getByText(this.person.say('public.quiz.complete')).waitFor();
  }

  /** What the portal plans for these answers. */
  async plan(): Promise<PlanView> {
    const { journey, quiz } = this.scene.story;
    const reply = await this.person.api.post(`/api/journeys/${journey}/plan`, { data: { answers: quiz } });
    return (await reply.json()) as PlanView;
  }

  /** From the plan to the provider's page and back, as somebody without a session. */
  async signInAtTheProvider(): Promise<void> {
    const { person, scene } = this;
    const { page } = person;
    await person.link('public.plan.startSignIn').click();
    await person.arrivesAt('/sign-in');
    await person.link('public.signIn.withDigitalId').click();
    await page.waitForURL((url) => url.origin !== new URL(process.env['ANUYAT_URL'] ?? '').origin);
    await person.shoot('04 the provider asks who');
    await page.getByRole('button', { name: findPersona(scene.story.applicant)?.name[person.language] }).click();
    await person.arrivesAt(`/journeys/${scene.story.journey}/plan`);
  }

  async open(): Promise<string> {
    await this.person.button('public.plan.start').click();
    await this.person.arrivesAt(/^\/my\/cases\/[0-9a-f-]{36}$/);
    await this.person.page.locator('.task-list').first().waitFor();
    return this.person.page.url().split('/').at(-1) ?? '';
  }

  form(caseId: string): Promise<ComposedForm> {
    return this.person.get<ComposedForm>(`/api/cases/${caseId}/form`);
  }

  check(caseId: string): Promise<CaseCheck> {
    return this.person.get<CaseCheck>(`/api/cases/${caseId}/check`);
  }

  case(caseId: string): Promise<CaseView> {
    return this.person.get<CaseView>(`/api/cases/${caseId}`);
  }

  async submittedCases(): Promise<number> {
    const { items } = await this.person.get<CasePage>('/api/cases');
    return items.filter(({ status }) => status !== 'draft').length;
  }

  /** Opens a topic from the list of the draft. */
  async openTopic(caseId: string, title: string): Promise<void> {
    await this.person.page.locator('.task-list').getByRole('link', { name: title, exact: true }).click();
    await this.person.arrivesAt(new RegExp(`^/my/cases/${caseId}/topics/`));
    await this.person.page.locator('form-view form, form-view input, form-view textarea').first().waitFor();
  }

  async fillTopic({ id, schema }: { id: string; schema: JsonSchema }, answers: CaseAnswers = this.answers): Promise<void> {
    await this.typist.fill(id, schema, answers);
  }

  /** Presses "save and continue", which leads back to the list. */
  async goOn(caseId: string): Promise<void> {
    await this.person.button('my.topic.saveAndGo').click();
    await this.person.arrivesAt(`/my/cases/${caseId}`);
    await this.person.page.locator('.task-list').first().waitFor();
  }

  async untilSaved(): Promise<void> {
    await this.person.page.locator('.saving').filter({ hasText: this.person.say('my.saving.saved') }).waitFor();
  }

  /** Attaches a fitting file to a slot, through its own file field. */
  async attach(code: string, accepts: readonly ('application/pdf' | 'image/jpeg' | 'image/png')[], name?: string): Promise<void> {
    const file = paperFor(code, accepts);
    const slot = this.person.page.locator(`[id="paper-${code}"]`);
    const before = await slot.locator('.file').count();
    await slot.locator('input[type="file"]').setInputFiles({ name: name ?? file.name, mimeType: file.type, buffer: Buffer.from(await file.arrayBuffer()) });
    await slot.locator('.file').nth(before).waitFor();
  }

  /** Everything that this person answers. */
  get answers(): CaseAnswers {
    return { ...this.scene.story.rest, plan: this.scene.story.quiz['plan'] as CaseAnswers };
  }
}

export function inOrder(schema: JsonSchema): [string, JsonSchema][] {
  return Object.entries(schema.properties ?? {}).sort(([, a], [, b]) => (a['x-order'] ?? 0) - (b['x-order'] ?? 0));
}
