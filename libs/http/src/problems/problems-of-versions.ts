import type { ProblemCode } from '@anuyat/contract';
import type { ProblemWords } from './problems-of-people';

/** What administrators are told about definitions, and about what takes two of them. */
export const problemsOfVersions = {
  'same-administrator': {
    status: 403,
    title: { th: 'ผู้เสนอและผู้ตัดสินใจต้องเป็นคนละคน', en: 'Another administrator decides this' },
    detail: { th: 'คุณเป็นผู้เสนอรายการนี้ ผู้ดูแลระบบคนอื่นจึงต้องเป็นผู้ยืนยันหรือไม่รับ คุณถอนข้อเสนอของคุณได้', en: 'You proposed it, so another administrator confirms or declines it. You can take your proposal back.' },
  },
  'already-proposed': {
    status: 409,
    title: { th: 'มีข้อเสนอเรื่องนี้รออยู่แล้ว', en: 'This was proposed already' },
    detail: { th: 'ต้องตัดสินใจข้อเสนอที่รออยู่ หรือถอนข้อเสนอนั้นก่อน จึงเสนอใหม่ได้', en: 'The proposal that waits has to be decided or taken back before another one can be made.' },
  },
  'proposal-changed': {
    status: 409,
    title: { th: 'ข้อเสนอไม่ตรงกับที่คุณเห็น', en: 'This is not the proposal that you saw' },
    detail: { th: 'นิยาม วันที่มีผล หรือรายการคำขอเปลี่ยนไปจากที่เสนอไว้ ไม่มีการเปลี่ยนแปลงใด ๆ โปรดเปิดหน้านี้ใหม่และตรวจอีกครั้ง', en: 'The definition, the day or the applications are others than those proposed. Nothing was changed; open the page again and look anew.' },
  },
  'proposal-decided': {
    status: 409,
    title: { th: 'ข้อเสนอนี้มีผลการตัดสินใจแล้ว', en: 'This proposal was decided already' },
    detail: { th: 'มีผู้ยืนยัน ไม่รับ หรือถอนข้อเสนอนี้ไปก่อนแล้ว', en: 'Somebody confirmed it, declined it or took it back before.' },
  },
  'definition-invalid': {
    status: 422,
    title: { th: 'นิยามนี้ไม่ถูกต้องตามรูปแบบ', en: 'This is not a definition' },
    detail: { th: 'ไม่มีการเปลี่ยนแปลงใด ๆ โปรดแก้ไขตามตำแหน่งที่ระบุแล้วส่งใหม่', en: 'Nothing was changed. Mend the places named below and bring it again.' },
  },
  'definition-unproved': {
    status: 422,
    title: { th: 'พิสูจน์นิยามนี้ไม่ได้', en: 'This definition does not prove' },
    detail: { th: 'นิยามผิดคำมั่นตามเรื่องที่เล่าไว้ด้านล่าง จึงประกาศใช้ไม่ได้ รุ่นที่ใช้อยู่ไม่เปลี่ยนแปลง', en: 'It breaks its promises in the way told below, so it cannot be published. The version in force stays as it is.' },
  },
  'definition-published': {
    status: 409,
    title: { th: 'เลขรุ่นนี้ใช้ไม่ได้แล้ว', en: 'This number can no longer be used' },
    detail: { th: 'รุ่นที่ประกาศแล้วเปลี่ยนแปลงไม่ได้ โปรดใช้เลขรุ่นถัดจากรุ่นล่าสุด', en: 'A published version never changes. Give the definition the number after the newest.' },
  },
} satisfies Partial<Record<ProblemCode, ProblemWords>>;
