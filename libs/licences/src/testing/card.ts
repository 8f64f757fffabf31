import type { LicenceDefinition } from '@anuyat/licence-kit';
import { libraryCard } from '@anuyat/licence-kit/testing';
import type { LicenceRow } from '../licences';

/** The toy licence with what a paper says of it. */
export function printedCard(conditions = 2): LicenceDefinition {
  const card = libraryCard();
  const numbered = Array.from({ length: conditions }, (_, at) => at + 1);
  return {
    ...card,
    texts: {
      th: { ...card.texts.th, output: 'บัตรห้องสมุด', ...Object.fromEntries(numbered.map((n) => [`conditions.${n}`, `คืนหนังสือให้ตรงเวลา ข้อ ${n}`])) },
      en: { ...card.texts.en, output: 'Library card', ...Object.fromEntries(numbered.map((n) => [`conditions.${n}`, `Return books in time, no. ${n}`])) },
    },
  };
}

/** A licence as its table holds it. */
export function cardRow(more: Partial<LicenceRow> = {}): LicenceRow {
  return {
    number: 'LC-BMA1039REGISTRY-2569-00012', application_id: '', case_id: '', account_id: '', code: 'library-card', version: 1, office: 'bma-1039-registry',
    holder: 'นางสาวสมหญิง รักอ่าน', business_name: 'ร้านหนังสือ', place_th: 'แขวงคลองตันเหนือ เขตวัฒนา กรุงเทพมหานคร', place_en: 'Khlong Tan Nuea, Watthana, Bangkok',
    conditions: [], issued_on: '2026-11-21', valid_from: '2026-11-21', valid_until: '2027-11-20', edition: 1, status: 'valid', life_id: null, since: null, paper_key: 'k3y-Of_this-Paper12', ...more,
  };
}
