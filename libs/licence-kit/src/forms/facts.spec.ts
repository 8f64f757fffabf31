import fc from 'fast-check';
import type { CaseAnswers } from '../definition/case-answers';
import { canonicalJson } from './canonical-json';
import { changedPaths } from './changed-paths';
import { getFactAt, setFact } from './fact-path';
import { answersDigest, pickFacts } from './pick-facts';

const answers: CaseAnswers = {
  reader: { name: 'Mali', age: 30, address: { road: 'Main', postcode: '10200' } },
  shelves: [{ books: 1, wood: 'teak' }, { books: 2, wood: 'oak' }],
};

const anyJson = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }));

describe('canonicalJson', () => {
  it('is the same for equal values, whatever the order of their keys', () => {
    expect(canonicalJson({ b: [1, { z: 1, y: undefined, x: null }], a: 'ก' })).toBe('{"a":"ก","b":[1,{"x":null,"z":1}]}');
    const turned = (value: unknown): unknown =>
      Array.isArray(value) ? value.map(turned)
      : typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).reverse().map(([key, item]) => [key, turned(item)]))
      : value;
    fc.assert(fc.property(anyJson, (value) => expect(canonicalJson(turned(value))).toBe(canonicalJson(value))));
  });

  it('reads back as what was written', () => {
    fc.assert(fc.property(anyJson, (value) => expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))));
  });

  it('refuses what JSON cannot hold', () => {
    for (const value of [undefined, () => 1, 1n, Number.NaN, { a: Infinity }]) expect(() => canonicalJson(value)).toThrow(TypeError);
  });
});

describe('a fact', () => {
  it('is found by its path, and nothing is found where there is none', () => {
    expect(getFactAt(answers, 'shelves.1.wood')).toBe('oak');
    expect(getFactAt(answers, 'reader.address.road')).toBe('Main');
    for (const path of ['reader.phone', 'reader.name.length', 'shelves.7.wood', 'shelves.length', '__proto__.toString', 'constructor', '']) {
      expect(getFactAt(answers, path)).toBeUndefined();
    }
  });

  it('is set without a change to what was given', () => {
    const kept = structuredClone(answers);
    expect(setFact(answers, 'reader.phone', '02').reader).toMatchObject({ name: 'Mali', phone: '02' });
    expect(getFactAt(setFact(answers, 'shelves.2.wood', 'pine'), 'shelves')).toEqual([...(kept.shelves as unknown[]), { wood: 'pine' }]);
    expect(setFact({}, 'a.0.b', 1)).toEqual({ a: [{ b: 1 }] });
    expect(answers).toEqual(kept);
  });

  it('is taken away by setting nothing; a row leaves no gap', () => {
    expect(setFact(answers, 'shelves.0', undefined).shelves).toEqual([{ books: 2, wood: 'oak' }]);
    expect(setFact(answers, 'reader.age', undefined).reader).not.toHaveProperty('age');
    expect(setFact(answers, 'nobody.is.here', undefined)).toEqual(answers);
  });

  it('never reaches into a prototype or through a fact, nor makes a gap', () => {
    for (const path of ['__proto__.polluted', 'reader.constructor.prototype.polluted', 'reader.name.first', 'shelves.9.books', 'shelves.-1', 'shelves.first', '', 'reader..name']) {
      expect(() => setFact(answers, path, true)).toThrow(RangeError);
    }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('is found where it was set', () => {
    const key = fc.constantFrom('a', 'b', 'c');
    fc.assert(fc.property(fc.array(key, { minLength: 1, maxLength: 4 }), fc.nat(), (keys, value) => {
      expect(getFactAt(setFact({}, keys.join('.'), value), keys.join('.'))).toBe(value);
    }));
  });
});

describe('the facts that an office reads', () => {
  it('are those under its prefixes and no others', () => {
    expect(pickFacts(answers, ['reader.address', 'shelves.books'])).toEqual({
      reader: { address: { road: 'Main', postcode: '10200' } },
      shelves: [{ books: 1 }, { books: 2 }],
    });
    expect(pickFacts(answers, ['read', 'reader.addr', '__proto__', 'reader.name.first'])).toEqual({});
  });

  it('have a digest text that changes with them alone', () => {
    const reads = ['shelves'];
    expect(answersDigest(setFact(answers, 'reader.name', 'Dao'), reads)).toBe(answersDigest(answers, reads));
    expect(answersDigest(setFact(answers, 'shelves.0.books', 3), reads)).not.toBe(answersDigest(answers, reads));
  });
});

describe('changed paths', () => {
  it('name the facts that differ, and a list of another length as a whole', () => {
    const after = { reader: { name: 'Dao', age: 30, address: { road: 'Main' } }, shelves: [{ books: 1, wood: 'teak' }, { books: 5, wood: 'oak' }], machines: [{ name: 'press' }], premises: { areaSqm: 3 } };
    expect(changedPaths(answers, after)).toEqual(['machines', 'premises.areaSqm', 'reader.address.postcode', 'reader.name', 'shelves.1.books']);
    expect(changedPaths(answers, { ...answers, shelves: [] })).toEqual(['shelves']);
    expect(changedPaths(answers, structuredClone(answers))).toEqual([]);
  });
});
