import type { DiagramNode, Text } from '@anuyat/licence-kit';

export const DIAGRAM_WORDS = {
  diagram: { th: 'แผนผังสถานะของคำขอ', en: 'Diagram of the application’s states' },
  here: { th: 'อยู่ตรงนี้', en: 'You are here' },
  smaller: { th: 'ย่อ', en: 'Smaller' },
  larger: { th: 'ขยาย', en: 'Larger' },
  list: { th: 'แผนผังนี้เป็นรายการ', en: 'The diagram as a list' },
  around: { th: 'ก่อนและหลังการพิจารณา', en: 'Before and after the reviews' },
  reviews: { th: 'การพิจารณา', en: 'the reviews' },
  anywhere: { th: 'ระหว่างพิจารณาเมื่อใดก็ได้', en: 'At any time during the reviews' },
} satisfies Record<string, Text>;

export const OWNER_WORDS: Record<NonNullable<DiagramNode['owner']>, Text> = {
  office: { th: 'หน่วยงาน', en: 'the office' },
  applicant: { th: 'ผู้ยื่นคำขอ', en: 'the applicant' },
  bank: { th: 'ธนาคาร', en: 'the bank' },
  portal: { th: 'ระบบ', en: 'the portal' },
  law: { th: 'รอตามกฎหมาย', en: 'a wait set by law' },
};
