import type { Topic } from './topic';

/** Signboards, with what the Signboard Tax Act B.E. 2510 counts: language, movement, size and sides. */
export const signs: Topic = {
  id: 'signs',
  title: { th: 'ป้าย', en: 'Signs' },
  help: {
    th: 'กรอกป้ายทุกป้ายที่มีชื่อ ยี่ห้อ หรือเครื่องหมายของกิจการ',
    en: 'List every sign that shows the name, brand or mark of the business.',
  },
  order: 50,
  schema: {
    type: 'array',
    minItems: 1,
    maxItems: 50,
    items: {
      type: 'object',
      additionalProperties: false,
      required: ['kind', 'isMoving', 'widthCm', 'heightCm', 'sides', 'text'],
      properties: {
        kind: {
          type: 'string',
          enum: ['thai', 'mixed', 'foreign'],
          'x-title': { th: 'ตัวอักษรบนป้าย', en: 'Writing on the sign' },
          'x-labels': {
            thai: { th: 'อักษรไทยล้วน', en: 'Thai only' },
            mixed: { th: 'อักษรไทยปนอักษรต่างประเทศ ภาพ หรือเครื่องหมาย', en: 'Thai with foreign letters, pictures or marks' },
            foreign: { th: 'ไม่มีอักษรไทย หรืออักษรไทยอยู่ต่ำกว่าอักษรต่างประเทศ', en: 'No Thai, or Thai placed below foreign letters' },
          },
          'x-widget': 'radios',
          'x-data-class': 'public',
          'x-order': 10,
        },
        isMoving: {
          type: 'boolean',
          'x-title': { th: 'ข้อความหรือภาพเคลื่อนที่หรือเปลี่ยนได้', en: 'The words or pictures move or change' },
          'x-widget': 'radios',
          'x-data-class': 'public',
          'x-order': 20,
        },
        widthCm: {
          type: 'number',
          exclusiveMinimum: 0,
          maximum: 10_000,
          'x-title': { th: 'กว้าง', en: 'Width' },
          'x-unit': { th: 'เซนติเมตร', en: 'cm' },
          'x-data-class': 'public',
          'x-order': 30,
        },
        heightCm: {
          type: 'number',
          exclusiveMinimum: 0,
          maximum: 10_000,
          'x-title': { th: 'สูง', en: 'Height' },
          'x-unit': { th: 'เซนติเมตร', en: 'cm' },
          'x-data-class': 'public',
          'x-order': 40,
        },
        sides: {
          type: 'integer',
          minimum: 1,
          maximum: 10,
          'x-title': { th: 'จำนวนด้าน', en: 'Sides' },
          'x-unit': { th: 'ด้าน', en: 'sides' },
          'x-data-class': 'public',
          'x-order': 50,
        },
        text: {
          type: 'string',
          minLength: 1,
          maxLength: 300,
          'x-title': { th: 'ข้อความบนป้าย', en: 'Words on the sign' },
          'x-widget': 'textarea',
          'x-data-class': 'public',
          'x-order': 60,
        },
      },
    },
  },
};
