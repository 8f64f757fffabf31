import type { LicenceDefinition } from '../definition/licence-definition';
import type { Text } from '../definition/text';
import { diffForm } from './diff-form';
import { diffLanes } from './diff-lanes';
import { diffMachine } from './diff-machine';
import { DIFF_SECTIONS, differenceOf, plain, same, type Difference } from './difference';

/**
 * Everything that two versions of a licence type say otherwise, in words of both languages, by section. Pure. Two definitions that
 * differ in anything but their number differ here.
 */
export function diffDefinitions(before: LicenceDefinition, after: LicenceDefinition): Difference[] {
  const pair = { before, after };
  const all = [...diffForm(pair), ...diffLanes(pair), ...diffMachine(pair), ...diffTerms(before, after), ...diffTexts(before, after)];
  return all.sort((a, b) => DIFF_SECTIONS.indexOf(a.section) - DIFF_SECTIONS.indexOf(b.section));
}

const terms: Partial<Record<keyof LicenceDefinition, Text>> = {
  kind: { th: 'ประเภท', en: 'Kind' },
  validity: { th: 'อายุใบอนุญาต', en: 'Validity' },
  citations: { th: 'กฎหมายที่อ้างถึง', en: 'Law' },
  deemedApproval: { th: 'พ้นกำหนดแล้วถือว่าเห็นชอบ', en: 'Silence counts as approval' },
  dependsOn: { th: 'ต้องได้รับก่อน', en: 'Comes after' },
  feeExamples: { th: 'ตัวอย่างค่าธรรมเนียม', en: 'Fee examples' },
  upgrade: { th: 'การย้ายคำขอจากรุ่นก่อน', en: 'How earlier applications move' },
};

/** Told of by sections of their own. */
const toldElsewhere = new Set(['format', 'version', 'lanes', 'machine', 'events', 'form', 'documents', 'fees', 'clock', 'texts']);

/** Whatever else a definition holds, so that no difference goes untold. */
function diffTerms(before: LicenceDefinition, after: LicenceDefinition): Difference[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => !toldElsewhere.has(key)) as (keyof LicenceDefinition)[];
  const own = keys.flatMap((key) => differenceOf('terms', key, terms[key] ?? plain(key), { before: before[key], after: after[key] }, sayJson));
  const isRestSame = same(bareForm(before), bareForm(after));
  return [...own, ...(isRestSame ? [] : [{ section: 'terms', kind: 'changed', path: 'form', what: { th: 'โครงสร้างแบบฟอร์ม', en: 'The form’s groups' } } as const])];
}

/** The form's groups without the questions in them. */
function bareForm({ form }: LicenceDefinition): unknown {
  const strip = (field: LicenceDefinition['form']): unknown => ({
    ...field,
    properties: field.properties && Object.fromEntries(Object.entries(field.properties).flatMap(([name, child]) => (child.properties || child.items?.properties ? [[name, strip(child)]] : []))),
    items: field.items?.properties ? strip(field.items) : undefined,
    required: undefined,
  });
  return strip(form);
}

function sayJson(value: unknown): Text {
  const text = JSON.stringify(value);
  return plain(text.length > 500 ? `${text.slice(0, 500)}…` : text);
}

function diffTexts(before: LicenceDefinition, after: LicenceDefinition): Difference[] {
  const keys = [...new Set([before, after].flatMap(({ texts }) => [...Object.keys(texts.th), ...Object.keys(texts.en)]))];
  const textAt = ({ texts }: LicenceDefinition, key: string): Text | undefined => (texts.th[key] === undefined && texts.en[key] === undefined ? undefined : { th: texts.th[key] ?? '', en: texts.en[key] ?? '' });
  return keys.flatMap((key) => differenceOf('texts', `texts.${key}`, plain(key), { before: textAt(before, key), after: textAt(after, key) }, (text) => text));
}
