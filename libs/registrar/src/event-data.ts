import { Refusal, type FieldProblem } from '@anuyat/contract';
import { addDays, bangkokDate, formatDate, formats } from '@anuyat/dictionary';
import { actOf, findSchemaAt, validateAnswers, type EventRule, type LicenceDefinition, type WithinDays } from '@anuyat/licence-kit';

interface AskedItem {
  kind: 'fact' | 'document';
  target: string;
}

/** Events by which an officer asks the applicant for something. */
const ASKS = new Set(['asked', 'demanded']);

/**
 * @param now what days are counted from.
 * @throws Refusal `answers-invalid` that points into the event's data.
 */
export function checkEventData(definition: LicenceDefinition, type: string, rule: EventRule, data: Record<string, unknown>, now: Date): void {
  const schema = rule.data ?? { type: 'object', properties: {}, additionalProperties: false };
  const problems: FieldProblem[] = validateAnswers(schema, data, {}, formats).map((problem) => ({ ...problem, path: `data.${problem.path}` }));
  if (problems.length === 0 && ASKS.has(actOf(type)) && rule.lane) problems.push(...notInManual(definition, rule.lane, data['items'] as AskedItem[]));
  if (problems.length === 0 && rule.within) problems.push(...outOfTime(rule.within, data, bangkokDate(now)));
  if (problems.length > 0) throw new Refusal('answers-invalid', { fields: problems });
}

/** A limit that the law counts from a day that the sender names (such as the Administrative Procedure Act B.E. 2539 s.49). It is the office's own duty: its last day is not moved over a holiday. */
function outOfTime({ field, days, only, unless, citation: { law, section } }: WithinDays, data: Record<string, unknown>, today: string): FieldProblem[] {
  const from = String(data[field] ?? '');
  const path = `data.${field}`;
  if (from > today) return [{ path, code: 'in-the-future', message: { th: 'วันที่นี้ยังมาไม่ถึง', en: 'This day is still to come.' } }];
  const counts = (!only || only.values.includes(String(data[only.field] ?? ''))) && (!unless || data[unless] === undefined);
  const last = addDays(from, days);
  if (!counts || today <= last) return [];
  return [{
    path, code: 'out-of-time',
    message: {
      th: `กฎหมายให้เวลา ${days} วันนับแต่วันนี้ ซึ่งสิ้นสุดแล้วเมื่อวันที่ ${formatDate(last, 'th')} (${law.th} มาตรา ${section})`,
      en: `The law gives ${days} days from this day, and they ended on ${formatDate(last, 'en')} (${law.en} s.${section}).`,
    },
  }];
}

/** Officers may ask only for what the manual of the licence lists for their lane (Licensing Facilitation Act B.E. 2558 s.7, s.8). */
function notInManual(definition: LicenceDefinition, laneId: string, items: AskedItem[]): FieldProblem[] {
  const lane = definition.lanes.find(({ id }) => id === laneId);
  const isListed = ({ kind, target }: AskedItem): boolean =>
    kind === 'document'
      ? Boolean(lane?.readsDocuments.includes(target)) && definition.documents.some(({ code }) => code === target)
      : Boolean(lane?.reads.some((prefix) => target === prefix || target.startsWith(`${prefix}.`))) && findSchemaAt(definition.form, target) !== undefined;
  return items.flatMap((item, at) =>
    isListed(item)
      ? []
      : [{
          path: `data.items.${at}.target`,
          code: 'not-in-manual',
          message: {
            th: 'คู่มือสำหรับประชาชนของใบอนุญาตนี้ไม่ได้กำหนดให้หน่วยงานของคุณขอรายการนี้',
            en: 'The public manual of this licence does not let your office ask for this.',
          },
        }],
  );
}
