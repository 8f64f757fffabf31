import type { JsonSchema } from '@anuyat/licence-kit';
import { cleanPhone } from '../rules/contact';
import { cleanIdNumber } from '../rules/id-number';
import { normalizeThai, toArabicDigits } from '../rules/thai-text';

/**
 * What a person typed, as it is kept and checked: one Thai spelling, no stray spaces, numbers without dashes.
 * Browser and server clean with it before they validate, so that both judge the same text.
 */
export function cleanTyped(schema: JsonSchema, typed: string): string {
  switch (schema.format) {
    case 'thai-id':
    case 'juristic-id':
    case 'postcode':
      return cleanIdNumber(typed);
    case 'thai-phone':
      return cleanPhone(typed);
    case 'email':
      return typed.trim();
    default:
      return cleanText(schema, typed);
  }
}

function cleanText(schema: JsonSchema, typed: string): string {
  if (schema['x-fact'] === 'applicant.passportNo') return typed.replace(/[\s-]/g, '').toUpperCase();
  const text = normalizeThai(typed).trim();
  if (schema['x-widget'] === 'textarea') return text;
  const line = text.replace(/[\s\u00A0]+/g, ' ');
  return schema.pattern?.includes('[0-9]') ? toArabicDigits(line) : line;
}
