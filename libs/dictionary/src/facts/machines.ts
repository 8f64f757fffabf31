import type { Topic } from './topic';

/** Machines with the horsepower of one of each; the Factory Act B.E. 2535 counts the sum. */
export const machines: Topic = {
  id: 'machines',
  title: { th: 'เครื่องจักร', en: 'Machines' },
  help: {
    th: 'กรอกเครื่องจักรทุกชนิดที่ใช้ในการประกอบกิจการ พร้อมกำลังแรงม้าต่อเครื่อง',
    en: 'List every kind of machine in use with the horsepower of one machine.',
  },
  order: 60,
  schema: {
    type: 'array',
    minItems: 1,
    maxItems: 300,
    items: {
      type: 'object',
      additionalProperties: false,
      required: ['name', 'horsepower', 'quantity'],
      properties: {
        name: {
          type: 'string',
          minLength: 2,
          maxLength: 200,
          'x-title': { th: 'ชื่อเครื่องจักร', en: 'Machine' },
          'x-data-class': 'business',
          'x-order': 10,
        },
        horsepower: {
          type: 'number',
          minimum: 0,
          maximum: 100_000,
          'x-title': { th: 'กำลังต่อเครื่อง', en: 'Power of one' },
          'x-unit': { th: 'แรงม้า', en: 'hp' },
          'x-data-class': 'business',
          'x-order': 20,
        },
        quantity: {
          type: 'integer',
          minimum: 1,
          maximum: 10_000,
          'x-title': { th: 'จำนวน', en: 'Quantity' },
          'x-unit': { th: 'เครื่อง', en: 'machines' },
          'x-data-class': 'business',
          'x-order': 30,
        },
      },
    },
  },
};
