import type { ProblemCode } from '@anuyat/contract';
import type { Text } from '@anuyat/licence-kit';

/** How a code is answered and told. */
export interface ProblemWords {
  status: number;
  title: Text;
  /** What to do next, and whether anything was lost. A refusal may carry a better one. */
  detail: Text;
}

/** What cannot be done about the people of an agency. */
export const problemsOfPeople = {
  'last-officer': {
    status: 409,
    title: { th: 'จะไม่เหลือเจ้าหน้าที่ที่ทำงานนี้ได้', en: 'Nobody would be left to do this work' },
    detail: { th: 'หากดำเนินการ จะไม่มีผู้ใดในสำนักงานนี้มีหน้าที่ดังกล่าว คำขอที่รออยู่จะไม่มีผู้พิจารณา โปรดเชิญผู้อื่นก่อน หรือยืนยันว่าต้องการทำต่อ', en: 'After this nobody in the office holds the duty, and what waits there would have no one to decide it. Invite somebody first, or say that you are sure.' },
  },
  'last-administrator': {
    status: 409,
    title: { th: 'หน่วยงานจะไม่เหลือผู้ดูแลบุคลากร', en: 'Nobody would be left to look after the agency’s people' },
    detail: { th: 'เชิญผู้ดูแลคนใหม่ก่อน เมื่อผู้นั้นตอบรับและเริ่มดูแลแล้ว จึงสิ้นสุดวาระนี้ได้ ยังไม่มีอะไรเปลี่ยนแปลง', en: 'Invite a successor first. Once they have accepted and begun, this term can be ended. Nothing was changed.' },
  },
  'mail-code-wrong': {
    status: 422,
    title: { th: 'รหัสยืนยันไม่ถูกต้อง', en: 'This is not the code' },
    detail: { th: 'โปรดดูรหัส 8 หลักในอีเมลฉบับล่าสุดแล้วกรอกอีกครั้ง กรอกผิดได้ไม่เกิน 5 ครั้ง', en: 'Look for the 8 digits in the newest e-mail and type them again. After five wrong tries a new code is needed.' },
  },
  'mail-code-over': {
    status: 410,
    title: { th: 'รหัสยืนยันนี้ใช้ไม่ได้แล้ว', en: 'This code is over' },
    detail: { th: 'รหัสใช้ได้ครั้งเดียวภายใน 30 นาที และกรอกผิดได้ไม่เกิน 5 ครั้ง โปรดขอรหัสใหม่ที่หน้า “บัญชีของฉัน”', en: 'A code works once, within 30 minutes, and for five tries. Ask for a new one on the page “My account”.' },
  },
  'mail-too-often': {
    status: 429,
    title: { th: 'ขอรหัสยืนยันบ่อยเกินไป', en: 'Too many codes were asked for' },
    detail: { th: 'โปรดรอหนึ่งชั่วโมงแล้วขอใหม่ หรือดูอีเมลฉบับก่อนในกล่องจดหมายขยะ ที่อยู่อีเมลที่พิมพ์ไว้ยังอยู่', en: 'Please wait an hour and ask again, or look for the earlier e-mail among your junk mail. What you typed is still there.' },
  },
  'mail-not-sent-here': {
    status: 409,
    title: { th: 'ระบบนี้ยังไม่ส่งอีเมล', en: 'This installation sends no e-mail' },
    detail: { th: 'ทุกเรื่องที่แจ้งถึงคุณอยู่ในหน้า “การแจ้งเตือน”', en: 'Everything that you are told stands on the page “Notices”.' },
  },
} satisfies Partial<Record<ProblemCode, ProblemWords>>;
