import type { JsonSchema } from '../definition/json-schema';
import type { Text } from '../definition/text';
import type { AnswerProblemCode } from './answer-problem';
import { withUnit } from './with-unit';

/** What to tell the person who filled in a field so: a sentence that says what to do. */
export function problemMessage(code: AnswerProblemCode, field: JsonSchema | undefined): Text {
  return messages[code](field ?? {});
}

const messages: Record<AnswerProblemCode, (field: JsonSchema) => Text> = {
  missing: (field) => {
    const title = titleOf(field);
    if (field.type === 'array') return { th: `เพิ่ม${title.th}อย่างน้อย 1 รายการ`, en: `Add at least one entry to ${title.en}.` };
    return isChoice(field)
      ? { th: `เลือก${title.th}`, en: `Choose an answer for ${title.en}.` }
      : { th: `กรอก${title.th}`, en: `Fill in ${title.en}.` };
  },
  'unknown-field': () => ({ th: 'แบบฟอร์มนี้ไม่มีช่องนี้ โปรดลบข้อมูลออก', en: 'The form has no such field; take it out.' }),
  'wrong-kind': (field) => {
    switch (field.type) {
      case 'integer':
        return { th: 'กรอกเป็นจำนวนเต็ม เช่น 12', en: 'Enter a whole number, such as 12.' };
      case 'number':
        return { th: 'กรอกเป็นตัวเลข เช่น 12.5', en: 'Enter a number, such as 12.5.' };
      case 'boolean':
        return { th: 'เลือกใช่หรือไม่ใช่', en: 'Choose yes or no.' };
      case 'array':
        return { th: 'กรอกเป็นรายการ', en: 'Enter a list of entries.' };
      case 'object':
        return { th: 'กรอกข้อมูลในกลุ่มนี้ทีละช่อง', en: 'Fill in the fields of this group one by one.' };
      default:
        return { th: 'กรอกเป็นข้อความ', en: 'Enter words.' };
    }
  },
  'not-a-choice': (field) => {
    const th = choicesOf(field, 'th');
    const en = choicesOf(field, 'en');
    return {
      th: th ? `เลือกจากตัวเลือกที่มี: ${th}` : 'เลือกจากตัวเลือกที่มี',
      en: en ? `Choose one of: ${en}.` : 'Choose one of the answers given.',
    };
  },
  'too-small': (field) => {
    if (field.exclusiveMinimum !== undefined && (field.minimum === undefined || field.exclusiveMinimum >= field.minimum)) {
      return {
        th: `ต้องมากกว่า ${amount(field.exclusiveMinimum, field, 'th')}`,
        en: `Must be more than ${amount(field.exclusiveMinimum, field, 'en')}.`,
      };
    }
    return { th: `ต้องไม่น้อยกว่า ${amount(field.minimum, field, 'th')}`, en: `Must be ${amount(field.minimum, field, 'en')} or more.` };
  },
  'too-large': (field) => ({
    th: `ต้องไม่เกิน ${amount(field.maximum, field, 'th')}`,
    en: `Must be ${amount(field.maximum, field, 'en')} or less.`,
  }),
  'not-a-multiple': (field) => ({
    th: `กรอกให้ลงตัวทีละ ${amount(field.multipleOf, field, 'th')}`,
    en: `Enter it in steps of ${amount(field.multipleOf, field, 'en')}.`,
  }),
  'too-short': (field) => ({
    th: `กรอกอย่างน้อย ${count(field.minLength)} ตัวอักษร`,
    en: `Enter at least ${plural(field.minLength, 'character')}.`,
  }),
  'too-long': (field) => ({
    th: `ย่อให้ไม่เกิน ${count(field.maxLength)} ตัวอักษร`,
    en: `Shorten it to ${plural(field.maxLength, 'character')} or fewer.`,
  }),
  'wrong-form': (field) => {
    const help = field['x-help'];
    return help
      ? { th: `รูปแบบไม่ถูกต้อง: ${help.th}`, en: `Not in the right form: ${help.en}.` }
      : { th: 'รูปแบบไม่ถูกต้อง ตรวจตัวสะกดและอักขระพิเศษ', en: 'Not in the right form; check spelling and special characters.' };
  },
  'wrong-format': (field) => standardFormats[field.format ?? ''] ?? messages['wrong-form'](field),
  'too-few': (field) => ({ th: `เพิ่มให้มีอย่างน้อย ${count(field.minItems)} รายการ`, en: `Add at least ${entries(field.minItems)}.` }),
  'too-many': (field) => ({ th: `ลดให้เหลือไม่เกิน ${count(field.maxItems)} รายการ`, en: `Keep to ${entries(field.maxItems)} or fewer.` }),
};

const standardFormats: Record<string, Text> = {
  date: { th: 'กรอกวันที่ที่มีจริง', en: 'Enter a date that exists.' },
  'date-time': { th: 'กรอกวันและเวลาที่มีจริง', en: 'Enter a date and time that exist.' },
  time: { th: 'กรอกเวลา เช่น 09:30', en: 'Enter a time, such as 09:30.' },
  email: { th: 'กรอกอีเมล เช่น ชื่อ@ตัวอย่าง.com', en: 'Enter an email address, such as name@example.com.' },
  uri: { th: 'กรอกที่อยู่เว็บไซต์ เช่น https://example.com', en: 'Enter a web address, such as https://example.com.' },
};

function titleOf(field: JsonSchema): Text {
  const title = field['x-title'];
  return title ? { th: ` “${title.th}”`, en: `“${title.en}”` } : { th: 'ช่องนี้', en: 'this field' };
}

function isChoice(field: JsonSchema): boolean {
  return field.type === 'boolean' || field.enum !== undefined || field.const !== undefined;
}

function choicesOf(field: JsonSchema, language: keyof Text): string {
  const labels = field['x-labels'];
  const values = field.enum ?? [];
  if (!labels || values.length === 0 || values.length > 6) return '';
  return values.map((value) => labels[String(value)]?.[language] ?? String(value)).join(', ');
}

function amount(value: number | undefined, field: JsonSchema, language: keyof Text): string {
  return withUnit(count(value), field['x-unit'])[language];
}

function count(value: number | undefined): string {
  return (value ?? 0).toLocaleString('en-US', { maximumFractionDigits: 10 });
}

function plural(value: number | undefined, word: string): string {
  return `${count(value)} ${word}${value === 1 ? '' : 's'}`;
}

function entries(value: number | undefined): string {
  return value === 1 ? '1 entry' : `${count(value)} entries`;
}
