import { addCalendarDays, addDays, addWorkingDays, bangkokDate, formatDate, formatInstant } from '@anuyat/dictionary';
import { governmentHolidays } from '@anuyat/dictionary/reference';
import { actOf, findText, textOf, words, type Language, type LicenceDefinition, type Text } from '@anuyat/licence-kit';
import { isWeekend, unitWords, type CalendarChange, type DayInputs } from './day-decisions';
import type { Decision } from './decision';
import type { Told } from './told';

/** How a date was counted: what began it, how many days of which kind, which closed days were passed over. */
export function dayView(decision: Decision, definition: LicenceDefinition | undefined): Told {
  return decision.subject === 'received' ? receiptView(decision) : dueView(decision, definition);
}

function receiptView({ inputs, outcome }: Decision): Told {
  const submitted = String(inputs['submittedAt']);
  const isAtOnce = submitted === outcome;
  return {
    of: calendar,
    outcome: moment(String(outcome)),
    because: [isAtOnce ? inHours : outOfHours, ...skippedView(inputs['skipped'] as string[])],
    wouldTurn: [isAtOnce ? laterFiling : earlierFiling],
    facts: [{ path: 'filing.at', title: { th: 'ยื่นเมื่อ', en: 'Submitted' }, value: moment(submitted) }],
  };
}

function dueView({ inputs, outcome }: Decision, definition: LicenceDefinition | undefined): Told {
  const { from, startedBy, days, unit, skipped, closed, movedBy } = inputs as unknown as DayInputs;
  const start = bangkokDate(from);
  const due = bangkokDate(String(outcome));
  const count = (day: string) => (unit === 'working' ? addWorkingDays(day, days, closed) : addCalendarDays(day, days, closed));
  const earlier = [1, 2, 3, 4, 5, 6, 7].map((by) => addDays(start, -by)).find((day) => count(day) !== due && count(day) < due);
  const lane = startedBy.includes('.') ? definition && findText(definition.texts, `lanes.${startedBy.split('.')[0]}`) : undefined;
  const began = words[`event.${actOf(startedBy)}`] ?? { th: startedBy, en: startedBy };
  return {
    of: definition ? textOf(definition.texts, 'title') : calendar,
    outcome: day(due),
    because: [
      { th: `เริ่มนับจาก “${began.th}”${lane ? ` (${lane.th})` : ''} เมื่อ ${moment(from).th} โดยไม่นับวันแรก`, en: `Counted from “${began.en}”${lane ? ` (${lane.en})` : ''} on ${moment(from).en}; the first day is not counted` },
      { th: `กำหนด ${days} ${unitWords[unit].th}`, en: `The limit is ${days} ${unitWords[unit].en}` },
      ...skippedView(skipped),
      ...(movedBy ? [movedView(movedBy)] : []),
    ],
    wouldTurn: earlier ? [{ th: `หากเริ่มนับตั้งแต่${formatDate(earlier, 'th')} จะครบกำหนด${formatDate(count(earlier), 'th')}`, en: `Had it begun on ${formatDate(earlier, 'en')}, it would be due on ${formatDate(count(earlier), 'en')}.` }] : [],
    facts: [
      { path: 'clock.from', title: { th: 'เริ่มนับ', en: 'Began' }, value: moment(from) },
      { path: 'clock.days', title: { th: 'ระยะเวลา', en: 'Time limit' }, value: { th: `${days} ${unitWords[unit].th}`, en: `${days} ${unitWords[unit].en}` } },
    ],
  };
}

/** Weekends by their number, holidays by their names. */
function skippedView(skipped: readonly string[]): Text[] {
  const holidays = skipped.filter((date) => !isWeekend(date));
  const weekend = skipped.length - holidays.length;
  return [
    ...(weekend > 0 ? [{ th: `ข้ามวันเสาร์และอาทิตย์ ${weekend} วัน`, en: `${weekend} ${weekend === 1 ? 'day' : 'days'} of weekends passed over` }] : []),
    ...holidays.map((date) => {
      const name = governmentHolidays.find((holiday) => holiday.date === date)?.title;
      return { th: `ข้ามวันหยุดราชการ ${formatDate(date, 'th')}${name ? ` (${name.th})` : ''}`, en: `Public holiday passed over: ${formatDate(date, 'en')}${name ? ` (${name.en})` : ''}` };
    }),
  ];
}

/** That, and why, the date was moved after it had been told. */
function movedView({ added, removed }: CalendarChange): Text {
  const said = (language: Language): string => {
    const listed = (days: CalendarChange['added'], word: Text): string[] => days.map(({ date, title }) => `${word[language]} ${formatDate(date, language)} (${title[language]})`);
    return [...listed(added, { th: 'เพิ่มวันหยุด', en: 'holiday added' }), ...listed(removed, { th: 'ยกเลิกวันหยุด', en: 'holiday removed' })].join(', ');
  };
  return { th: `เลื่อนแล้วตามปฏิทินราชการ: ${said('th')}`, en: `Moved with the government’s calendar: ${said('en')}` };
}

function moment(at: string): Text {
  return { th: formatInstant(at, 'th'), en: formatInstant(at, 'en') };
}

function day(date: string): Text {
  return { th: formatDate(date, 'th'), en: formatDate(date, 'en') };
}

const calendar: Text = { th: 'ปฏิทินราชการ', en: 'Government calendar' };
const inHours: Text = { th: 'ยื่นในเวลาราชการ (วันทำการ 8.30–16.30 น.) จึงถือว่าได้รับทันที', en: 'Submitted in office hours (working days, 8:30 to 16:30), so it counts as received at once' };
const outOfHours: Text = { th: 'ยื่นนอกเวลาราชการ จึงถือว่าได้รับเมื่อเปิดทำการครั้งถัดไป', en: 'Submitted outside of office hours, so it counts as received at the next opening' };
const laterFiling: Text = { th: 'หากยื่นหลัง 16.30 น. จะถือว่าได้รับเมื่อเปิดทำการครั้งถัดไป', en: 'Submitted after 16:30, it would count as received at the next opening.' };
const earlierFiling: Text = { th: 'หากยื่นในวันทำการ ระหว่าง 8.30–16.30 น. จะถือว่าได้รับทันที', en: 'Submitted on a working day between 8:30 and 16:30, it would count as received at once.' };
