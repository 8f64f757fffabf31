import type { Text } from '@anuyat/licence-kit';

/** What a failure said of itself. */
export interface Fault {
  text: Text;
  why?: Text;
  item?: string;
  rule?: string;
}

/** A failure in words. @param named the fee that cannot be worked out, and its licence. */
export function faultWords(code: string, fault: Fault | null, named?: { item: Text; licence: Text }): Text {
  if (fault?.why && named) {
    return {
      th: `คำนวณค่าธรรมเนียม “${named.item.th}” ของ “${named.licence.th}” ไม่ได้: ${fault.why.th}`,
      en: `The fee “${named.item.en}” of “${named.licence.en}” cannot be worked out: ${fault.why.en}`,
    };
  }
  if (fault) return fault.text;
  if (/^(E[A-Z]{4,}|UND_ERR_\w+)$/.test(code)) return { th: `ระบบภายนอกไม่ตอบ (${code})`, en: `A system outside does not answer (${code}).` };
  if (/^[0-9A-Z]{5}$/.test(code)) return { th: `ฐานข้อมูลไม่รับ (${code}) ดูรายละเอียดในบันทึกของระบบตามเลขอ้างอิง`, en: `The database does not take it (${code}). The log tells more under this reference.` };
  return { th: `โปรแกรมขัดข้อง (${code}) ดูรายละเอียดในบันทึกของระบบตามเลขอ้างอิง`, en: `A fault of the program (${code}). The log tells more under this reference.` };
}
