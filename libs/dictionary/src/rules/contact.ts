import { toArabicDigits } from './thai-text';

/** A typed telephone number as digits, `+66 81 234 5678` as `0812345678`. */
export function cleanPhone(typed: string): string {
  return toArabicDigits(typed)
    .replace(/[\s\u00A0().–—-]/g, '')
    .replace(/^\+?66(?=\d{8,9}$)/, '0');
}

/** Whether a cleaned number is a Thai one: mobile with 10 digits (06, 08, 09) or a land line with 9 (02 to 07). */
export function isThaiPhone(digits: string): boolean {
  return /^0(?:[689]\d{8}|[2-7]\d{7})$/.test(digits);
}

/** `081-234-5678` or `02-123-4567`; anything else comes back as it was. */
export function formatPhone(digits: string): string {
  return digits.replace(/^(0[689]\d)(\d{3})(\d{4})$/, '$1-$2-$3').replace(/^(0\d)(\d{3})(\d{4})$/, '$1-$2-$3');
}

/** `08x-xxx-5678`: enough to recognise one's own number. */
export function maskPhone(digits: string): string {
  return formatPhone(digits).replace(/\d(?=(?:.*\d){4})/g, (digit, at: number) => (at < 2 ? digit : 'x'));
}

/** Whether the text has the shape of an address for electronic mail; only a message that arrives proves it. */
export function isEmail(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>"',;:()[\]\\]{1,64}@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/i.test(text);
}
