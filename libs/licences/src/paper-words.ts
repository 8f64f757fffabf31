import { formatDate, toThaiDigits } from '@anuyat/dictionary';
import { getOffice, sealerOf } from '@anuyat/dictionary/reference';
import { textOf, type Citation, type LicenceDefinition, type Text } from '@anuyat/licence-kit';
import type { LicenceRow } from './licences';

const NO_BREAK = '\u00a0';

/** The numerals of a paper's Thai texts; its own number stays as it is typed to check it. */
export type Numerals = 'thai' | 'arabic';

/** Everything that the paper of a licence says, as data for its template. */
export function paperWords(row: LicenceRow, definition: LicenceDefinition, publicUrl: string, numerals: Numerals = 'arabic'): Record<string, unknown> {
  const thai = ({ th, en }: Text): Text => ({ th: numerals === 'thai' ? toThaiDigits(th) : th, en });
  const office = getOffice(row.office);
  return {
    numerals,
    title: thai(textOf(definition.texts, 'output')),
    number: row.number,
    office: office.title,
    agency: sealerOf(office).title,
    holder: row.holder,
    business: row.business_name ?? '',
    place: thai({ th: row.place_th, en: row.place_en }),
    issuedOn: thai(inBothLanguages(row.issued_on)),
    validUntil: row.valid_until ? thai(inBothLanguages(row.valid_until)) : null,
    laws: thai(lawsOf(definition.citations)),
    conditions: row.conditions.map(thai),
    verifyAt: `${publicUrl.replace(/^https?:\/\//, '')}/verify`,
  };
}

/** Each law once, with its sections. */
function lawsOf(citations: readonly Citation[]): Text {
  const laws = [...Map.groupBy(citations, ({ law }) => law.th).values()].map((cited) => ({ law: cited[0]?.law ?? { th: '', en: '' }, sections: cited.map(({ section }) => section).filter(Boolean) }));
  return {
    th: laws.map(({ law, sections }) => (sections.length > 0 ? `${law.th} มาตรา${NO_BREAK}${sections.join(', ')}` : law.th)).join('; '),
    en: laws.map(({ law, sections }) => (sections.length > 0 ? `${law.en}, section${sections.length > 1 ? 's' : ''} ${sections.join(', ')}` : law.en)).join('; '),
  };
}

function inBothLanguages(date: string): Text {
  return { th: formatDate(date, 'th'), en: formatDate(date, 'en') };
}
