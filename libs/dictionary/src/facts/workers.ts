import type { Topic } from './topic';

/** How many people work there, as the Factory Act and the food hygiene rules count them. */
export const workers: Topic = {
  id: 'workers',
  title: { th: 'คนทำงาน', en: 'Workers' },
  order: 40,
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['men', 'women'],
    properties: {
      men: {
        type: 'integer',
        minimum: 0,
        maximum: 100_000,
        'x-title': { th: 'คนทำงานชาย', en: 'Men' },
        'x-unit': { th: 'คน', en: 'people' },
        'x-data-class': 'business',
        'x-order': 10,
      },
      women: {
        type: 'integer',
        minimum: 0,
        maximum: 100_000,
        'x-title': { th: 'คนทำงานหญิง', en: 'Women' },
        'x-unit': { th: 'คน', en: 'people' },
        'x-data-class': 'business',
        'x-order': 20,
      },
    },
  },
};
