import { isThaiIdNumber } from '@anuyat/dictionary';
import type { Text } from '@anuyat/licence-kit';

/** Who signed in, as the provider says. `(issuer, subject)` names the account; the personal number joins those of several providers. */
export interface PersonClaims {
  issuer: string;
  subject: string;
  name: Text;
  /** Thai title, first and last name, where the provider gives them apart. */
  parts: { title?: string; firstName?: string; lastName?: string };
  /** 13 digits. */
  personalId?: string;
  /** Identity assurance level, such as `2.3`. */
  ial?: string;
}

const longest = 200;

/** Reads what a provider says of a person, the number under the claim of that name. @throws when issuer, subject or every name is missing. */
export function readClaims(raw: Record<string, unknown>, personalIdClaim = 'pid'): PersonClaims {
  const text = (key: string) => {
    const value = raw[key];
    return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, longest) : undefined;
  };
  const [issuer, subject] = [text('iss'), text('sub')];
  const joined = (first?: string, last?: string) => [first, last].filter(Boolean).join(' ') || undefined;
  const th = text('name') ?? joined(text('given_name'), text('family_name'));
  const en = text('name_en') ?? joined(text('given_name_en'), text('family_name_en'));
  const name = { th: th ?? en, en: en ?? th };
  if (!issuer || !subject || !name.th || !name.en) throw new Error('The provider does not say who signed in.');
  const pid = text(personalIdClaim);
  return {
    issuer,
    subject,
    name: { th: name.th, en: name.en },
    parts: { title: text('title'), firstName: text('given_name'), lastName: text('family_name') },
    ...(pid && isThaiIdNumber(pid) ? { personalId: pid } : {}),
    ial: text('ial'),
  };
}
