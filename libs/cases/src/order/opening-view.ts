import type { ApplicationStatus, ApplicationView, OpeningPlanView } from '@anuyat/contract';
import { addCalendarDays, addWorkingDays, bangkokDate, formatDate } from '@anuyat/dictionary';
import { findText, planOpening, textOf, type LicenceDefinition, type PlanItem, type PlannedItem, type PlanState, type Text } from '@anuyat/licence-kit';

/** Holidays of the government's calendar, and today's date in Thailand. */
export interface PlanDay {
  today: string;
  holidays: ReadonlySet<string>;
}

/** The plan before filing: everything is filed today. */
export function plannedOpening(definitions: readonly LicenceDefinition[], day: PlanDay): OpeningPlanView {
  const items = definitions.map((definition): PlanItem => ({ ...lengthOf(definition), state: 'planned' }));
  return viewOf(definitions, items, day);
}

/** The plan of a case under way: what is done by its true day, what runs by its due day. */
export function liveOpening(definitions: readonly LicenceDefinition[], details: readonly ApplicationView[], endedOn: (applicationId: string) => string | undefined, day: PlanDay): OpeningPlanView {
  const items = definitions.flatMap((definition): PlanItem[] => {
    const application = details.find(({ code }) => code === definition.code);
    if (!application) return [];
    const state = stateOf(application.status);
    const startedOn = application.reviewStartedAt ? bangkokDate(new Date(application.reviewStartedAt)) : undefined;
    const dates = { ...(startedOn ? { startedOn } : {}), ...endOf(application, state, endedOn(application.id), lengthOf(definition), day) };
    return [{ ...lengthOf(definition), state, ...dates }];
  });
  return viewOf(definitions, items, day);
}

/** What an application waits for among those of its case. */
export function waitsForOf({ dependsOn }: LicenceDefinition, own: ApplicationView, details: readonly ApplicationView[]): ApplicationView['waitsFor'] {
  if (own.status !== 'waiting') return undefined;
  const before = details.filter(({ code, id }) => id !== own.id && dependsOn.includes(code));
  return before.map(({ code, title, status }) => ({ code, title, status }));
}

/** Whether something that comes first will not come unless it is asked for anew: the applicant has to decide. */
export function isStuck(dependsOn: readonly string[], status: ApplicationStatus, others: readonly { code: string; status: ApplicationStatus }[]): boolean {
  return status === 'waiting' && others.some((other) => dependsOn.includes(other.code) && stateOf(other.status) === 'blocked');
}

function lengthOf({ code, dependsOn, clock }: LicenceDefinition): Pick<PlanItem, 'code' | 'dependsOn' | 'days' | 'unit'> {
  return { code, dependsOn, days: clock.days, unit: clock.unit };
}

function stateOf(status: ApplicationStatus): PlanState {
  switch (status) {
    case 'waiting':
      return 'waiting';
    case 'issued':
      return 'done';
    case 'refused':
    case 'returned':
    case 'withdrawn':
      return 'blocked';
    default:
      return 'running';
  }
}

/** A running one ends by the time for the whole, or by the lane's own clock where that runs longer, as after an answer. */
function endOf(application: ApplicationView, state: PlanState, endedOn: string | undefined, { days, unit }: Pick<PlanItem, 'days' | 'unit'>, { holidays }: PlanDay): { endsOn?: string } {
  if (state === 'done' && endedOn) return { endsOn: endedOn };
  if (state !== 'running' || !application.reviewStartedAt) return {};
  const lanes = application.lanes.flatMap(({ dueAt, verdict, owner }) => (dueAt && verdict === null && owner !== 'applicant' ? [bangkokDate(new Date(dueAt))] : []));
  return { endsOn: [addDays(bangkokDate(new Date(application.reviewStartedAt)), days, unit, holidays), ...lanes].toSorted().at(-1) ?? '' };
}

function addDays(from: string, days: number, unit: PlanItem['unit'], holidays: ReadonlySet<string>): string {
  return unit === 'working' ? addWorkingDays(from, days, holidays) : addCalendarDays(from, days, holidays);
}

function viewOf(definitions: readonly LicenceDefinition[], items: PlanItem[], { today, holidays }: PlanDay): OpeningPlanView {
  const plan = planOpening(items, today, (from, days, unit) => addDays(from, days, unit, holidays));
  const byCode = new Map(definitions.map((definition) => [definition.code, definition]));
  const titleOf = (code: string): Text => textOf(byCode.get(code)?.texts ?? { th: {}, en: {} }, 'title');
  return {
    today,
    opensOn: plan.opensOn,
    criticalPath: plan.criticalPath,
    items: plan.items.map((item) => ({
      ...item,
      title: titleOf(item.code),
      waitsFor: item.waitsFor.map((code) => {
        const why = findText(byCode.get(code)?.texts ?? { th: {}, en: {} }, 'comesFirst');
        return { code, title: titleOf(code), ...(why ? { why } : {}) };
      }),
      says: [when(item, titleOf), spare(item)].flatMap((text) => text ?? []),
    })),
  };
}

function when(item: PlannedItem, titleOf: (code: string) => Text): Text {
  const { state, startsOn, endsOn, waitsFor } = item;
  if (state === 'blocked') return { th: 'ไม่ได้รับอนุญาต หรือถอนคำขอแล้ว', en: 'Not granted, or withdrawn.' };
  if (!startsOn || !endsOn) return { th: 'ยังบอกวันไม่ได้ เพราะเรื่องที่ต้องได้ก่อนยังไม่ได้รับอนุญาต', en: 'No day can be told: a licence that has to come first was not granted.' };
  const from = dated(startsOn);
  const to = dated(endsOn);
  if (state === 'done') return { th: `ได้รับแล้วเมื่อวันที่ ${to.th}`, en: `Granted on ${to.en}.` };
  if (state === 'running') return { th: `กำหนดเสร็จไม่เกินวันที่ ${to.th}`, en: `Due by ${to.en}.` };
  if (waitsFor.length === 0) return { th: `เริ่มวันที่ ${from.th} กำหนดเสร็จไม่เกินวันที่ ${to.th}`, en: `Starts on ${from.en}; due by ${to.en}.` };
  const th = waitsFor.map((code) => `“${titleOf(code).th}”`).join(' และ ');
  const en = waitsFor.map((code) => `“${titleOf(code).en}”`).join(' and ');
  return { th: `รอ ${th} แล้วเริ่มเองประมาณวันที่ ${from.th} กำหนดเสร็จไม่เกินวันที่ ${to.th}`, en: `Waits for ${en}, then starts by itself about ${from.en}; due by ${to.en}.` };
}

function spare({ state, slackDays, isCritical }: PlannedItem): Text | undefined {
  if (state === 'done' || state === 'blocked' || slackDays === null) return undefined;
  if (isCritical) return { th: 'วันเปิดกิจการขึ้นอยู่กับเรื่องนี้', en: 'The opening day hangs on this one.' };
  return slackDays === 0
    ? { th: 'ช้ากว่านี้ไม่ได้ มิฉะนั้นวันเปิดกิจการจะเลื่อน', en: 'Any delay would move the opening day.' }
    : { th: `ช้าได้อีก ${slackDays} วันโดยวันเปิดกิจการไม่เลื่อน`, en: `May take ${slackDays} more ${slackDays === 1 ? 'day' : 'days'} without moving the opening day.` };
}

function dated(day: string): Text {
  return { th: formatDate(day, 'th'), en: formatDate(day, 'en') };
}
