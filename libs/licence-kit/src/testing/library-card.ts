import { agencyReview } from '../blocks/agency-review';
import { defineLicence, type LicenceOptions } from '../blocks/define-licence';
import type { LicenceDefinition } from '../definition/licence-definition';
import type { Citation, Source } from '../definition/source';

const rules: Citation = { law: { th: 'ระเบียบห้องสมุด', en: 'Library rules' }, section: '1' };
const source: Source = { from: 'Library rules', isVerified: true, effectiveFrom: '2026-01-01' };
const clock = (days: number) => ({ days, unit: 'working' as const, citation: rules, source });

const th = {
  title: 'บัตรห้องสมุด',
  summary: 'บัตรสำหรับยืมหนังสือ',
  'lanes.desk': 'เคาน์เตอร์ยืมคืน',
  'lanes.vault': 'ห้องหนังสือหายาก',
  'topics.reader': 'ผู้อ่าน',
  'topics.wish': 'หนังสือที่ต้องการ',
  'fields.reader.name': 'ชื่อ',
  'fields.reader.age': 'อายุ',
  'fields.wish.rareBooks': 'จำนวนหนังสือหายาก',
  'fields.wish.purpose': 'ใช้เพื่อ',
  'fields.wish.thesis': 'ชื่อวิทยานิพนธ์',
  'labels.wish.purpose.study': 'การศึกษา',
  'labels.wish.purpose.pleasure': 'อ่านเล่น',
  'documents.letter': 'หนังสือรับรองจากอาจารย์',
  'fees.card': 'ค่าบัตร',
  'fees.rare': 'ค่าดูแลหนังสือหายาก',
};

const en: typeof th = {
  title: 'Library card',
  summary: 'A card to borrow books with',
  'lanes.desk': 'Lending desk',
  'lanes.vault': 'Rare books room',
  'topics.reader': 'Reader',
  'topics.wish': 'Books you wish for',
  'fields.reader.name': 'Name',
  'fields.reader.age': 'Age',
  'fields.wish.rareBooks': 'Number of rare books',
  'fields.wish.purpose': 'What for',
  'fields.wish.thesis': 'Title of the thesis',
  'labels.wish.purpose.study': 'Study',
  'labels.wish.purpose.pleasure': 'Pleasure',
  'documents.letter': 'Letter from a teacher',
  'fees.card': 'Card',
  'fees.rare': 'Care of rare books',
};

const options: LicenceOptions = {
  code: 'library-card',
  version: 1,
  kind: 'licence',
  citations: [rules],
  clock: clock(5),
  lanes: [
    agencyReview('desk', { law: 'commercial-registration', duty: 'registry', clock: clock(3), reads: ['reader', 'wish.purpose'] }),
    agencyReview('vault', {
      law: 'building-control',
      duty: 'building',
      clock: clock(5),
      when: 'wish.rareBooks > 0',
      hasInspection: true,
      reads: ['reader.name', 'wish'],
      readsDocuments: ['letter'],
    }),
  ],
  form: {
    type: 'object',
    required: ['reader', 'wish'],
    properties: {
      reader: {
        type: 'object',
        additionalProperties: false,
        required: ['name', 'age'],
        properties: {
          name: { type: 'string', minLength: 2, maxLength: 100, 'x-data-class': 'personal', 'x-order': 1 },
          age: { type: 'integer', minimum: 6, maximum: 120, 'x-data-class': 'personal', 'x-order': 2 },
        },
      },
      wish: {
        type: 'object',
        additionalProperties: false,
        required: ['rareBooks', 'purpose', 'thesis'],
        properties: {
          rareBooks: { type: 'integer', minimum: 0, maximum: 20, 'x-order': 1 },
          purpose: { type: 'string', enum: ['study', 'pleasure'], 'x-order': 2 },
          thesis: { type: 'string', minLength: 3, maxLength: 200, 'x-when': 'wish.purpose = "study"', 'x-order': 3 },
        },
      },
    },
  },
  documents: [{ code: 'letter', when: 'wish.rareBooks > 0', isRequired: true, accepts: ['application/pdf'], maxBytes: 5_000_000, maxFiles: 1 }],
  fees: [
    { code: 'card', amount: 'if reader.age < 18 then 0 else 20', range: { min: 0, max: 20 }, source },
    { code: 'rare', when: 'wish.rareBooks > 0', amount: '2.5 * wish.rareBooks', range: { min: 2.5, max: 50 }, source },
  ],
  feeExamples: [
    { facts: { reader: { age: 30 }, wish: { rareBooks: 3 } }, total: 27.5 },
    { facts: { reader: { age: 9 }, wish: { rareBooks: 0 } }, total: 0 },
  ],
  validity: { months: 12, renewal: 'by-fee' },
  texts: { th, en },
};

/** A toy licence for the engine's and the prover's own tests, so that these do not change when a real licence does. */
export function libraryCard(more: Partial<LicenceOptions> = {}): LicenceDefinition {
  return defineLicence({ ...options, ...more });
}
