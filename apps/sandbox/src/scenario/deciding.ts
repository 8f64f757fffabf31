import type { CaseView, EventReply, LaneView, TaskPage, TaskView } from '@anuyat/contract';
import { personas } from '@anuyat/identity/personas';
import { Visitor } from './visitor';

/** What an officer of some lane does otherwise than approve. */
export interface Wish {
  /** Ask once for what the lane may ask, before anything else. */
  asks?: string[];
  refuses?: string[];
  /** Leave the lane alone. */
  leaves?: string[];
  /** The applicant leaves what was asked for later. */
  isUnanswered?: true;
}

const CONFIRMING = ['confirming', 'reconfirming', 'confirmingRefusal'];

/** The officers who are needed, each signed in once. */
export class Officers {
  private readonly signedIn = new Map<string, Promise<Visitor>>();

  constructor(private readonly portal: string) {}

  /** The officer who may decide in an office; `second` is the one who confirms what the first proposed. @throws when no persona works there. */
  of(office: string, { second = false } = {}): Promise<Visitor> {
    const all = personas.filter(({ offices }) => offices.some(({ code, permissions }) => code === office && permissions.includes('approve')));
    const persona = all[second ? 1 : 0];
    if (!persona) throw new Error(`Nobody works in ${office}.`);
    let visitor = this.signedIn.get(persona.hint);
    if (!visitor) {
      visitor = new Visitor(this.portal, persona.hint).signIn();
      this.signedIn.set(persona.hint, visitor);
    }
    return visitor;
  }
}

/**
 * Takes one step in a lane, as its officer: whatever the review page offers. What was found waits for the other lanes to be told.
 * @returns what was done; undefined where the task has not come to the inbox yet or nothing is to be done.
 */
export async function decideLane(officers: Officers, file: CaseView, applicationId: string, lane: LaneView, wish: Wish): Promise<string | undefined> {
  if (lane.verdict !== null || wish.leaves?.includes(lane.id) || lane.state === 'found' || !lane.owner?.startsWith('office:')) return undefined;
  const isConfirming = CONFIRMING.includes(lane.state);
  const officer = await officers.of(lane.office.code, { second: isConfirming });
  const inbox = await officer.get<TaskPage>(`/api/tasks?q=${encodeURIComponent(file.details.find(({ id }) => id === applicationId)?.number ?? '')}&limit=100`);
  const summary = inbox.items.find((task) => task.applicationId === applicationId && task.lane === lane.id);
  if (!summary) return undefined;
  const task = await officer.get<TaskView>(`/api/tasks/${summary.id}`);
  if (task.status === 'open' && !isConfirming) await officer.post(`/api/tasks/${task.id}/claim`, {});
  const act = chooseAct(task, wish);
  if (!act) return undefined;
  await officer.post<EventReply>(`/api/applications/${applicationId}/events`, { type: act.event, data: act.data });
  return act.event;
}

function chooseAct(task: TaskView, wish: Wish): { event: string; data: Record<string, unknown> } | undefined {
  const offered = (act: string): string | undefined => task.acts.find(({ event }) => event === `${task.lane}.${act}`)?.event;
  const asked = offered('asked');
  if (asked && wish.asks?.includes(task.lane)) return { event: asked, data: { note: 'โปรดแก้ไขตามรายการ', items: itemsOf(task) } };
  const refused = offered('refused') ?? offered('refusalProposed') ?? offered('refusalIntended');
  if (refused && wish.refuses?.includes(task.lane)) {
    return { event: refused, data: { facts: 'สถานที่ไม่ตรงตามที่ยื่น', law: task.licence.title.th, considerations: 'ไม่อาจแก้ไขให้ถูกต้องได้' } };
  }
  const next: [string, Record<string, unknown>][] = [
    ['inspectionRecorded', { result: 'passed', findings: 'เป็นไปตามหลักเกณฑ์' }],
    ['inspectionPlanned', { plannedFor: new Date(Date.now() + 86_400_000).toISOString(), note: 'ช่วงเช้า' }],
    ['accepted', {}],
    ['approvalProposed', {}],
    ['approved', {}],
    ['annulled', { facts: 'ผู้อุทธรณ์ปรับปรุงสถานที่แล้วก่อนมีคำสั่ง', law: task.licence.title.th, considerations: 'คำสั่งไม่ได้พิจารณาข้อโต้แย้งข้อนี้ จึงให้เพิกถอนและพิจารณาใหม่' }],
  ];
  for (const [act, data] of next) {
    const event = offered(act);
    if (event) return { event, data };
  }
  return undefined;
}

/** One fact that can be told anew, or else one document. */
function itemsOf(task: TaskView): { kind: string; target: string; message: string }[] {
  const fact = task.askable.facts.find(({ path }) => path.endsWith('openingHours')) ?? task.askable.facts[0];
  if (fact) return [{ kind: 'fact', target: fact.path, message: 'โปรดระบุให้ละเอียดขึ้น' }];
  const document = task.askable.documents[0];
  return document ? [{ kind: 'document', target: document.code, message: 'ภาพไม่ชัด โปรดแนบใหม่' }] : [];
}
