import { getOffice, sealerOf } from '@anuyat/dictionary/reference';
import { textOf, type LicenceDefinition, type Text } from '@anuyat/licence-kit';
import type { LicenceRow } from '../licences';

const NAMESPACE = 'urn:anuyat:licence:1';

/** What the paper says, as XML for machines that read files (`docs/licence-papers.md` tells each element). */
export function licenceXml(row: LicenceRow, definition: LicenceDefinition): string {
  const office = getOffice(row.office);
  const sealer = sealerOf(office);
  const lines = [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<Licence xmlns="${NAMESPACE}" number="${escape(row.number)}" edition="${row.edition}" type="${escape(row.code)}" typeVersion="${row.version}">`,
    ...both('Title', textOf(definition.texts, 'output')),
    `  <IssuingAuthority code="${escape(sealer.code)}">`, ...both('Name', sealer.title, 4), `  </IssuingAuthority>`,
    `  <IssuingOffice code="${escape(office.code)}">`, ...both('Name', office.title, 4), `  </IssuingOffice>`,
    `  <Holder>${escape(row.holder)}</Holder>`,
    ...(row.business_name ? [`  <BusinessName>${escape(row.business_name)}</BusinessName>`] : []),
    ...both('Place', { th: row.place_th, en: row.place_en }),
    `  <IssuedOn>${row.issued_on}</IssuedOn>`,
    `  <ValidFrom>${row.valid_from}</ValidFrom>`,
    ...(row.valid_until ? [`  <ValidUntil>${row.valid_until}</ValidUntil>`] : []),
    ...definition.citations.flatMap(({ law, section }) => [`  <Law${section ? ` section="${escape(section)}"` : ''}>`, ...both('Name', law, 4), `  </Law>`]),
    ...row.conditions.flatMap((condition) => [`  <Condition>`, ...both('Text', condition, 4), `  </Condition>`]),
    `</Licence>`,
  ];
  return `${lines.join('\n')}\n`;
}

function both(name: string, { th, en }: Text, indent = 2): string[] {
  return [`${' '.repeat(indent)}<${name} xml:lang="th">${escape(th)}</${name}>`, `${' '.repeat(indent)}<${name} xml:lang="en">${escape(en)}</${name}>`];
}

/** Text between or in quotes; letters that XML knows no way to write are left out. */
function escape(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return Array.from(text).filter(isXml).join('').replace(/[&<>"]/g, (letter) => entities[letter] ?? letter);
}

function isXml(letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0;
  return code === 9 || code === 10 || code === 13 || (code >= 0x20 && code <= 0xd7ff) || (code >= 0xe000 && code <= 0xfffd) || code >= 0x10000;
}
