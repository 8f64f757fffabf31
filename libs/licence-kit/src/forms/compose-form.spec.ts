import type { LicenceDefinition } from '../definition/licence-definition';
import type { JsonSchema } from '../definition/json-schema';
import { composeForm } from './compose-form';
import { documentNeeds } from './document-needs';
import { FormConflict } from './form-conflict';
import { validateAnswers } from './validate-answers';

const area: JsonSchema = { type: 'number', maximum: 1_000, 'x-fact': 'premises.area', 'x-title': { th: 'พื้นที่', en: 'Area' }, 'x-order': 2 };
const name: JsonSchema = { type: 'string', maxLength: 50, 'x-fact': 'reader.name', 'x-title': { th: 'ชื่อ', en: 'Name' }, 'x-order': 1 };
const group = (properties: Record<string, JsonSchema>, required: string[] = Object.keys(properties), more: JsonSchema = {}): JsonSchema => ({ type: 'object', properties, required, ...more });
const paper = (code: string, more = {}) => ({ code, isRequired: true, accepts: ['application/pdf', 'image/png'] as const, maxBytes: 100, maxFiles: 3, ...more });

function licence(code: string, form: JsonSchema, documents: object[] = [], words: Record<string, string> = {}): LicenceDefinition {
  const texts = { title: `Title of ${code}`, ...words };
  return { code, form, documents, texts: { th: texts, en: texts } } as unknown as LicenceDefinition;
}

const conflictOf = (...licences: LicenceDefinition[]): FormConflict => {
  try {
    composeForm(licences);
  } catch (error) {
    if (error instanceof FormConflict) return error;
    throw error;
  }
  throw new Error('The forms were merged.');
};

describe('one form for several licences', () => {
  const card = licence('card', group({ reader: group({ name }), card: group({ colour: { type: 'string', enum: ['red', 'blue'] } }) }), [], { 'topics.card': 'The card', 'fields.card.colour': 'Colour', 'labels.card.colour.red': 'Red' });
  const hall = licence('hall', group({ premises: group({ area: { ...area, maximum: 200 } }), reader: group({ name: { ...name, minLength: 2 }, phone: { type: 'string', 'x-fact': 'reader.phone' } }, ['phone']) }));
  const topics = [{ id: 'premises', title: { th: 'สถานที่', en: 'Premises' }, order: 2 }, { id: 'reader', title: { th: 'ผู้อ่าน', en: 'Reader' }, order: 1 }];

  it('asks a fact once, within the limits of all, and requires it where any does', () => {
    const { schema } = composeForm([card, hall]);
    expect(schema.properties?.['reader']).toMatchObject({ required: ['phone', 'name'], properties: { name: { maxLength: 50, minLength: 2 } } });
    expect(Object.keys(schema.properties?.['reader']?.properties ?? {})).toHaveLength(2);
    expect(schema.properties?.['premises']?.properties?.['area']).toMatchObject({ maximum: 200 });
  });

  it('has the shared topics first, in their order, then the licences’ own; each says who asks', () => {
    const { topics: pages } = composeForm([card, hall], { topics });
    expect(pages.map(({ id, title, askedBy }) => [id, title.en, askedBy.map(({ code }) => code)])).toEqual([
      ['reader', 'Reader', ['card', 'hall']],
      ['premises', 'Premises', ['hall']],
      ['card', 'The card', ['card']],
    ]);
  });

  it('brings the words of own fields along', () => {
    expect(composeForm([card]).schema.properties?.['card']?.properties?.['colour']).toMatchObject({ 'x-title': { en: 'Colour' }, 'x-labels': { red: { th: 'Red', en: 'Red' } } });
  });

  it('holds the questions of the journey too', () => {
    const journey = { format: 1 as const, code: 'read', version: 1, questions: group({ plan: group({ isLoud: { type: 'boolean' } }) }), licences: [], texts: { th: {}, en: {} } };
    const { schema, topics: pages } = composeForm([card], { journey });
    expect(schema.properties).toHaveProperty('plan');
    expect(pages.find(({ id }) => id === 'plan')?.askedBy).toEqual([]);
  });

  it('does not care whether a group was written out or taken whole from the dictionary', () => {
    const whole = licence('whole', group({ reader: group({ name }, ['name'], { 'x-fact': 'reader', 'x-title': { th: 'ผู้อ่าน', en: 'Reader' } }) }));
    expect(composeForm([card, whole]).topics.find(({ id }) => id === 'reader')?.title.en).toBe('Reader');
  });

  it('asks and requires a field exactly where some licence does', () => {
    const always = licence('always', group({ pet: group({ name: { type: 'string', 'x-fact': 'pet.name' } }, []), kind: { type: 'string', 'x-fact': 'kind' } }, []));
    const sometimes = licence('sometimes', group({ pet: group({ name: { type: 'string', 'x-fact': 'pet.name' }, teeth: { type: 'integer' } }, ['name', 'teeth'], { 'x-when': 'kind = "dog"' }) }));
    const { schema } = composeForm([always, sometimes]);
    const problems = (answers: Record<string, unknown>) => validateAnswers(schema, answers, {}).map(({ path }) => path);
    expect(problems({ kind: 'cat' })).toEqual([]);
    expect(problems({ kind: 'cat', pet: { name: 'Miu' } })).toEqual([]);
    expect(problems({ kind: 'dog' })).toEqual(['pet.name', 'pet.teeth']);
    expect(composeForm([sometimes]).schema.properties?.['pet']).toMatchObject({ 'x-when': 'kind = "dog"', required: ['name', 'teeth'] });
  });

  it('joins the rules of two licences that ask in different cases', () => {
    const asking = (code: string, when: string) => licence(code, group({ pet: group({ name: { type: 'string', 'x-when': when } }) }));
    const field = composeForm([asking('a', 'kind = "dog"'), asking('b', 'kind = "cat"')]).schema.properties?.['pet']?.properties?.['name'];
    expect(field).toEqual({ type: 'string', 'x-when': '(kind = "dog") or (kind = "cat")' });
  });

  it('merges the rows of lists', () => {
    const rows = (code: string, row: Record<string, JsonSchema>, more: JsonSchema) => licence(code, group({ shelves: { type: 'array', items: group(row), ...more } }));
    const { schema } = composeForm([rows('a', { books: { type: 'integer' } }, { maxItems: 5 }), rows('b', { wood: { type: 'string' } }, { minItems: 1 })]);
    expect(schema.properties?.['shelves']).toMatchObject({ minItems: 1, maxItems: 5, items: { required: ['books', 'wood'], additionalProperties: false } });
  });
});

describe('forms that cannot be one', () => {
  const own = (code: string, field: JsonSchema, words: Record<string, string> = {}) => licence(code, group({ room: group({ size: field }) }), [], words);

  it.each<[string, JsonSchema, JsonSchema]>([
    ['another kind', { type: 'string' }, { type: 'number' }],
    ['another fact', { type: 'string', 'x-fact': 'room.size' }, { type: 'string' }],
    ['other choices', { type: 'string', enum: ['s', 'm'] }, { type: 'string', enum: ['s', 'l'] }],
    ['limits that nothing meets', { type: 'number', maximum: 5 }, { type: 'number', minimum: 6 }],
    ['a group for a field', { type: 'string' }, group({ width: { type: 'number' } })],
  ])('because of %s name both licences and the path', (_, a, b) => {
    const conflict = conflictOf(own('first', a), own('second', b));
    expect(conflict).toMatchObject({ path: 'room.size', licences: ['first', 'second'] });
    expect(conflict.text.en).toContain('“first” and “second”');
    expect(conflict.text.th).toContain('room.size');
  });

  it('because one name asks two questions', () => {
    const size: JsonSchema = { type: 'number' };
    expect(conflictOf(own('first', size, { 'fields.room.size': 'Width' }), own('second', size, { 'fields.room.size': 'Depth' })).path).toBe('room.size');
  });
});

describe('the papers of several licences', () => {
  it('are asked for once, in a form that suits all', () => {
    const { documents } = composeForm([
      licence('a', group({}), [paper('map', { when: 'far', isRequired: false }), paper('plan')], { 'documents.map': 'Map' }),
      licence('b', group({}), [paper('map', { when: 'near', accepts: ['image/png', 'image/jpeg'], maxBytes: 50, maxFiles: 1 })]),
    ]);
    expect(documents.map(({ code }) => code)).toEqual(['map', 'plan']);
    expect(documents[0]).toEqual({
      code: 'map', title: { th: 'Map', en: 'Map' }, when: '(far) or (near)', isRequired: true, requiredWhen: 'near', accepts: ['image/png'], maxBytes: 50, maxFiles: 1,
      askedBy: [{ code: 'a', title: { th: 'Title of a', en: 'Title of a' } }, { code: 'b', title: { th: 'Title of b', en: 'Title of b' } }],
    });
    const needs = (facts: Record<string, boolean>) => documentNeeds(documents, facts)[0];
    expect(needs({ far: true })).toEqual({ code: 'map', isAsked: true, isRequired: false });
    expect(needs({ near: true })).toEqual({ code: 'map', isAsked: true, isRequired: true });
    expect(needs({})).toEqual({ code: 'map', isAsked: false, isRequired: false });
  });

  it('cannot be one when no kind of file suits both', () => {
    expect(conflictOf(licence('a', group({}), [paper('map', { accepts: ['image/png'] })]), licence('b', group({}), [paper('map', { accepts: ['application/pdf'] })])).path).toBe('map');
  });
});
