import type { LicenceDefinition } from '../../definition/licence-definition';
import type { JsonSchema } from '../../definition/json-schema';
import type { Text } from '../../definition/text';
import { checkRule } from '../../feel/check-rule';
import { namesIn } from '../../feel/names-in';
import { schemaPaths } from '../../forms/schema-paths';
import { askedBy, type Chart } from '../chart';
import { FEE_IS_DUE } from '../../engine/ruler';
import { finding, together, type Finding } from '../promise';

/** What the portal works out for rules beside the form's own facts. */
const WORKED_OUT = [
  'place.province', 'place.district', 'place.subdistrict', 'place.localAuthority', 'place.estate', 'place.zone', 'filing.date', 'filing.kind', 'filing.late', 'filing.touches',
  'prerequisites.areOpen',
];

/** Every rule can be read and speaks of facts that exist; lanes read real fields and papers that are asked for. */
export function namesAreReal(definition: LicenceDefinition, chart: Chart): Finding {
  const paths = schemaPaths(definition.form);
  const known = [...paths, ...(definition.rates ?? []).map(({ item }) => `rates.${item}`), ...WORKED_OUT];
  const stories = [
    ...rulesOf(definition, chart).flatMap(({ where, rule }) => checkRule(rule, known).map(({ message }) => ({ th: `${where.th}: ${message.th}`, en: `${where.en}: ${message.en}` }))),
    ...rowFaults(definition.form, ''),
    ...definition.lanes.flatMap((lane) => laneFaults(definition, lane, new Set(known))),
    ...repeated(definition.documents.map(({ code }) => code)).map((code) => ({ th: `ขอเอกสาร “${code}” สองครั้ง`, en: `The document “${code}” is asked for twice.` })),
    ...repeated(definition.fees.map(({ code }) => code)).map((code) => ({ th: `มีค่าธรรมเนียม “${code}” สองรายการ`, en: `The fee “${code}” is there twice.` })),
  ];
  return finding('names-are-real', together(stories));
}

function rulesOf({ lanes, documents, fees: own, form, life, annual }: LicenceDefinition, chart: Chart): { where: Text; rule: string }[] {
  const fees = [...own, ...(annual?.fees ?? life?.annual?.fees ?? [])];
  const guards = chart.moves.flatMap((move) => askedBy(move.config.guard).map((rule) => ({ where: both(`“${move.from.path}”`), rule })));
  return [
    ...guards.filter(({ rule }) => rule !== FEE_IS_DUE),
    ...lanes.flatMap(({ id, when }) => (when === undefined ? [] : [{ where: { th: `ช่อง “${id}”`, en: `The lane “${id}”` }, rule: when }])),
    ...documents.flatMap(({ code, when }) => (when === undefined ? [] : [{ where: { th: `เอกสาร “${code}”`, en: `The document “${code}”` }, rule: when }])),
    ...fees.flatMap(({ code, when, amount }) => [...(when === undefined ? [] : [when]), amount].map((rule) => ({ where: { th: `ค่าธรรมเนียม “${code}”`, en: `The fee “${code}”` }, rule }))),
    ...fieldRules(form, ''),
  ];
}

function fieldRules(schema: JsonSchema, at: string): { where: Text; rule: string }[] {
  return Object.entries((schema.items ?? schema).properties ?? {}).flatMap(([name, field]) => {
    const path = at ? `${at}.${name}` : name;
    const rules = [field['x-when'], field['x-required-when']].filter((rule) => rule !== undefined);
    return [...rules.map((rule) => ({ where: { th: `ช่องกรอก “${path}”`, en: `The field “${path}”` }, rule })), ...fieldRules(field, path)];
  });
}

/** Visibility is ruled for a list as a whole: a rule that reads its own list would never mean the row that it stands in. */
function rowFaults(schema: JsonSchema, at: string): Text[] {
  return Object.entries((schema.items ?? schema).properties ?? {}).flatMap(([name, field]) => {
    const path = at ? `${at}.${name}` : name;
    const own = field.items ? fieldRules(field, path).filter(({ rule }) => namesIn(rule).some((read) => read === path || read.startsWith(`${path}.`))) : [];
    return [
      ...own.map(({ where, rule }) => ({ th: `${where.th}: กฎ “${rule}” อ่านรายการที่ตัวเองอยู่`, en: `${where.en}: “${rule}” reads the list that it stands in.` })),
      ...rowFaults(field, path),
    ];
  });
}

function laneFaults({ documents }: LicenceDefinition, { id, reads, readsDocuments }: LicenceDefinition['lanes'][number], known: ReadonlySet<string>): Text[] {
  return [
    ...reads.filter((path) => !known.has(path)).map((path) => ({ th: `ช่อง “${id}” อ่าน “${path}” ซึ่งแบบฟอร์มไม่มี`, en: `The lane “${id}” reads “${path}”, which the form does not have.` })),
    ...readsDocuments.filter((code) => !documents.some((paper) => paper.code === code)).map((code) => ({ th: `ช่อง “${id}” อ่านเอกสาร “${code}” ซึ่งไม่มีการขอ`, en: `The lane “${id}” reads the document “${code}”, which is not asked for.` })),
  ];
}

function repeated(codes: string[]): string[] {
  return [...new Set(codes.filter((code, at) => codes.indexOf(code) !== at))];
}

function both(text: string): Text {
  return { th: text, en: text };
}
