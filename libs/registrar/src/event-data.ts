import { Refusal, type FieldProblem } from '@anuyat/contract';
import { formats } from '@anuyat/dictionary';
import { actOf, findSchemaAt, validateAnswers, type EventRule, type LicenceDefinition } from '@anuyat/licence-kit';

interface AskedItem {
  kind: 'fact' | 'document';
  target: string;
}

/** Events by which an officer asks the applicant for something. */
const ASKS = new Set(['asked', 'demanded']);

/** @throws Refusal `answers-invalid` that points into the event's data. */
export function checkEventData(definition: LicenceDefinition, type: string, rule: EventRule, data: Record<string, unknown>): void {
  const schema = rule.data ?? { type: 'object', properties: {}, additionalProperties: false };
  const problems: FieldProblem[] = validateAnswers(schema, data, {}, formats).map((problem) => ({ ...problem, path: `data.${problem.path}` }));
  if (problems.length === 0 && ASKS.has(actOf(type)) && rule.lane) problems.push(...notInManual(definition, rule.lane, data['items'] as AskedItem[]));
  if (problems.length > 0) throw new Refusal('answers-invalid', { fields: problems });
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
            th: 'คู่มือสำหรับประชาชนของใบอนุญาตนี้ไม่ได้กำหนดให้หน่วยงานของท่านขอรายการนี้',
            en: 'The public manual of this licence does not let your office ask for this.',
          },
        }],
  );
}
