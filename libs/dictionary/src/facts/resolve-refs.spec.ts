import type { JsonSchema } from '@anuyat/licence-kit';
import { getFact } from './topics';
import { resolveRefs } from './resolve-refs';

const form = (properties: Record<string, JsonSchema>): JsonSchema => ({ type: 'object', properties });

describe('resolveRefs', () => {
  it('puts a fact in the place of its reference, with its path and titles', () => {
    const plain = resolveRefs(form({ premises: form({ areaSqm: { $ref: 'dictionary#/premises/areaSqm' } }) }));
    expect(plain.properties?.['premises']?.properties?.['areaSqm']).toMatchObject({
      type: 'number', 'x-fact': 'premises.areaSqm', 'x-title': { th: 'พื้นที่ที่ใช้ประกอบกิจการ', en: 'Area used by the business' },
    });
  });

  it('takes whole topics, groups and lists', () => {
    const plain = resolveRefs(form({
      applicant: { $ref: 'dictionary#/applicant' },
      premises: form({ address: { $ref: 'dictionary#/premises/address' } }),
      signs: { $ref: 'dictionary#/signs' },
    }));
    expect(plain.properties?.['applicant']?.properties?.['email']?.['x-fact']).toBe('applicant.email');
    expect(plain.properties?.['premises']?.properties?.['address']?.properties?.['subdistrict']?.['x-fact']).toBe('premises.address.subdistrict');
    expect(plain.properties?.['signs']?.items?.properties?.['widthCm']?.['x-fact']).toBe('signs.widthCm');
    expect(JSON.stringify(plain)).not.toContain('$ref');
  });

  it('lets a licence narrow a fact and a topic', () => {
    const plain = resolveRefs(form({
      premises: { $ref: 'dictionary#/premises', required: ['areaSqm'], properties: { areaSqm: { $ref: 'dictionary#/premises/areaSqm', maximum: 200 } } },
      machines: { $ref: 'dictionary#/machines', minItems: 0 },
    }));
    const premises = plain.properties?.['premises'];
    expect(premises?.required).toEqual(['areaSqm']);
    expect(premises?.properties?.['areaSqm']).toMatchObject({ maximum: 200, 'x-unit': { en: 'm²' } });
    expect(premises?.properties?.['tenure']?.['x-fact']).toBe('premises.tenure');
    expect(plain.properties?.['machines']?.minItems).toBe(0);
  });

  it("leaves a licence's own fields as they are", () => {
    const food: JsonSchema = { type: 'object', required: ['seats'], properties: { seats: { type: 'integer', minimum: 0, maximum: 5000 } } };
    expect(resolveRefs(form({ food }))).toEqual(form({ food }));
  });

  it('works on columns of a list', () => {
    const plain = resolveRefs(form({ signs: { type: 'array', items: form({ text: { $ref: 'dictionary#/signs/text' } }) } }));
    expect(plain.properties?.['signs']?.items?.properties?.['text']?.['x-fact']).toBe('signs.text');
  });

  it('gives copies, so that no licence can change the dictionary', () => {
    const plain = resolveRefs(form({ workers: { $ref: 'dictionary#/workers' } }));
    Object.assign(plain.properties?.['workers']?.properties?.['men'] ?? {}, { maximum: 1 });
    expect(getFact('workers.men').maximum).toBe(100_000);
  });

  it('names an unknown reference, where it stands, and what may be meant', () => {
    expect(() => resolveRefs(form({ premises: form({ areaSqn: { $ref: 'dictionary#/premises/areaSqn' } }) }))).toThrow(
      'The form refers to "dictionary#/premises/areaSqn" at "premises.areaSqn", which the dictionary does not have. Near it: premises.areaSqm',
    );
  });

  it('refuses a shared fact at another path, because it would be asked twice', () => {
    expect(() => resolveRefs(form({ food: form({ area: { $ref: 'dictionary#/premises/areaSqm' } }) }))).toThrow('a shared fact stands at its own path, "premises.areaSqm"');
  });

  it('refuses references to anything else', () => {
    expect(() => resolveRefs(form({ premises: { $ref: '#/$defs/premises' } }))).toThrow('a reference begins with "dictionary#/"');
  });
});
