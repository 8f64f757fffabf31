import type { Text } from '@anuyat/licence-kit';
import type { NameParts, Persona } from './persona';

type Names = `${string} ${string} ${string}`;

/** Digits 2 to 5 name the registry office that gave the number; there is none with 9999. */
const inventedPrefix = '89999';

/** A persona from names written `title first last` in both languages; `serial` makes the personal number. */
export function makePersona(hint: string, serial: number | undefined, names: { th: Names; en: Names }, about: Text, rest: Partial<Persona> & Pick<Persona, 'role'>): Persona {
  const parts = { th: partsOf(names.th), en: partsOf(names.en) };
  const name = { th: `${parts.th.firstName} ${parts.th.lastName}`, en: `${parts.en.firstName} ${parts.en.lastName}` };
  const personalId = serial === undefined ? undefined : withCheckDigit(`${inventedPrefix}${String(serial).padStart(7, '0')}`);
  return { hint, name, parts, about, personalId, ial: '2.3', offices: [], territories: [], looksAfter: [], companies: [], ...rest };
}

function partsOf(names: string): NameParts {
  const [title = '', firstName = '', ...last] = names.split(' ');
  return { title, firstName, lastName: last.join(' ') };
}

function withCheckDigit(twelve: string): string {
  const sum = [...twelve].reduce((total, digit, index) => total + Number(digit) * (13 - index), 0);
  return `${twelve}${(11 - (sum % 11)) % 10}`;
}
