import type { Locator } from 'playwright-core';
import type { TaskPage, TaskView } from '@anuyat/contract';
import { personas } from '@anuyat/identity/personas';
import type { Text } from '@anuyat/licence-kit';
import type { Person } from './person';

/** Who may decide in an office. @throws when nobody of the sandbox works there. */
export function deciderOf(office: string): string {
  const persona = personas.find(({ offices }) => offices.some(({ code, permissions }) => code === office && permissions.includes('approve')));
  if (!persona) throw new Error(`Nobody works in ${office}.`);
  return persona.hint;
}

/** What the buttons of the decision bar say, by act. */
const ACTS: Record<string, Text> = {
  accepted: { th: 'รับคำขอ (ครบถ้วน)', en: 'Accept as complete' },
  approved: { th: 'เห็นชอบ', en: 'Approve' },
  inspectionPlanned: { th: 'นัดตรวจสถานที่', en: 'Arrange an inspection' },
  inspectionRecorded: { th: 'บันทึกผลตรวจสถานที่', en: 'Record the inspection' },
  asked: { th: 'แจ้งให้แก้ไขเพิ่มเติม', en: 'Ask for corrections' },
  refusalIntended: { th: 'แจ้งว่าอาจไม่อนุญาต', en: 'Tell of the intent to refuse' },
  refused: { th: 'ไม่อนุญาต', en: 'Refuse' },
};

/** An officer at the desk: finds a task in the inbox, takes it, decides. */
export class Officer {
  constructor(readonly person: Person) {}

  /** Looks for an application in the inbox, takes its task and opens it, all by hand. */
  async take(number: string, lane: string): Promise<void> {
    const { page } = this.person;
    if (new URL(page.url()).pathname !== '/desk') await this.person.open('/desk');
    await page.getByRole('searchbox').fill(number);
    await page.waitForURL((url) => url.searchParams.get('q') === number);
    await page.locator('table[aria-busy="false"], ui-empty').first().waitFor();
    const row = this.rowOf(number);
    await row.first().waitFor();
    const { items } = await this.person.get<TaskPage>(`/api/tasks?q=${encodeURIComponent(number)}`);
    const id = items.find((task) => task.number === number && task.lane === lane)?.id;
    if (!id) throw new Error(`${this.person.who} has no task of ${number} in ${lane}.`);
    const line = row.filter({ has: page.locator(`[data-task="${id}"]`) });
    const claim = line.getByRole('button', { name: this.person.say('desk.inbox.claim') });
    if ((await claim.count()) > 0) {
      await claim.click();
      await line.getByText(this.person.say('desk.inbox.you'), { exact: true }).waitFor();
    }
    await line.getByRole('link').click();
    await this.person.arrivesAt(`/desk/tasks/${id}`);
    await page.getByText(number).first().waitFor();
  }

  /** The rows of the inbox that are about an application. */
  rowOf(number: string): Locator {
    return this.person.page.locator('tbody tr').filter({ hasText: number });
  }

  /** The open task as the officer may see it now. */
  look(): Promise<TaskView> {
    return this.person.get<TaskView>(`/api/tasks/${this.person.page.url().split('/').at(-1) ?? ''}`);
  }

  /** Opens the form of an act from the bar at the bottom. */
  async begin(act: string): Promise<void> {
    const { page } = this.person;
    await page.locator('.decision-bar').getByRole('button', { name: this.wordsOf(act), exact: true }).click();
    await page.locator('#act-heading').waitFor();
  }

  /** Sends the open form; a letter is looked at first. */
  async confirm(act: string): Promise<void> {
    const { page } = this.person;
    const preview = this.person.button('desk.acts.preview');
    if ((await preview.count()) > 0) {
      await preview.click();
      await page.locator('ui-letter').waitFor();
    }
    await this.confirmButton(act).click();
  }

  confirmButton(act: string): Locator {
    return this.person.page.locator('.act-form').getByRole('button', { name: this.person.say('desk.acts.send', { act: this.wordsOf(act) }), exact: true });
  }

  /** Does an act from its button to the sentence that it is recorded. */
  async decide(act: string, write: (form: Locator) => Promise<void> = () => Promise.resolve()): Promise<void> {
    await this.begin(act);
    await write(this.person.page.locator('.act-form'));
    await this.confirm(act);
    await this.untilRecorded();
  }

  /** Takes the lane of the open task to its end, by whatever its bar offers, an inspection included. */
  async decideAll(): Promise<void> {
    await this.doSome(this.steps().map(({ act }) => act));
  }

  /** Of these acts those that the bar offers in their turn. */
  async doSome(acts: readonly string[]): Promise<void> {
    for (const { act, write } of this.steps().filter((step) => acts.includes(step.act))) {
      const { lane, acts: offered } = await this.look();
      if (offered.some(({ event }) => event === `${lane}.${act}`)) await this.decide(act, write);
    }
  }

  /** Opening a form takes the notice of the act before away, so that this one is about the newest. */
  untilRecorded(): Promise<void> {
    return this.person.page.locator('.outcome').getByText(this.person.say('desk.outcome.recorded').trim()).waitFor();
  }

  private wordsOf(act: string): string {
    return this.person.tell(ACTS[act]);
  }

  private steps(): { act: string; write?: (form: Locator) => Promise<void> }[] {
    return [
      { act: 'accepted' },
      {
        act: 'inspectionPlanned',
        write: async (form) => {
          await form.locator('#act-date').fill(dayIn(7));
          await form.locator('#act-time').fill('9.30');
        },
      },
      {
        act: 'inspectionRecorded',
        write: async (form) => {
          await form.getByRole('radio', { name: this.person.say('desk.inspections.passed'), exact: true }).check();
          await form.locator('#act-findings').fill('ครัวสะอาด ถังดักไขมันใช้งานได้');
        },
      },
      { act: 'approved' },
    ];
  }
}

/** A day from now, as officers write it: in Buddhist years. */
function dayIn(days: number): string {
  const day = new Date(Date.now() + days * 86_400_000);
  return `${day.getUTCDate()}/${day.getUTCMonth() + 1}/${day.getUTCFullYear() + 543}`;
}
