import { checkRule, holds, type JsonSchema } from '@anuyat/licence-kit';
import { cleanTyped } from './clean-typed';
import { formats } from './formats';
import { factPaths, findFact, getFact, topics } from './topics';

const facts = factPaths().map((path): [string, JsonSchema] => [path, getFact(path)]);
const isLeaf = (schema: JsonSchema) => schema.type !== 'object' && schema.items?.type !== 'object';
const leaves = facts.filter(([, schema]) => isLeaf(schema));

describe('the shared facts', () => {
  it('stand in six topics in the order of a form', () => {
    expect(topics.map((topic) => topic.id)).toEqual(['applicant', 'business', 'premises', 'workers', 'signs', 'machines']);
    expect(topics.map((topic) => topic.order)).toEqual([...topics.map((topic) => topic.order)].sort((a, b) => a - b));
  });

  it.each(facts)('%s has a title in both languages and says its path', (path, schema) => {
    expect(schema['x-title']).toEqual({ th: expect.stringMatching(/[ก-ฮ]/), en: expect.stringMatching(/[A-Za-z]/) });
    expect(schema['x-fact']).toBe(path);
    for (const words of [schema['x-help'], schema['x-unit']]) if (words) expect(words).toEqual({ th: expect.stringMatching(/[ก-ฮ]/), en: expect.any(String) });
  });

  it.each(leaves)('%s has a data class and limits', (_path, schema) => {
    expect(schema['x-data-class']).toMatch(/^(public|business|personal|sensitive)$/);
    if (schema.enum) expect(Object.keys(schema['x-labels'] ?? {})).toEqual(schema.enum);
    else if (schema.type === 'string') expect(schema.maxLength).toBeGreaterThan(0);
    else if (schema.type === 'array') expect(schema.maxItems).toBeGreaterThan(0);
    else if (schema.type !== 'boolean') expect([schema.maximum, schema.minimum ?? schema.exclusiveMinimum]).toEqual([expect.any(Number), expect.any(Number)]);
  });

  it.each(facts.filter(([, schema]) => schema.format))('%s has a format that code can check', (_path, schema) => {
    expect(Object.keys(formats)).toContain(schema.format);
  });

  it.each(facts.filter(([, schema]) => schema['x-when']))('%s is asked by a rule that FEEL reads and that names known facts', (_path, schema) => {
    expect(checkRule(schema['x-when'] ?? '', factPaths())).toEqual([]);
  });

  it('ask a person, a company and a foreigner for what identifies each', () => {
    const asked = (kind: string) => Object.entries(getFact('applicant').properties ?? {}).filter(([, { 'x-when': when }]) => !when || holds(when, { applicant: { kind } })).map(([name]) => name);
    expect(asked('person')).toEqual(['kind', 'personalId', 'title', 'firstName', 'lastName', 'phone', 'email']);
    expect(asked('juristic')).toEqual(['kind', 'juristicId', 'nameTh', 'nameEn', 'phone', 'email']);
    expect(asked('foreigner')).toEqual(['kind', 'passportNo', 'title', 'firstName', 'lastName', 'phone', 'email']);
  });

  it('require only facts that exist, at every level', () => {
    for (const [path, schema] of facts) {
      const rows = schema.type === 'array' ? schema.items : schema;
      for (const name of rows?.required ?? []) expect(findFact(`${path}.${name}`)).toBeDefined();
    }
  });

  it('never ask for what the brief calls optional', () => {
    expect(getFact('premises').required).not.toEqual(expect.arrayContaining(['estate']));
    expect(getFact('premises').required).not.toEqual(expect.arrayContaining(['zone']));
  });
});

describe('getFact', () => {
  it('knows rows with and without their number', () => {
    expect(getFact('signs.0.widthCm')).toBe(getFact('signs.widthCm'));
    expect(getFact('premises.address.province')['x-fact']).toBe('premises.address.province');
  });

  it.each(['premises.areaSqn', 'nothing', 'premises.constructor', 'applicant.kind.deeper', 'signs.0.nothing'])('finds nothing at %s', (path) => {
    expect(findFact(path)).toBeUndefined();
  });

  it('names near facts for a misspelt one', () => {
    expect(() => getFact('premises.areaSqn')).toThrow('The dictionary has no fact "premises.areaSqn". Near it: premises.areaSqm');
  });
});

describe('cleanTyped', () => {
  it('keeps numbers without dashes and names in one spelling', () => {
    expect(cleanTyped(getFact('applicant.personalId'), '1-2345-67890-12-1')).toBe('1234567890121');
    expect(cleanTyped(getFact('applicant.phone'), '+66 81 234 5678')).toBe('0812345678');
    expect(cleanTyped(getFact('applicant.passportNo'), ' aa 123-4567')).toBe('AA1234567');
    expect(cleanTyped(getFact('business.nameTh'), '  ร้านนํ้า   ปั่น ๙ ')).toBe('ร้านน้ำ ปั่น ๙');
    expect(cleanTyped(getFact('premises.address.moo'), '๕')).toBe('5');
    expect(cleanTyped(getFact('signs.text'), ' ป้าย\nสองบรรทัด ')).toBe('ป้าย\nสองบรรทัด');
    expect(cleanTyped(getFact('applicant.email'), ' a@example.com ')).toBe('a@example.com');
  });
});
