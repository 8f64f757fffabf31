import { actOf, words } from '../../blocks/words';
import type { JsonSchema } from '../../definition/json-schema';
import type { LicenceDefinition } from '../../definition/licence-definition';
import type { AnnualFeeRules } from '../../definition/life-rules';
import { LANGUAGES, type Text } from '../../definition/text';
import { LATE_LINE } from '../../fees/late-payment';
import { textKeys } from '../../forms/text-keys';
import type { Chart } from '../chart';
import { finding, together, type Finding } from '../promise';

/** Everything that people read has words in both languages: the same keys, none empty. */
export function labelsAreWhole(definition: LicenceDefinition, chart: Chart): Finding {
  const { th, en } = definition.texts;
  const stories: Text[] = [];
  for (const key of new Set([...Object.keys(th), ...Object.keys(en), ...neededKeys(definition, chart)])) {
    const missing = LANGUAGES.filter((language) => !(definition.texts[language][key] ?? '').trim());
    if (missing.length === 0) continue;
    stories.push({ th: `ไม่มีข้อความ “${key}” (${missing.join(', ')})`, en: `There are no words for “${key}” (${missing.join(', ')}).` });
  }
  return finding('labels-are-whole', together(stories));
}

function neededKeys({ lanes, documents, fees, rates, form, events, life, annual, payment }: LicenceDefinition, chart: Chart): string[] {
  const shared = [
    ...[...chart.places.values()].flatMap(({ config }) => config.meta?.label ?? []),
    ...Object.keys(events).map((type) => `event.${actOf(type)}`),
  ].filter((key) => !Object.hasOwn(words, key));
  return [
    textKeys.title,
    textKeys.summary,
    ...lanes.map(({ id }) => textKeys.lane(id)),
    ...documents.map(({ code }) => textKeys.document(code)),
    ...fees.map(({ code }) => textKeys.fee(code)),
    ...yearlyKeys(annual ?? life?.annual),
    ...(payment ? [textKeys.fee(LATE_LINE)] : []),
    ...(rates ?? []).map(({ item }) => `rates.${item}`),
    ...fieldKeys(form, ''),
    ...shared,
  ];
}

/** A yearly fee says what it is for, and what may come of not paying it. */
function yearlyKeys(annual: AnnualFeeRules | undefined): string[] {
  return annual ? [...annual.fees.map(({ code }) => textKeys.fee(code)), 'annual.unpaid'] : [];
}

/** Own fields bring no words along; a shared topic of which only some fields are taken has the dictionary's. */
function fieldKeys(schema: JsonSchema, at: string): string[] {
  return Object.entries((schema.items ?? schema).properties ?? {}).flatMap(([name, field]) => {
    const path = at ? `${at}.${name}` : name;
    const isTitled = field['x-title'] !== undefined || isShared(field);
    return [
      ...(isTitled ? [] : [at === '' ? textKeys.topic(path) : textKeys.field(path)]),
      ...(field.enum ?? field.items?.enum ?? []).map(String).filter((value) => !(field['x-labels'] ?? field.items?.['x-labels'])?.[value]).map((value) => textKeys.choice(path, value)),
      ...fieldKeys(field, path),
    ];
  });
}

function isShared(field: JsonSchema): boolean {
  const below = Object.values((field.items ?? field).properties ?? {});
  return field['x-fact'] !== undefined || (below.length > 0 && below.every(isShared));
}
