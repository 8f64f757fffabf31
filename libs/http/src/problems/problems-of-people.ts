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
  'own-registration': {
    status: 403,
    title: { th: 'ผู้ลงทะเบียนยืนยันเองไม่ได้', en: 'Whoever registered it cannot confirm it' },
    detail: { th: 'ผู้ดูแลบุคลากรอีกคนของหน่วยงานต้องเป็นผู้ยืนยัน ระบบจึงจะใช้งานได้', en: 'Somebody else who looks after the agency’s people has to confirm it; the system works from then on.' },
  },
  'key-taken': {
    status: 409,
    title: { th: 'กุญแจนี้ลงทะเบียนไว้แล้ว', en: 'This key is registered already' },
    detail: { th: 'ระบบแต่ละระบบต้องมีกุญแจของตนเอง โปรดสร้างกุญแจคู่ใหม่แล้วลงทะเบียนกุญแจสาธารณะ', en: 'Each system has a key of its own, also after another was ended. Make a new pair and register its public half.' },
  },
  'host-not-allowed': {
    status: 422,
    title: { th: 'ที่อยู่สำหรับแจ้งเหตุใช้ไม่ได้', en: 'Messages cannot be sent to this address' },
    detail: { th: 'ต้องเป็น https และชื่อเครื่องต้องอยู่ในรายการที่ผู้ดูแลพอร์ทัลอนุญาต โปรดตรวจตัวสะกด หรือติดต่อผู้ดูแลพอร์ทัล', en: 'It has to be https, and its host one that the portal’s operator has allowed. Check the spelling, or ask the operator.' },
  },
  'signature-refused': {
    status: 401,
    title: { th: 'ลายมือชื่อของคำขอใช้ไม่ได้', en: 'The request’s signature is not accepted' },
    detail: { th: 'กุญแจต้องเป็นของระบบที่ใช้งานได้อยู่ ลงนามครบทุกส่วนที่กำหนด และเวลาต่างจากพอร์ทัลไม่เกินหนึ่งนาที ไม่มีการดำเนินการใด', en: 'The key has to be that of a system that may work now, everything that has to be signed has to be, and the clock within a minute of ours. Nothing was done.' },
  },
  'signature-used': {
    status: 401,
    title: { th: 'ลายมือชื่อนี้ใช้ไปแล้ว', en: 'This signature was used before' },
    detail: { th: 'ลงนามใหม่ด้วย nonce ใหม่ทุกครั้งที่ส่ง หากเป็นการส่งซ้ำให้คง Idempotency-Key เดิมไว้', en: 'Sign each request anew, with a nonce of its own. To send the same again, keep its Idempotency-Key.' },
  },
  'officer-unnamed': {
    status: 422,
    title: { th: 'ต้องระบุเจ้าหน้าที่ผู้พิจารณา', en: 'The officer who decided has to be named' },
    detail: { th: 'การพิจารณา การเสนอ และการถอนตัวเป็นของบุคคล โปรดระบุ officer พร้อมตำแหน่ง', en: 'Decisions, proposals and stepping aside are a person’s. Name the officer and the position.' },
  },
  'decided-in-portal': {
    status: 403,
    title: { th: 'ใบอนุญาตนี้ต้องพิจารณาในพอร์ทัล', en: 'This licence is decided in the portal' },
    detail: { th: 'เจ้าหน้าที่ต้องลงนามในพอร์ทัลด้วยพาสคีย์ของตนเอง ระบบของหน่วยงานส่งผลการพิจารณาแทนไม่ได้', en: 'Its officers sign in the portal, each with the own passkey. No system of the agency sends their decision.' },
  },
  'officer-unknown': {
    status: 422,
    title: { th: 'ไม่พบเจ้าหน้าที่ที่ระบุในสำนักงานของระบบนี้', en: 'The system’s offices have no such officer now' },
    detail: { th: 'ระบุได้เฉพาะผู้ที่มีวาระอยู่ในสำนักงานของระบบ ดูรายชื่อที่ GET /api/system', en: 'Only those whose term in one of the system’s offices runs can be named. GET /api/system lists them.' },
  },
} satisfies Partial<Record<ProblemCode, ProblemWords>>;
