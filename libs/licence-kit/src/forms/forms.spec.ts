import fc from 'fast-check';
import type { CaseAnswers } from '../definition/case-answers';
import type { JsonSchema } from '../definition/json-schema';
import { askedAnswers } from './asked-answers';
import { problemMessage } from './problem-messages';
import { validateAnswers } from './validate-answers';
import { visibleSchema } from './visible-schema';

const form: JsonSchema = {
  type: 'object',
  required: ['reader', 'shelves'],
  properties: {
    reader: {
      type: 'object',
      additionalProperties: false,
      required: ['kind', 'name', 'age', 'school', 'guardian'],
      properties: {
        kind: { type: 'string', enum: ['person', 'school'], 'x-labels': { person: { th: 'บุคคล', en: 'A person' }, school: { th: 'โรงเรียน', en: 'A school' } }, 'x-order': 1 },
        name: { type: 'string', minLength: 2, maxLength: 20, pattern: '^[A-Z].*', 'x-title': { th: 'ชื่อ', en: 'Name' }, 'x-order': 2 },
        age: { type: 'integer', minimum: 6, maximum: 120, 'x-unit': { th: 'ปี', en: 'years' }, 'x-when': 'reader.kind = "person"', 'x-order': 3 },
        guardian: { type: 'object', required: ['name'], properties: { name: { type: 'string' }, phone: { type: 'string' } }, 'x-when': 'reader.age < 15', 'x-order': 4 },
        school: { type: 'string', format: 'school-code', 'x-when': 'reader.kind = "school"', 'x-order': 5 },
        email: { type: 'string', format: 'email', 'x-order': 6 },
      },
    },
    shelves: {
      type: 'array',
      minItems: 1,
      maxItems: 3,
      items: { type: 'object', additionalProperties: false, required: ['books'], properties: { books: { type: 'number', exclusiveMinimum: 0, multipleOf: 0.5 }, wood: { type: 'string' } } },
    },
    stamps: { type: 'array', items: { type: 'string', enum: ['red', 'blue'] } },
  },
};

const formats = { 'school-code': { isValid: (value: string) => /^S\d$/.test(value), problem: { th: 'รหัสโรงเรียนไม่ถูกต้อง', en: 'Not a school code.' } } };
const good: CaseAnswers = { reader: { kind: 'person', name: 'Mali', age: 30 }, shelves: [{ books: 2 }] };
const problemsOf = (answers: unknown) => validateAnswers(form, answers as CaseAnswers, {}, formats).map(({ path, code }) => `${path}: ${code}`);

describe('what is asked', () => {
  it('depends on the answers so far', () => {
    const asked = (facts: CaseAnswers) => Object.keys(visibleSchema(form, facts).properties?.['reader']?.properties ?? {});
    expect(asked({})).toEqual(['kind', 'name', 'email']);
    expect(asked({ reader: { kind: 'person', age: 9 } })).toEqual(['kind', 'name', 'age', 'guardian', 'email']);
    expect(asked({ reader: { kind: 'school' } })).toEqual(['kind', 'name', 'school', 'email']);
  });

  it('does not follow an answer that is no longer asked for itself', () => {
    const visible = visibleSchema(form, { reader: { kind: 'school', age: 9 } });
    expect(visible.properties?.['reader']?.properties).not.toHaveProperty('guardian');
    expect(visible.properties?.['reader']?.required).toEqual(['kind', 'name', 'school']);
  });

  it('is required only where the merged form says so', () => {
    const merged: JsonSchema = { type: 'object', required: ['pet'], properties: { pet: { type: 'string', 'x-required-when': 'house = true' }, house: { type: 'boolean' } } };
    expect(visibleSchema(merged, { house: false }).required).toEqual([]);
    expect(visibleSchema(merged, { house: true }).required).toEqual(['pet']);
  });

  it('is all that an application is filed with', () => {
    const answers = { reader: { kind: 'school', school: 'S1', name: 'Dao', age: 9, guardian: { name: 'Kla' }, hobby: '?' }, shelves: [{ books: 1, wood: '' }], other: 1 };
    expect(askedAnswers(form, answers, {})).toEqual({ reader: { kind: 'school', school: 'S1', name: 'Dao' }, shelves: [{ books: 1 }] });
  });
});

describe('answers', () => {
  it('that are complete have no problems, whatever stands in fields that are not asked', () => {
    expect(problemsOf(good)).toEqual([]);
    expect(problemsOf({ ...good, reader: { kind: 'school', name: 'Dao', school: 'S1', age: 'old', guardian: { name: 4 } } })).toEqual([]);
  });

  it('that are missing are told at their own fields, in the order of the form', () => {
    expect(problemsOf({})).toEqual(['reader.kind: missing', 'reader.name: missing', 'shelves: missing']);
    expect(problemsOf({ reader: { kind: 'person', age: 9, name: '  ' }, shelves: [{ books: null }, { books: 1 }, null] })).toEqual([
      'reader.name: missing', 'reader.guardian.name: missing', 'shelves.0.books: missing', 'shelves.2.books: missing',
    ]);
  });

  it.each<[string, CaseAnswers, string[]]>([
    ['of the wrong kind', { reader: { kind: 3, name: ['x'], email: {} }, shelves: 'many' }, ['reader.kind: wrong-kind', 'reader.name: wrong-kind', 'reader.email: wrong-kind', 'shelves: wrong-kind']],
    ['that are no choice', { ...good, stamps: ['red', 'green'], reader: { kind: 'cat', name: 'Mali' } }, ['reader.kind: not-a-choice', 'stamps.1: not-a-choice']],
    ['beyond the limits', { reader: { kind: 'person', name: 'M', age: 200 }, shelves: [{ books: 0 }, { books: 0.7 }] }, ['reader.name: too-short', 'reader.age: too-large', 'shelves.0.books: too-small', 'shelves.1.books: not-a-multiple']],
    ['too long', { ...good, reader: { kind: 'person', name: 'M'.repeat(21), age: 16.5 } }, ['reader.name: too-long', 'reader.age: wrong-kind']],
    ['in the wrong form', { ...good, reader: { kind: 'person', name: 'mali', age: 30, email: 'mali@' } }, ['reader.name: wrong-form', 'reader.email: wrong-format']],
    ['in a form of our own', { ...good, reader: { kind: 'school', name: 'Dao', school: 'X' } }, ['reader.school: wrong-format']],
    ['too few or too many', { ...good, shelves: [] }, ['shelves: too-few']],
    ['too many', { ...good, shelves: [{}, {}, {}, {}] }, ['shelves: too-many']],
    ['unknown', { ...good, reader: { ...(good['reader'] as object), isAdmin: true }, shelves: [{ books: 1, gold: 1 }] }, ['reader.isAdmin: unknown-field', 'shelves.0.gold: unknown-field']],
  ])('%s are told at their fields', (_, answers, problems) => {
    expect(problemsOf(answers)).toEqual(problems);
  });

  it('get messages that say what to do, in both languages', () => {
    const messages = Object.fromEntries(
      validateAnswers(form, { reader: { kind: 'cat', age: 3 }, shelves: [{ books: -1 }] }, {}, formats).map(({ path, message }) => [path, message]),
    );
    expect(messages).toEqual({
      'reader.kind': { th: 'เลือกจากตัวเลือกที่มี: บุคคล, โรงเรียน', en: 'Choose one of: A person, A school.' },
      'reader.name': { th: 'กรอก “ชื่อ”', en: 'Fill in “Name”.' },
      'shelves.0.books': { th: 'ต้องมากกว่า 0', en: 'Must be more than 0.' },
    });
    expect(validateAnswers(form, { ...good, reader: { kind: 'person', name: 'Mali', age: 3 } }, {}, formats)[0]?.message).toEqual({ th: 'ต้องไม่น้อยกว่า 6 ปี', en: 'Must be 6 years or more.' });
    expect(validateAnswers(form, { ...good, reader: { kind: 'school', name: 'Dao', school: 'X' } }, {}, formats)[0]?.message).toEqual(formats['school-code'].problem);
  });

  it('are told in the words of their format, not by the number of their letters', () => {
    const day: JsonSchema = { properties: { start: { type: 'string', format: 'day', minLength: 10, maxLength: 10, pattern: '-' } } };
    const problem = { th: 'กรอกวันที่', en: 'Enter a day.' };
    const none = { th: 'ไม่มีวันนี้', en: 'There is no such day.' };
    const known = { day: { isValid: () => false, problem, explain: (value: string) => (value.startsWith('31/2') ? none : undefined) } };
    const told = (start: string) => validateAnswers(day, { start }, {}, known).map(({ code, message }) => [code, message]);
    expect([told('31/2/2570'), told('x'), told('x'.repeat(40))]).toEqual([[['wrong-format', none]], [['wrong-format', problem]], [['wrong-format', problem]]]);
  });

  it('have words for every problem and every kind of field', () => {
    const codes = ['missing', 'unknown-field', 'wrong-kind', 'not-a-choice', 'too-small', 'too-large', 'not-a-multiple', 'too-short', 'too-long', 'wrong-form', 'wrong-format', 'too-few', 'too-many'] as const;
    for (const code of codes) {
      for (const type of ['string', 'number', 'integer', 'boolean', 'array', 'object', undefined] as const) {
        const { th, en } = problemMessage(code, { type, maximum: 1, minimum: 1, minItems: 1 });
        expect(th).toMatch(/[ก-๙]/);
        expect(en).toMatch(/^[A-Z].*\.$/);
      }
    }
  });

  it('are never too hostile to be looked at', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 20_000; level += 1) deep = { reader: deep, name: [deep] };
    const evil = [
      JSON.parse('{"__proto__": {"kind": "person"}, "reader": {"__proto__": {"isAdmin": true}, "constructor": 1}}'),
      { reader: deep, shelves: deep, stamps: [deep] },
      { reader: { kind: 'person', name: 'M'.repeat(3_000_000), age: 1e308 }, shelves: Array.from({ length: 200_000 }, () => ({})) },
      JSON.parse('{"reader": {"\\ud800": 1, "name": "\\ud800%E0%A4%A"}}'),
      null, [], 'text', 7, { reader: Number.NaN, shelves: 10n, stamps: [Symbol('x'), () => 1, undefined] },
    ];
    for (const answers of evil) expect(problemsOf(answers).length).toBeGreaterThan(0);
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined();
  });

  it('never make the check throw, and problems name places in the form', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('reader', 'shelves', 'stamps', 'x'), fc.anything({ maxDepth: 4, withNullPrototype: true })), (answers) => {
        for (const { path } of validateAnswers(form, answers, {}, formats)) expect(path).toMatch(/^(reader|shelves|stamps)/);
      }),
      { numRuns: 500 },
    );
  });
});
