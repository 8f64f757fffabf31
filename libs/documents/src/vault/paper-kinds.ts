import type { VaultView } from '@anuyat/contract';
import { textOf, type LicenceDefinition } from '@anuyat/licence-kit';

type PaperKinds = VaultView['kinds'];

/** Every paper that any licence asks for, once, in what suits all of them, by Thai title. */
export function paperKindsOf(definitions: readonly LicenceDefinition[]): PaperKinds {
  const codes = [...new Set(definitions.flatMap(({ documents }) => documents.map(({ code }) => code)))];
  return codes.map((code) => kindOf(code, definitions)).sort((a, b) => a.title.th.localeCompare(b.title.th, 'th'));
}

function kindOf(code: string, definitions: readonly LicenceDefinition[]): PaperKinds[number] {
  const asking = definitions.filter(({ documents }) => documents.some((document) => document.code === code));
  const asked = asking.flatMap(({ documents }) => documents.filter((document) => document.code === code));
  const common = asked.reduce((kinds, { accepts }) => kinds.filter((kind) => accepts.includes(kind)), asked[0]?.accepts ?? []);
  const ages = asked.flatMap(({ freshMonths }) => freshMonths ?? []);
  const [first] = asking;
  return {
    code,
    title: first ? textOf(first.texts, `documents.${code}`) : { th: code, en: code },
    accepts: common.length > 0 ? common : asked[0]?.accepts ?? [],
    maxBytes: Math.min(...asked.map(({ maxBytes }) => maxBytes)),
    ...(ages.length === 0 ? {} : { freshMonths: Math.min(...ages) }),
  };
}
