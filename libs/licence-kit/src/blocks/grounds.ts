import type { Citation } from '../definition/source';
import type { Text } from '../definition/text';

/** Why some time is somebody's, in words, with the law that says so. */
export interface Ground {
  title: Text;
  citation?: Citation;
}

const facilitation = { th: 'พ.ร.บ. การอำนวยความสะดวกในการพิจารณาอนุญาตของทางราชการ พ.ศ. 2558', en: 'Licensing Facilitation Act B.E. 2558' };
const procedure = { th: 'พ.ร.บ. วิธีปฏิบัติราชการทางปกครอง พ.ศ. 2539', en: 'Administrative Procedure Act B.E. 2539' };

/** Every ground on which time is counted against somebody. */
export const grounds: Readonly<Record<string, Ground>> = {
  'office-time': { title: { th: 'เวลาพิจารณาของหน่วยงาน นับเมื่อเอกสารครบ', en: 'The office’s time, which runs from a complete file' }, citation: { law: facilitation, section: '10' } },
  'defect-notice': { title: { th: 'นาฬิกาหยุด ระหว่างแจ้งให้แก้ไขจนได้รับคำตอบครบ', en: 'The clock stands still between the defect notice and the full answer' }, citation: { law: facilitation, section: '8' } },
  hearing: { title: { th: 'เวลาโต้แย้งแสดงหลักฐาน ก่อนมีคำสั่งที่กระทบสิทธิ', en: 'Time to answer before an order that would harm' }, citation: { law: procedure, section: '30' } },
  'fee-due': { title: { th: 'รอชำระค่าธรรมเนียม', en: 'The fee waits to be paid' } },
  'applicant-time': { title: { th: 'รอผู้ยื่นคำขอ', en: 'Waiting for the applicant' } },
  'bank-time': { title: { th: 'รอธนาคารหรือคลังยืนยันการชำระเงิน', en: 'Waiting for the bank or treasury to confirm the payment' } },
  issuing: { title: { th: 'ระบบจัดทำและแจ้งผล', en: 'The portal prepares the document and tells the result' }, citation: { law: facilitation, section: '10' } },
  'portal-stuck': { title: { th: 'ระบบติดขัด ไม่นับเป็นเวลาของผู้ยื่นคำขอ', en: 'The portal itself was stuck; this time is not the applicant’s' } },
  'lanes-review': { title: { th: 'หน่วยงานกำลังพิจารณา แยกตามช่องพิจารณา', en: 'Offices are reviewing; each lane tells whose time it is' } },
  'prior-licence': { title: { th: 'รอใบอนุญาตที่ต้องได้รับก่อน', en: 'Waiting for a licence that has to come first' } },
  revoked: { title: { th: 'ใบอนุญาตถูกเพิกถอน เว้นแต่คำสั่งถูกเพิกถอนในชั้นอุทธรณ์', en: 'The licence is revoked, unless the order is annulled on appeal' } },
  'beyond-control': { title: { th: 'ขยายเวลาเพราะเหตุที่มิใช่ความผิดของผู้นั้น', en: 'Extended for a cause that was not one’s own' }, citation: { law: procedure, section: '66' } },
};

/** @throws when no such ground is known. */
export function groundFor(code: string): Ground {
  const ground = Object.hasOwn(grounds, code) ? grounds[code] : undefined;
  if (!ground) throw new Error(`There is no ground "${code}" for somebody's time.`);
  return ground;
}
