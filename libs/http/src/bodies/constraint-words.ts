import type { Text } from '@anuyat/licence-kit';

const anything: Text = { th: 'ค่านี้ไม่ถูกต้อง', en: 'This value is not right.' };

/** Words for the checks of class-validator that the portal's bodies use. */
const words: Record<string, Text> = {
  whitelistValidation: { th: 'ไม่รู้จักช่องนี้', en: 'This field is not known.' },
  isDefined: { th: 'ต้องระบุ', en: 'This is required.' },
  isNotEmpty: { th: 'ต้องระบุ', en: 'This is required.' },
  isString: { th: 'ต้องเป็นข้อความ', en: 'This must be text.' },
  isUuid: { th: 'ต้องเป็นรหัสอ้างอิงที่ถูกต้อง', en: 'This must be a valid id.' },
  isInt: { th: 'ต้องเป็นจำนวนเต็ม', en: 'This must be a whole number.' },
  isNumber: { th: 'ต้องเป็นตัวเลข', en: 'This must be a number.' },
  isBoolean: { th: 'ต้องเป็นจริงหรือเท็จ', en: 'This must be true or false.' },
  isArray: { th: 'ต้องเป็นรายการ', en: 'This must be a list.' },
  isObject: { th: 'ต้องเป็นกลุ่มข้อมูล', en: 'This must be an object.' },
  isIn: { th: 'ไม่ใช่ตัวเลือกที่มี', en: 'This is not one of the choices.' },
  isEnum: { th: 'ไม่ใช่ตัวเลือกที่มี', en: 'This is not one of the choices.' },
  isISO8601: { th: 'ต้องเป็นวันที่ที่ถูกต้อง', en: 'This must be a valid date.' },
  isDateString: { th: 'ต้องเป็นวันที่ที่ถูกต้อง', en: 'This must be a valid date.' },
  isEmail: { th: 'ต้องเป็นอีเมลที่ถูกต้อง', en: 'This must be a valid e-mail address.' },
  min: { th: 'ค่านี้น้อยเกินไป', en: 'This is too small.' },
  max: { th: 'ค่านี้มากเกินไป', en: 'This is too large.' },
  minLength: { th: 'ข้อความสั้นเกินไป', en: 'This is too short.' },
  maxLength: { th: 'ข้อความยาวเกินไป', en: 'This is too long.' },
  arrayMaxSize: { th: 'มีรายการมากเกินไป', en: 'There are too many of these.' },
  arrayMinSize: { th: 'มีรายการน้อยเกินไป', en: 'There are too few of these.' },
  matches: { th: 'รูปแบบไม่ถูกต้อง', en: 'This is not in the right form.' },
};

/** What a failed check means, in both languages. */
export function constraintWords(constraint: string): Text {
  return words[constraint] ?? anything;
}
