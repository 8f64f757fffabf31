import type { FileFault, FileFaultCode } from './check-history';

interface Text {
  th: string;
  en: string;
}

const stories: Record<FileFaultCode, Text> = {
  'not-a-history': { th: 'ไฟล์นี้ไม่ใช่ประวัติคำขอที่ส่งออกจากระบบอนุญาต', en: 'This is not a history that Anuyat exported.' },
  'altered-file': { th: 'มีอักขระในไฟล์ที่ไม่ได้เป็นอย่างที่ระบบเขียนไว้ ไฟล์ถูกแก้ไขหรือเสียหาย', en: 'The file holds letters that Anuyat did not write: it was edited or damaged.' },
  'bad-key': { th: 'กุญแจที่ระบุในไฟล์ไม่ตรงกับหมายเลขของกุญแจเอง', en: 'A key in the file does not have the number that it claims.' },
  'other-key': { th: 'รากในไฟล์ลงนามด้วยกุญแจอื่น ไม่ใช่กุญแจที่คุณให้ไว้', en: 'The root in the file is signed with another key than the one you gave.' },
  'bad-root': { th: 'ลายมือชื่อของรากไม่ถูกต้อง รากหรือลายมือชื่อถูกแก้ไข', en: 'The signature of the root does not hold: the root or its signature was changed.' },
  'missing-line': { th: 'ประวัติขาดไปหนึ่งบรรทัดหรือมากกว่า', en: 'One or more lines of the history are missing.' },
  'changed-line': { th: 'บรรทัดนี้ของประวัติไม่ตรงกับค่าแฮช หรือไม่ต่อเนื่องกับบรรทัดก่อนหน้า', en: 'This line of the history does not give its hash, or does not hang on the line before it.' },
  'changed-record': { th: 'รายการนี้ไม่ตรงกับค่าแฮชของรายการเอง', en: 'This record does not give its own digest.' },
  'history-not-in-root': { th: 'ประวัตินี้ไม่ใช่ประวัติที่บันทึกไว้ใต้รากที่ลงนาม', en: 'This is not the history that was entered under the signed root.' },
  'record-not-in-root': { th: 'รายการนี้ไม่ใช่รายการที่บันทึกไว้ใต้รากที่ลงนาม', en: 'This is not the record that was entered under the signed root.' },
};

/** What is wrong, for a person, with where it is. */
export function fileFaultStory({ fault, subject, revision }: FileFault): Text {
  const where = subject ? ` (${subject}${revision === undefined ? '' : ` #${revision}`})` : '';
  const { th, en } = stories[fault];
  return { th: `${th}${where}`, en: `${en}${where}` };
}
