import fc from 'fast-check';
import type { Facts } from '../definition/case-answers';
import type { JsonSchema } from '../definition/json-schema';
import { holds } from '../feel/holds';
import { explain, explainAmount } from './explain';
import { sayAmount, sayWorking } from './say-amount';
import { sayChanges } from './say-change';
import { sayRule } from './say-rule';
import { changed } from './smallest-change';

const schema: JsonSchema = {
  type: 'object',
  required: ['reader', 'hall'],
  properties: {
    reader: {
      type: 'object',
      required: ['kind', 'age', 'isMember'],
      properties: {
        kind: { type: 'string', enum: ['child', 'adult', 'school'], 'x-title': { th: 'ประเภทผู้อ่าน', en: 'Kind of reader' }, 'x-labels': { child: { th: 'เด็ก', en: 'Child' }, adult: { th: 'ผู้ใหญ่', en: 'Adult' }, school: { th: 'โรงเรียน', en: 'School' } } },
        age: { type: 'integer', minimum: 3, maximum: 120, 'x-title': { th: 'อายุ', en: 'Age' }, 'x-unit': { th: 'ปี', en: 'years' }, 'x-when': 'reader.kind != "school"' },
        isMember: { type: 'boolean', 'x-title': { th: 'เป็นสมาชิกหรือไม่', en: 'Are you a member?' } },
        desk: { type: 'string', 'x-title': { th: 'โต๊ะ', en: 'Desk' } },
        until: { type: 'string', format: 'date', 'x-title': { th: 'วันสุดท้ายที่อ่าน', en: 'Last day of reading' } },
      },
    },
    hall: { type: 'object', required: ['area'], properties: { area: { type: 'number', exclusiveMinimum: 0, maximum: 1000, 'x-title': { th: 'พื้นที่ห้อง', en: 'Area of the hall' }, 'x-unit': { th: 'ตารางเมตร', en: 'm²' } } } },
    books: { type: 'array', maxItems: 4, items: { type: 'object', properties: { pages: { type: 'integer', minimum: 1, maximum: 900, 'x-title': { th: 'จำนวนหน้า', en: 'Pages' } } } }, 'x-title': { th: 'หนังสือ', en: 'Books' } },
    topics: { type: 'array', items: { type: 'string', enum: ['sea', 'stars'] }, 'x-title': { th: 'เรื่อง', en: 'Topics' }, 'x-labels': { sea: { th: 'ทะเล', en: 'The sea' }, stars: { th: 'ดวงดาว', en: 'Stars' } } },
  },
};

const facts = { reader: { kind: 'adult', age: 30, isMember: false }, hall: { area: 250 }, books: [{ pages: 40 }], topics: ['sea'], filing: { date: '2026-11-22' } };

function flipOf(rule: string, given: Facts = facts): string | null {
  const { flip } = explain(rule, given, { schema });
  return flip && sayChanges(flip, { schema }).en;
}

describe('the smallest change that would have turned a rule', () => {
  it.each([
    ['hall.area > 200', 'If the area of the hall were at most 200 m²'],
    ['hall.area >= 200', 'If the area of the hall were less than 200 m²'],
    ['hall.area <= 200', 'If the area of the hall were at most 200 m²'],
    ['hall.area > 300', 'If the area of the hall were more than 300 m²'],
    ['reader.age >= 60', 'If the age were at least 60 years'],
    ['reader.age < 30', 'If the age were less than 30 years'],
    ['reader.age > 30', 'If the age were more than 30 years'],
    ['reader.age != 30', 'If the age were more than 30 years'],
    ['reader.isMember = true', 'If the answer to “Are you a member?” were “yes”'],
    ['reader.kind = "adult" or reader.kind = "child"', 'If the answer to “Kind of reader” were “School”'],
    ['hall.area > 200 and reader.isMember = false', 'If the area of the hall were at most 200 m²'],
    ['hall.area + reader.age > 400', 'If the area of the hall were more than 370 m²'],
    ['list contains(topics, "stars")', 'If “Topics” also included “Stars”'],
    ['list contains(topics, "sea")', 'If “Topics” did not include “The sea”'],
    ['count(books) >= 2', 'If there were 2 items under “Books”'],
    ['some book in books satisfies book.pages > 100', 'If the pages (item 1) were more than 100'],
    ['reader.until = null', null],
  ])('of %s is %s', (rule, sentence) => {
    expect(flipOf(rule)).toBe(sentence);
  });

  it('takes two facts where one is not enough, and never more than are needed', () => {
    const { flip } = explain('hall.area > 300 and reader.isMember = true', facts, { schema });
    expect(flip?.map(({ path }) => path).sort()).toEqual(['hall.area', 'reader.isMember']);
  });

  it('asks for the question that opens a fact, when that fact is not asked', () => {
    const school = { ...facts, reader: { kind: 'school', isMember: false } };
    const { flip } = explain('reader.age >= 60', school, { schema });
    expect(flip?.map(({ path }) => path).sort()).toEqual(['reader.age', 'reader.kind']);
  });

  it('is none where the form allows no such answer, and none for what always holds', () => {
    expect(flipOf('hall.area > 1000')).toBeNull();
    expect(flipOf('true')).toBeNull();
    expect(flipOf('place.province = "10"', { ...facts, place: { province: '10' } })).toBeNull();
  });

  it('moves a day over the day that it is held against', () => {
    const { flip } = explain('reader.until <= filing.date', { ...facts, reader: { ...facts.reader, until: '2026-11-30' } }, { schema });
    expect(flip?.[0]?.to).toBe('2026-11-21');
  });

  /** Few enough that an age often stands on its bound, and on the ends of its field. */
  const ages = fc.oneof(fc.constantFrom(3, 4, 119, 120), fc.integer({ min: 3, max: 120 }));

  it('turns the rule, and no nearer value of that fact on its grid does', () => {
    fc.assert(fc.property(ages, ages, fc.constantFrom('<', '<=', '>', '>=', '=', '!='), (age, bound, operator) => {
      const rule = `reader.age ${operator} ${bound}`;
      const given = { ...facts, reader: { ...facts.reader, age } };
      const { outcome, flip } = explain(rule, given, { schema });
      const turning = Array.from({ length: 118 }, (_, at) => at + 3).filter((other) => holds(rule, { reader: { age: other } }) !== outcome);
      if (!flip) return turning.length === 0;
      const byAge = flip.length === 1 && flip[0]?.path === 'reader.age';
      const nearest = Math.min(...turning.map((other) => Math.abs(other - age)));
      return explain(rule, changed(given, flip), { schema }).outcome !== outcome && (!byAge || Math.abs(Number(flip[0]?.to) - age) === nearest);
    }), { numRuns: 400, examples: [[119, 119, '<'], [3, 3, '<'], [120, 120, '>'], [40, 40, '>='], [40, 40, '!=']] });
  });
});

describe('why a rule said what it said', () => {
  it('names only the conditions that settled it', () => {
    expect(explain('hall.area > 200 and reader.isMember = true and reader.age > 10', facts, { schema }).parts).toEqual([{ rule: 'reader.isMember = true', holds: false }]);
    expect(explain('hall.area > 900 or reader.age > 10', facts, { schema }).parts).toEqual([{ rule: 'reader.age > 10', holds: true }]);
  });

  it('leaves out the answers of questions that are not asked', () => {
    const hidden = { ...facts, reader: { kind: 'school', age: 80, isMember: false } };
    expect(explain('reader.age > 60', hidden, { schema })).toMatchObject({ outcome: false, facts: { 'reader.age': null } });
  });
});

describe('a rule in words', () => {
  it.each([
    ['hall.area > 200 and not(reader.isMember = true)', 'พื้นที่ห้องเกิน 200 ตารางเมตร และข้อ “เป็นสมาชิกหรือไม่” ตอบว่า “ไม่ใช่”', 'the area of the hall is more than 200 m² and the answer to “Are you a member?” is “no”'],
    ['reader.kind = "adult" or reader.kind = "child"', 'ข้อ “ประเภทผู้อ่าน” ตอบว่า “ผู้ใหญ่” หรือ “เด็ก”', 'the answer to “Kind of reader” is “Adult” or “Child”'],
    ['reader.isMember = true and (hall.area < 10 or reader.age >= 60)', 'ข้อ “เป็นสมาชิกหรือไม่” ตอบว่า “ใช่” และเข้ากรณีใดกรณีหนึ่ง คือ พื้นที่ห้องน้อยกว่า 10 ตารางเมตร หรืออายุตั้งแต่ 60 ปี ขึ้นไป', 'the answer to “Are you a member?” is “yes” and either the area of the hall is less than 10 m² or the age is at least 60 years'],
    ['reader.desk = null', 'ไม่ได้ระบุ “โต๊ะ”', '“Desk” is not given'],
    ['reader.until >= "2026-12-05"', 'วันสุดท้ายที่อ่านตั้งแต่วันที่ 5 ธันวาคม 2569', 'the last day of reading is not before 5 December 2026'],
  ])('%s', (rule, th, en) => {
    expect(sayRule(rule, { schema })).toEqual({ th, en });
  });
});

describe('an amount', () => {
  const fee = 'if reader.isMember = true then 0 else max(100, min(1000, 5 * hall.area))';

  it('is told as a tariff', () => {
    expect(sayAmount(fee, { schema }).map(({ when, amount }) => [when?.en, amount.en])).toEqual([
      ['the answer to “Are you a member?” is “yes”', '0 baht'],
      [undefined, '((5 × the area of the hall (m²), at most 1,000), at least 100) (baht)'],
    ]);
  });

  it('shows what would make it less and what would make it more', () => {
    const { outcome, cheaper, dearer } = explainAmount(fee, { ...facts, hall: { area: 100 } }, { schema });
    expect(outcome).toBe(500);
    expect(cheaper).toMatchObject({ outcome: 495, changes: [{ path: 'hall.area', to: 99 }] });
    expect(dearer).toMatchObject({ outcome: 505, changes: [{ path: 'hall.area', to: 101 }] });
  });

  it('shows none where nothing that may be answered costs more', () => {
    expect(explainAmount('50', facts, { schema })).toMatchObject({ outcome: 50, cheaper: null, dearer: null });
  });
});

describe('an amount that is rounded to a satang', () => {
  const byHall = 'floor((max(100, min(1000, 0 + 5 * hall.area))) * 100 + 0.5) / 100';

  it('is told as what it is before the rounding, without what comes to nothing', () => {
    expect(sayAmount(byHall, { schema }).map(({ amount }) => amount.en)).toEqual(['((5 × the area of the hall (m²), at most 1,000), at least 100) (baht)']);
    expect(sayAmount('floor((if reader.kind = "child" then 50 else 300) * 10 + 0.5) / 100', { schema }).map(({ amount }) => amount.en)).toEqual(['5 baht', '30 baht']);
    expect(sayAmount('floor((max(100, min(1000, 100 + 0 * hall.area))) * 100 + 0.5) / 100', { schema }).map(({ amount }) => amount.en)).toEqual(['100 baht']);
  });

  it('is shown as it was worked out, with its own figures', () => {
    expect(sayWorking(byHall, facts, { schema })?.en).toBe('((5 × 250, at most 1,000), at least 100) = 1,000 baht');
    expect(sayWorking('floor((100 + 20 * count(books)) * 100 + 0.5) / 100', facts, { schema })).toEqual({ th: '100 + 20 × 1 = 120 บาท', en: '100 + 20 × 1 = 120 baht' });
    expect(sayWorking('floor((20) * 100 + 0.5) / 100', facts, { schema })).toBeUndefined();
    expect(sayWorking('sum(for b in books return b.pages)', facts, { schema })).toBeUndefined();
  });
});
