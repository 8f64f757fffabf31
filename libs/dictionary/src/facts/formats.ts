import type { Text } from '@anuyat/licence-kit';
import { isEmail, isThaiPhone } from '../rules/contact';
import { isJuristicId, isPersonalId } from '../rules/id-number';
import { isIsoDate, parseThaiDate } from '../rules/thai-date';

/** A `format` of the dictionary's schemas, checked with code on cleaned input; browser and server use the same. */
export interface Format {
  isValid(value: string): boolean;
  /** What to tell the person who typed something else. */
  problem: Text;
  /** What is wrong with this very value. */
  explain?(value: string): Text | undefined;
}

export type FormatName = 'thai-id' | 'juristic-id' | 'iso-date' | 'postcode' | 'thai-phone' | 'email';

/** Every `format` that the dictionary uses. */
export const formats: Readonly<Record<FormatName, Format>> = {
  'thai-id': {
    isValid: isPersonalId,
    problem: { th: 'เลขประจำตัวประชาชนไม่ถูกต้อง ตรวจตัวเลขทั้ง 13 หลักอีกครั้ง', en: 'This is not a valid national ID number; check all 13 digits' },
  },
  'juristic-id': {
    isValid: isJuristicId,
    problem: { th: 'เลขทะเบียนนิติบุคคลไม่ถูกต้อง ตรวจตัวเลขทั้ง 13 หลักอีกครั้ง', en: 'This is not a valid registration number; check all 13 digits' },
  },
  'iso-date': {
    isValid: isIsoDate,
    problem: { th: 'กรอกวันที่ เช่น 21 พฤศจิกายน 2569', en: 'Enter a date such as 21 November 2026' },
    explain: (value) => {
      const reading = parseThaiDate(value);
      return 'message' in reading ? reading.message : undefined;
    },
  },
  postcode: {
    isValid: (value) => /^[1-9][0-9]{4}$/.test(value),
    problem: { th: 'รหัสไปรษณีย์มี 5 หลัก', en: 'A postcode has 5 digits' },
  },
  'thai-phone': {
    isValid: isThaiPhone,
    problem: { th: 'กรอกหมายเลขโทรศัพท์ในประเทศไทย เช่น 081 234 5678', en: 'Enter a telephone number in Thailand, such as 081 234 5678' },
  },
  email: {
    isValid: isEmail,
    problem: { th: 'กรอกอีเมลในรูปแบบ ชื่อ@ตัวอย่าง.com', en: 'Enter an email address such as name@example.com' },
  },
};
