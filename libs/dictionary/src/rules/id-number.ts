import type { Text } from '@anuyat/licence-kit';
import { findProvince } from './provinces';
import { toArabicDigits } from './thai-text';

export type JuristicKind = 'ordinary-partnership' | 'limited-partnership' | 'limited-company' | 'public-company' | 'state-body' | 'other';

/** What the digits of a juristic person's number say; it proves no registration. */
export interface JuristicIdParts {
  kind: JuristicKind;
  title: Text;
  /** Where it was registered; absent for state bodies. */
  province?: { code: string; title: Text };
  /** Buddhist year of registration; absent for state bodies. */
  year?: number;
}

const KINDS: Record<string, { kind: JuristicKind; title: Text }> = {
  2: { kind: 'ordinary-partnership', title: { th: 'ห้างหุ้นส่วนสามัญนิติบุคคล', en: 'Registered ordinary partnership' } },
  3: { kind: 'limited-partnership', title: { th: 'ห้างหุ้นส่วนจำกัด', en: 'Limited partnership' } },
  5: { kind: 'limited-company', title: { th: 'บริษัทจำกัด', en: 'Limited company' } },
  7: { kind: 'public-company', title: { th: 'บริษัทมหาชนจำกัด', en: 'Public limited company' } },
};

/** A typed 13-digit number as digits only: dashes, spaces and Thai digits are understood. */
export function cleanIdNumber(typed: string): string {
  return toArabicDigits(typed).replace(/[\s\u200B\u00A0.–—-]/g, '');
}

/** Whether 13 digits end in the right check digit; the sum is the same for people, companies and tax numbers. */
export function isThaiIdNumber(digits: string): boolean {
  if (!/^[0-9]{13}$/.test(digits)) return false;
  const sum = [...digits.slice(0, 12)].reduce((total, digit, index) => total + Number(digit) * (13 - index), 0);
  return (11 - (sum % 11)) % 10 === Number(digits[12]);
}

/** Whether the number may be a person's: right check digit, first digit 1 to 8. */
export function isPersonalId(digits: string): boolean {
  return /^[1-8]/.test(digits) && isThaiIdNumber(digits);
}

/** Whether the number may be a juristic person's: right check digit, first digit 0. */
export function isJuristicId(digits: string): boolean {
  return digits.startsWith('0') && isThaiIdNumber(digits);
}

/** Reads `0 PP T YYY NNNNN C`: province, kind, and the last three digits of the Buddhist year; undefined for a wrong number. */
export function explainJuristicId(digits: string): JuristicIdParts | undefined {
  if (!isJuristicId(digits)) return undefined;
  if (digits.startsWith('099')) {
    return { kind: 'state-body', title: { th: 'หน่วยงานของรัฐหรือองค์กรอื่น', en: 'State body or other organisation' } };
  }
  const province = findProvince(digits.slice(1, 3));
  const known = KINDS[digits.charAt(3)];
  if (!province || !known) return { kind: 'other', title: { th: 'นิติบุคคลประเภทอื่น', en: 'Another kind of juristic person' } };
  return { ...known, province, year: 2000 + Number(digits.slice(4, 7)) };
}

/** `1-2345-67890-12-1`; anything that is not 13 digits comes back as it was. */
export function formatIdNumber(digits: string): string {
  return digits.replace(/^(\d)(\d{4})(\d{5})(\d{2})(\d)$/, '$1-$2-$3-$4-$5');
}

/** `x-xxxx-xxxxx-12-1`: enough to tell people apart who are known by other things. Anything that is not 13 digits is hidden whole. */
export function maskIdNumber(digits: string): string {
  if (!/^\d{13}$/.test(digits)) return 'x'.repeat(digits.length);
  return `x-xxxx-xxxxx-${digits.slice(10, 12)}-${digits.slice(12)}`;
}
