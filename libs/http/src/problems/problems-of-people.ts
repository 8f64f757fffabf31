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
} satisfies Partial<Record<ProblemCode, ProblemWords>>;
