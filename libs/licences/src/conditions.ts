import type { LicenceDefinition, Text } from '@anuyat/licence-kit';

/** The conditions that a licence is issued under, in the order of their numbers: texts `conditions.1`, `conditions.2` … */
export function conditionsOf({ texts }: Pick<LicenceDefinition, 'texts'>): Text[] {
  return Object.keys(texts.th)
    .filter((key) => /^conditions\.\d+$/.test(key))
    .sort((a, b) => Number(a.split('.')[1]) - Number(b.split('.')[1]))
    .map((key) => ({ th: texts.th[key] ?? '', en: texts.en[key] ?? '' }));
}
