import type { Text, Validity } from '@anuyat/licence-kit';

/** How long what is granted holds. */
export function validityWords(validity: Validity | null): Text {
  if (!validity) return { th: 'ไม่มีกำหนดอายุ', en: 'It does not expire.' };
  if (validity.endsWithYear) return { th: 'สิ้นอายุวันที่ 31 ธันวาคมของปีที่ออก', en: 'It holds until 31 December of the year of issue.' };
  const { months } = validity;
  return months % 12 === 0
    ? { th: `${months / 12} ปีนับแต่วันที่ออก`, en: `${months / 12} ${months === 12 ? 'year' : 'years'} from the day of issue.` }
    : { th: `${months} เดือนนับแต่วันที่ออก`, en: `${months} months from the day of issue.` };
}

/** How it is renewed; null where it does not expire. */
export function renewalWords(validity: Validity | null): Text | null {
  switch (validity?.renewal) {
    case 'full':
      return { th: 'ยื่นคำขอต่ออายุก่อนสิ้นอายุ หน่วยงานพิจารณาใหม่', en: 'An application for renewal is made before it expires, and is reviewed anew.' };
    case 'by-fee':
      return { th: 'ต่ออายุได้โดยชำระค่าธรรมเนียมต่ออายุก่อนสิ้นอายุ ให้ถือเป็นการอนุญาตต่อ', en: 'Paying the renewal fee before it expires renews it; no new review is needed.' };
    case 'none':
      return { th: 'ต่ออายุไม่ได้ เมื่อสิ้นอายุต้องขอใหม่', en: 'It is not renewed; a new one is asked for when it expires.' };
    default:
      return null;
  }
}

/** Where the law counts an office's silence as approval. */
export const silenceWords: Text = { th: 'หากหน่วยงานพิจารณาไม่เสร็จภายในกำหนด กฎหมายให้ถือว่าเห็นชอบแล้ว', en: 'If the office has not decided in time, by law it counts as approved.' };

/** Where to complain about the service. */
export const complaintWords: Text[] = [
  { th: 'ผ่านระบบนี้ หรือที่หน่วยงานที่พิจารณาคำขอ', en: 'Here in the portal, or at the office that reviews the application' },
  { th: 'ศูนย์ดำรงธรรม กระทรวงมหาดไทย โทร. 1567', en: 'Damrongdhama Centre, Ministry of Interior, telephone 1567' },
  { th: 'ศูนย์บริการประชาชน สำนักงานปลัดสำนักนายกรัฐมนตรี โทร. 1111', en: 'Public Service Centre, Office of the Permanent Secretary, Prime Minister’s Office, telephone 1111' },
  { th: 'สำนักงาน ก.พ.ร. เมื่อหน่วยงานไม่ดำเนินการตามคู่มือหรือเกินกำหนดเวลา', en: 'Office of the Public Sector Development Commission (OPDC), when an office does not follow this manual or is late' },
];

/** Steps that every application has beside the reviews. */
export const stepWords = {
  file: { title: { th: 'ยื่นคำขอและเอกสาร', en: 'File the application and the documents' }, detail: { th: 'ยื่นครั้งเดียวผ่านระบบ ใช้ข้อมูลและเอกสารชุดเดียวกับทุกหน่วยงาน หากยื่นนอกเวลาราชการ ถือว่าได้รับเมื่อเปิดทำการครั้งถัดไป', en: 'Once, here in the portal: one form and one set of documents for all offices. What is filed outside of office hours counts as received at the next opening.' } },
  questions: { title: { th: 'แก้ไขเพิ่มเติม หากคำขอไม่ครบถ้วน', en: 'Questions, if something is missing' }, detail: { th: 'หน่วยงานแจ้งรายการที่ต้องแก้ไขทั้งหมดในคราวเดียว เวลาพิจารณาหยุดนับจนกว่าจะได้รับคำตอบ และจะขอเอกสารนอกคู่มือนี้ไม่ได้', en: 'The offices say everything that is missing at once. Their time stands still until you answer, and they may ask for nothing that is not in this manual.' } },
  tell: { title: { th: 'แจ้งผลการพิจารณา', en: 'The decision is told' }, detail: { th: 'แจ้งภายใน 7 วันนับแต่วันที่พิจารณาแล้วเสร็จ', en: 'Within 7 days after it was made.' } },
  pay: { title: { th: 'ชำระค่าธรรมเนียม', en: 'Pay the fee' }, detail: { th: 'ชำระออนไลน์ในครั้งเดียว แม้มีหลายหน่วยงาน', en: 'Online, in one payment even where several offices charge.' } },
  issue: { title: { th: 'ออกใบอนุญาต', en: 'The licence is issued' }, detail: { th: 'ใบอนุญาตอิเล็กทรอนิกส์ ตรวจสอบได้ด้วย QR', en: 'An electronic licence that anybody can check by its QR code.' } },
} satisfies Record<string, { title: Text; detail: Text }>;
