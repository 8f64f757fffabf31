import type { JsonSchema } from '@anuyat/licence-kit';
import { findConflicts } from './answer-conflicts';
import { shapeChange } from '@anuyat/registrar';

const form: JsonSchema = {
  type: 'object',
  properties: {
    reader: { type: 'object', properties: { name: { type: 'string', maxLength: 10 }, id: { type: 'string', format: 'thai-id' }, age: { type: 'integer' } } },
    wishes: { type: 'array', maxItems: 2, items: { type: 'object', properties: { title: { type: 'string' }, isRare: { type: 'boolean' } } } },
    tags: { type: 'array', items: { type: 'string' } },
  },
};

const kept = (path: string, value: unknown) => {
  const shaped = shapeChange([form], path, value);
  return 'value' in shaped ? shaped.value : `${shaped.problem.code} at ${shaped.problem.path}`;
};

describe('a change of an answer', () => {
  it.each([
    ['a whole answer', 'reader.name', 'Somsri', 'Somsri'],
    ['an answer that is wrong', 'reader.name', 'longer than it may be', 'longer than it may be'],
    ['half an answer', 'reader.age', '1', '1'],
    ['words where a number goes', 'reader.age', 'twelve', 'twelve'],
    ['a group', 'reader', { name: 'Somsri', age: null }, { name: 'Somsri' }],
    ['rows', 'wishes', [{ title: 'นํ้า' }, null], [{ title: 'น้ำ' }, null]],
    ['one field of a row', 'wishes.0.isRare', false, false],
    ['more rows than the form allows', 'tags', ['a', 'b', 'c'], ['a', 'b', 'c']],
    ['a number with dashes', 'reader.id', '1-2345-67890-12-1', '1234567890121'],
    ['text without what cannot be stored', 'reader.name', 'So\u0000m\u0007\nsri\ud800', 'Som sri\ufffd'],
    ['taking away', 'reader.name', null, undefined],
  ])('is kept: %s', (_, path, value, expected) => {
    expect(kept(path, value)).toEqual(expected);
  });

  it.each([
    ['a field that no form has', 'reader.shoeSize', 42, 'unknown-field at reader.shoeSize'],
    ['a topic that no form has', 'admin', true, 'unknown-field at admin'],
    ['the prototype', '__proto__.isAdmin', true, 'unknown-field at __proto__.isAdmin'],
    ['a constructor', 'constructor.prototype.isAdmin', true, 'unknown-field at constructor.prototype.isAdmin'],
    ['nothing', '', 'x', 'unknown-field at '],
    ['a path without end', `reader.${'x.'.repeat(5_000)}`, 1, `unknown-field at reader.${'x.'.repeat(5_000)}`.slice(0, 217)],
    ['a field inside a field', 'reader.name.first', 'x', 'unknown-field at reader.name.first'],
    ['a group where a field is', 'reader.name', { first: 'x' }, 'wrong-shape at reader.name'],
    ['a field where a group is', 'reader', 'x', 'wrong-shape at reader'],
    ['a group where rows are', 'wishes', { 0: { title: 'x' } }, 'wrong-shape at wishes'],
    ['rows where a group is', 'reader', [], 'wrong-shape at reader'],
    ['something unknown inside a group', 'reader', { name: 'x', isAdmin: true }, 'unknown-field at reader.isAdmin'],
    ['something unknown inside a row', 'wishes', [{ title: 'x', price: 1 }], 'unknown-field at wishes.0.price'],
    ['a number without end', 'reader.age', JSON.parse('1e400'), 'wrong-shape at reader.age'],
    ['rows without end', 'tags', Array.from({ length: 1_001 }, () => 'x'), 'too-many at tags'],
    ['text without end', 'reader.name', 'x'.repeat(20_001), 'too-long at reader.name'],
  ])('is refused: %s', (_, path, value, expected) => {
    expect(kept(path, value)).toBe(expected);
  });

  it('is not led astray by a body that was parsed with its own prototype in it', () => {
    const hostile = JSON.parse('{"name":"x","__proto__":{"isAdmin":true}}') as unknown;
    expect(kept('reader', hostile)).toBe('unknown-field at reader.__proto__');
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined();
  });
});

describe('two windows on the same answers', () => {
  const now = { reader: { name: 'Malee', age: 30 }, wishes: [{ title: 'a' }, { title: 'b' }] };
  const paths = (changes: Record<string, unknown>, later: Parameters<typeof findConflicts>[2], window?: string) => findConflicts(changes, now, later, window).map(({ path }) => path);

  it('do not disturb each other in different fields', () => {
    expect(paths({ 'reader.age': 31 }, [{ changes: { 'reader.name': 'Malee' } }])).toEqual([]);
  });

  it('are told of a field that both changed, with both values', () => {
    expect(findConflicts({ 'reader.name': 'Somsri' }, now, [{ changes: { 'reader.name': 'Malee' } }])).toEqual([{ path: 'reader.name', yours: 'Somsri', theirs: 'Malee' }]);
    expect(findConflicts({ 'reader.phone': undefined, 'reader.age': undefined }, now, [{ changes: { 'reader.age': 30, 'reader.phone': null } }])).toEqual([{ path: 'reader.age', yours: null, theirs: 30 }]);
  });

  it('agree where they wrote the same', () => {
    expect(paths({ 'reader.name': 'Malee', reader: { age: 30, name: 'Malee' } }, [{ changes: { 'reader.name': 'Malee' } }])).toEqual([]);
  });

  it('see that a whole and its part are the same field', () => {
    expect(paths({ wishes: [] }, [{ changes: { 'wishes.0.title': 'a' } }])).toEqual(['wishes']);
    expect(paths({ 'wishes.1.title': 'c' }, [{ changes: { wishes: [] } }])).toEqual(['wishes.1.title']);
    expect(paths({ 'reader.name': 'x' }, [{ changes: { 'reader.nameEn': 'y' } }])).toEqual([]);
  });

  it('are never in conflict with their own saving, of which they did not hear', () => {
    expect(paths({ 'reader.name': 'Somsri' }, [{ changes: { 'reader.name': 'Som' }, window: 'w1' }], 'w1')).toEqual([]);
    expect(paths({ 'reader.name': 'Somsri' }, [{ changes: { 'reader.name': 'Som' }, window: 'w2' }], 'w1')).toEqual(['reader.name']);
    expect(paths({ 'reader.name': 'Somsri' }, [{ changes: { 'reader.name': 'Som' } }], 'w1')).toEqual(['reader.name']);
  });
});
