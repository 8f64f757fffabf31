import type { Text } from '@anuyat/licence-kit';
import { findAgency } from './agencies';
import { findOffice } from './offices';

/** Whose rate it is, in words: an agency's or office's code, or `*` for every office. An unknown code stands for itself. */
export function payeeTitle(payee: string): Text {
  if (payee === '*') return { th: 'ทุกหน่วยงาน', en: 'Every office' };
  return findAgency(payee)?.title ?? findOffice(payee)?.title ?? { th: payee, en: payee };
}
