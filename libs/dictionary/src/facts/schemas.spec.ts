import { Ajv2020 } from 'ajv/dist/2020.js';
import type { JsonSchema } from '@anuyat/licence-kit';
import { formats } from './formats';
import { topics } from './topics';

const good = {
  applicant: { kind: 'person', personalId: '1234567890121', title: 'miss', firstName: 'มะลิ', lastName: 'ใจดี', phone: '0812345678', email: 'mali@example.co.th' },
  business: { nameTh: 'ร้านน้ำใจ', activities: ['56101', '56302'], capitalBaht: 250_000.5, startDate: '2026-12-01', website: 'https://example.co.th/shop' },
  premises: {
    address: { houseNo: '99/1', moo: '5', subdistrict: '200703', district: '2007', province: '20', postcode: '20230' },
    estate: 'laem-chabang', position: { lat: 13.0766, lon: 100.9092 }, areaSqm: 19.99, tenure: 'rent', storeys: 2, openingHours: 'ทุกวัน 10.00–22.00 น.', buildingUse: 'commercial',
  },
  workers: { men: 3, women: 0 },
  signs: [{ kind: 'mixed', isMoving: false, widthCm: 120.5, heightCm: 60, sides: 1, text: 'ร้านน้ำใจ' }],
  machines: [{ name: 'เครื่องบด', horsepower: 0.07, quantity: 2 }],
};

/** A field with `x-when` is required only where its rule holds, so a validator of the plain schema leaves it optional. */
function withoutConditionals(schema: JsonSchema): JsonSchema {
  const required = (schema.required ?? []).filter((name) => !schema.properties?.[name]?.['x-when']);
  return { ...schema, required };
}

const ajv = new Ajv2020({ strict: false, formats: Object.fromEntries(Object.entries(formats).map(([name, { isValid }]) => [name, isValid])) });
const problemsIn = (answers: Record<string, unknown>) =>
  topics.flatMap(({ id, schema }) => {
    ajv.validate(withoutConditionals(schema), answers[id]);
    return (ajv.errors ?? []).map(({ instancePath, keyword }) => `${id}${instancePath.split('/').join('.')} ${keyword}`);
  });

describe('the schemas of the topics', () => {
  it('accept answers as people give them, decimals among them', () => {
    expect(problemsIn(good)).toEqual([]);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['an id with a wrong check digit', { applicant: { ...good.applicant, personalId: '1234567890123' } }, 'applicant.personalId format'],
    ['a company number in place of a person', { applicant: { ...good.applicant, personalId: '0205568000016' } }, 'applicant.personalId format'],
    ['an activity that is no code', { business: { ...good.business, activities: ['food'] } }, 'business.activities.0 minLength'],
    ['a day that does not exist', { business: { ...good.business, startDate: '2026-02-30' } }, 'business.startDate format'],
    ['a website with script in it', { business: { ...good.business, website: 'javascript:alert(1)' } }, 'business.website pattern'],
    ['an area of nothing', { premises: { ...good.premises, areaSqm: 0 } }, 'premises.areaSqm exclusiveMinimum'],
    ['a place outside Thailand', { premises: { ...good.premises, position: { lat: 51.5, lon: 100 } } }, 'premises.position.lat maximum'],
    ['an address without a subdistrict', { premises: { ...good.premises, address: { houseNo: '1', district: '2007', province: '20', postcode: '20230' } } }, 'premises.address required'],
    ['a property that nobody asked for', { workers: { ...good.workers, children: 1 } }, 'workers additionalProperties'],
    ['half a worker', { workers: { men: 0.5, women: 0 } }, 'workers.men type'],
    ['a sign without text', { signs: [{ ...good.signs[0], text: '' }] }, 'signs.0.text minLength'],
    ['no signs at all', { signs: [] }, 'signs minItems'],
  ])('refuse %s, at the field', (_what, wrong, problem) => {
    expect(problemsIn({ ...good, ...wrong })).toContain(problem);
  });
});

describe('formats', () => {
  it.each([
    ['thai-id', '1234567890121', '1-2345-67890-12-1'], ['juristic-id', '0205568000016', '1234567890121'], ['iso-date', '2028-02-29', '2027-02-29'],
    ['postcode', '20230', '02023'], ['thai-phone', '0812345678', '081 234 5678'], ['email', 'a@example.com', 'a@example'],
  ] as const)('%s accepts %s and refuses %s with words in both languages', (name, right, wrong) => {
    expect(formats[name].isValid(right)).toBe(true);
    expect(formats[name].isValid(wrong)).toBe(false);
    expect(formats[name].problem).toEqual({ th: expect.stringMatching(/[ก-ฮ]/), en: expect.stringMatching(/[a-z]/) });
  });
});
