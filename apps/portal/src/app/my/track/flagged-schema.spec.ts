import type { JsonSchema } from '@anuyat/licence-kit';
import { flaggedSchema } from './flagged-schema';

const schema: JsonSchema = {
  required: ['premises', 'business'],
  properties: {
    business: { type: 'object', properties: { nameTh: { type: 'string' } } },
    premises: {
      type: 'object',
      required: ['areaSqm', 'tenure'],
      properties: { areaSqm: { type: 'number' }, tenure: { type: 'string' }, address: { type: 'object', 'x-widget': 'address', properties: { road: { type: 'string' }, moo: { type: 'string' } } } },
    },
    signs: { type: 'array', items: { type: 'object', properties: { text: { type: 'string' } } } },
  },
};

describe('the part of a form that an office flagged', () => {
  it('has the flagged fact and nothing else', () => {
    const part = flaggedSchema(schema, ['premises.areaSqm']);
    expect(part.properties).toEqual({ premises: { type: 'object', required: ['areaSqm'], properties: { areaSqm: { type: 'number' } } } });
    expect(part.required).toEqual(['premises']);
  });

  it('opens an address and a list as wholes', () => {
    const part = flaggedSchema(schema, ['premises.address.road', 'signs.0.text']);
    expect(Object.keys(part.properties?.['premises']?.properties?.['address']?.properties ?? {})).toEqual(['road', 'moo']);
    expect(part.properties?.['signs']).toBe(schema.properties?.['signs']);
  });
});
