import { randomUUID } from 'node:crypto';
import type { ApplicationView, EventReply, TaskView } from '@anuyat/contract';
import { personas } from '@anuyat/identity/personas';
import type { People } from '../stage/people';
import type { OpenTask } from './board';
import type { Journal } from './journal';
import { Person, SaidNo } from './person';

/** What becomes of a case, so that not every one goes well. */
export type Fate = 'granted' | 'asked' | 'refused' | 'left-unanswered' | 'left-waiting' | 'withdrawn';

const CONFIRMING = ['confirming', 'reconfirming', 'confirmingRefusal'];

/** In their order: what brings a lane forward, with what the office says. */
const STEPS: readonly [act: string, data: Record<string, unknown>][] = [
  ['inspectionRecorded', { result: 'passed', findings: 'เป็นไปตามหลักเกณฑ์' }],
  ['inspectionPlanned', { plannedFor: new Date(Date.now() + 5 * 86_400_000).toISOString(), note: 'ช่วงเช้า' }],
  ['accepted', {}],
  ['refusalConfirmed', {}],
  ['approvalProposed', {}],
  ['approved', {}],
];

const REASONS = { facts: 'สถานที่ไม่ตรงตามที่ยื่น', law: 'กฎหมายว่าด้วยการนั้น', considerations: 'ไม่อาจแก้ไขให้ถูกต้องได้' };

/** The officers of all offices, who take what lies in their inboxes. */
export class Desk {
  private readonly officers = new Map<string, Person>();

  constructor(
    private readonly portal: string,
    private readonly people: People,
    private readonly journal: Journal,
  ) {}

  /**
   * One step in the lane of a task. @returns the application's revision when there is nothing more to do for now; undefined when
   * something was done.
   */
  async review({ applicationId, lane, office, stage }: OpenTask, fate: Fate): Promise<number | undefined> {
    const officer = this.officerOf(office, CONFIRMING.includes(stage));
    const view = await officer.get<ApplicationView>(`/api/applications/${applicationId}`);
    const offered = (act: string): string | undefined => view.may.find((event) => event === `${lane}.${act}`);
    const chosen = await this.choose(officer, { applicationId, lane, office, stage }, offered, fate);
    if (!chosen) return view.revision;
    await this.send(officer, applicationId, chosen.type, chosen.data);
    return undefined;
  }

  private async choose(officer: Person, task: OpenTask, offered: (act: string) => string | undefined, fate: Fate): Promise<{ type: string; data: Record<string, unknown> } | undefined> {
    const asked = offered('asked');
    if (asked && (fate === 'asked' || fate === 'left-unanswered')) return { type: asked, data: { note: 'โปรดแก้ไขตามรายการ', items: await this.itemsOf(officer, task) } };
    const refused = offered('refused') ?? offered('refusalProposed') ?? offered('refusalIntended');
    if (refused && fate === 'refused') return { type: refused, data: REASONS };
    for (const [act, data] of STEPS) {
      const type = offered(act);
      if (type) return { type, data };
    }
    return undefined;
  }

  /** Sends an event, again and again under one key, until it is taken. What somebody else was quicker with is let go. */
  async send(person: Person, applicationId: string, type: string, data: Record<string, unknown>): Promise<void> {
    const key = randomUUID();
    try {
      const { revision, status } = await person.call<EventReply>({ method: 'POST', path: `/api/applications/${applicationId}/events`, body: { type, data }, key });
      this.journal.note({ kind: 'event', applicationId, type, revision, status, key });
    } catch (error) {
      if (!(error instanceof SaidNo && error.status === 409)) throw error;
    }
  }

  private async itemsOf(officer: Person, { applicationId, lane }: OpenTask): Promise<{ kind: string; target: string; message: string }[]> {
    const { items } = await officer.get<{ items: { id: string; applicationId: string; lane: string }[] }>(`/api/tasks?limit=100`);
    const summary = items.find((item) => item.applicationId === applicationId && item.lane === lane);
    const task = summary && (await officer.get<TaskView>(`/api/tasks/${summary.id}`));
    const fact = task?.askable.facts.find(({ path }) => path.endsWith('openingHours')) ?? task?.askable.facts[0];
    return [{ kind: 'fact', target: fact?.path ?? 'business.nameEn', message: 'โปรดระบุให้ละเอียดขึ้น' }];
  }

  /** Who may decide in an office; the one who confirms is another. */
  private officerOf(office: string, isSecond: boolean): Person {
    const all = personas.filter(({ offices }) => offices.some(({ code, permissions }) => code === office && permissions.includes('approve')));
    const hint = all[isSecond ? 1 : 0]?.hint ?? '';
    const pass = this.people.officers.get(hint);
    if (!pass) throw new Error(`Nobody works in ${office}.`);
    const known = this.officers.get(hint) ?? new Person(this.portal, pass, this.journal);
    this.officers.set(hint, known);
    return known;
  }
}
