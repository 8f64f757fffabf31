import type { LedgerFault, LedgerFaultCode } from './ledger-fault';

interface Text {
  th: string;
  en: string;
}

const stories: Record<LedgerFaultCode, Text> = {
  'missing-entry': { th: 'รายการในบัญชีขาดหาย หรือมีรายการที่ไม่มีรากใดครอบคลุม', en: 'An entry of the ledger is missing, or there are entries that no root covers.' },
  'changed-root': { th: 'รากไม่ตรงกับรายการที่อยู่ใต้ราก รากหรือรายการถูกแก้ไข', en: 'A root is not what the entries below it give: the root or an entry was changed.' },
  'bad-signature': { th: 'ลายมือชื่อของรากไม่ถูกต้อง', en: 'The signature of a root does not hold.' },
  'unknown-key': { th: 'รากลงนามด้วยกุญแจที่ไม่รู้จัก หรือกุญแจถูกแก้ไข', en: 'A root is signed with a key that is not known, or a key was changed.' },
  'changed-node': { th: 'ค่าแฮชของต้นไม้ย่อยที่เก็บไว้ถูกแก้ไข', en: 'The kept hash of a subtree was changed.' },
  'lost-root': { th: 'รากที่เคยลงนามหายไปจากฐานข้อมูล', en: 'A root that was signed is gone from the database.' },
  'other-root': { th: 'รากในฐานข้อมูลไม่ใช่รากที่เก็บไว้นอกฐานข้อมูล', en: 'A root in the database is not the one that was kept outside of it.' },
  'changed-record': { th: 'รายการถูกแก้ไขหลังจากบันทึกลงบัญชีแล้ว', en: 'A record was changed after it had been entered.' },
  'lost-record': { th: 'รายการที่บันทึกลงบัญชีแล้วหายไป', en: 'A record that had been entered is gone.' },
  'missing-line': { th: 'บรรทัดของประวัติขาดหาย', en: 'A line of a history is missing.' },
  'broken-chain': { th: 'บรรทัดของประวัติไม่ต่อเนื่องกับบรรทัดก่อนหน้า', en: 'A line of a history does not hang on the line before it.' },
  'changed-line': { th: 'บรรทัดของประวัติถูกแก้ไข', en: 'A line of a history was changed.' },
  'cut-tail': { th: 'ส่วนท้ายของประวัติถูกตัด หรือหัวของประวัติถูกแก้ไข', en: 'The tail of a history was cut, or its head was changed.' },
  'other-snapshot': { th: 'สถานะของคำขอไม่ตรงกับบรรทัดสุดท้ายของประวัติ', en: 'The state of an application is not that of its last line.' },
  'changed-history': { th: 'ประวัติถูกเขียนใหม่หลังจากบันทึกลงบัญชีแล้ว', en: 'A history was rewritten after it had been entered.' },
  'lost-history': { th: 'คำขอที่บันทึกลงบัญชีแล้วหายไป', en: 'An application that had been entered is gone.' },
  disagreement: { th: 'ข้อมูลสองแห่งที่ต้องตรงกันกลับไม่ตรงกัน', en: 'Two places that must say the same do not.' },
};

/** What is wrong, for a person, with where it is. */
export function ledgerFaultStory({ fault, where }: LedgerFault): Text {
  const { th, en } = stories[fault];
  return { th: `${th} (${where})`, en: `${en} (${where})` };
}
