import type { LicenceDefinition } from '../definition/licence-definition';
import { libraryCard } from '../testing/library-card';
import { checkDefinition } from './check-definition';

/** The toy licence with every optional part that the type has. */
function fullDefinition(): LicenceDefinition {
  const definition = structuredClone(libraryCard());
  const [card] = definition.fees;
  if (card) card.citation = definition.citations[0];
  if (definition.validity) definition.validity.endsWithYear = false;
  return definition;
}

type Path = (string | number)[];

const whole = fullDefinition();

function everyPath(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, part]) => everyPath(part, [...at, key]))];
}

/** Maps whose names are the author's, and lists: what stands in one of their places stands under the same rules as in the others. */
const NAMED = new Set(['states', 'on', 'properties', 'events', 'th', 'en', 'lanes', 'effects', 'entry', 'exit']);
const TRIED_EACH = 3;

/** Places of every kind there is, the first few of each. */
function everyKindOfPath(): Path[] {
  const kinds = Map.groupBy(everyPath(whole), (path) => path.map((key, at) => (NAMED.has(String(path[at - 1])) || /^\d+$/.test(String(key)) ? '*' : key)).join('.'));
  return [...kinds.values()].flatMap((paths) => paths.slice(0, TRIED_EACH));
}

function changed(path: Path, change: (parent: Record<string, unknown>, key: string) => void): unknown {
  const copy = structuredClone(whole) as unknown as Record<string, unknown>;
  const parent = path.slice(0, -1).reduce<Record<string, unknown>>((at, key) => at[key] as Record<string, unknown>, copy);
  change(parent, String(path.at(-1)));
  return copy;
}

describe('the schema of a definition', () => {
  it('accepts what the building blocks make', () => {
    expect(checkDefinition(fullDefinition())).toEqual([]);
    expect(checkDefinition({ ...fullDefinition(), validity: null })).toEqual([]);
  });

  it('refuses a part of another kind, wherever it stands', () => {
    const free = ['feeExamples', 'default'];
    const wrong = everyKindOfPath().filter((path) => path.length > 0 && !path.some((key) => free.includes(String(key))));
    const passed = wrong.filter((path) => checkDefinition(changed(path, (parent, key) => (parent[key] = [['not', 'this']]))).length === 0);
    expect(passed).toEqual([]);
  });

  it('refuses parts that it does not know, wherever they stand', () => {
    const open = [/^feeExamples/, /^texts\.(th|en)$/, /properties$/, /states$/, /^events$/, /\.on$/, /x-labels$/];
    const groups = everyKindOfPath().filter((path) => {
      const value = path.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], whole);
      return typeof value === 'object' && value !== null && !Array.isArray(value) && !open.some((pattern) => pattern.test(path.join('.')));
    });
    const passed = groups.filter((path) => {
      const withMore = changed([...path, 'surprise'], (parent, key) => (parent[key] = 1));
      return checkDefinition(withMore).length === 0;
    });
    expect(groups.length).toBeGreaterThan(100);
    expect(passed).toEqual([]);
  });

  it('refuses a definition that lacks one of its parts', () => {
    for (const key of Object.keys(fullDefinition())) {
      const problems = checkDefinition(changed([key], (parent, name) => delete parent[name]));
      expect(problems).toEqual([{ path: '', message: { th: `ขาด “${key}”`, en: `“${key}” is missing.` } }]);
    }
  });

  it.each<[string, Path, unknown, string]>([
    ['an effect that is misspelt', ['machine', 'states', 'issuing', 'entry', 0, 'type'], 'issueLicense', 'machine.states.issuing.entry.0.type'],
    ['an effect without its lane', ['machine', 'states', 'review', 'states', 'desk', 'states', 'checking', 'entry', 0, 'params'], { stage: 'recheck' }, 'machine.states.review.states.desk.states.checking.entry.0.params'],
    ['a guard without its rule', ['machine', 'states', 'review', 'states', 'vault', 'states', 'gate', 'always', 0, 'guard', 'params'], {}, 'machine.states.review.states.vault.states.gate.always.0.guard.params'],
    ['a timer of XState', ['machine', 'states', 'issuing', 'after'], { 1000: 'issued' }, 'machine.states.issuing'],
    ['a called service', ['machine', 'states', 'issuing', 'invoke'], { src: 'x' }, 'machine.states.issuing'],
    ['a remembered state', ['machine', 'states', 'issuing', 'type'], 'history', 'machine.states.issuing.type'],
    ['an officer’s event without a permission', ['events', 'desk.approved', 'permission'], undefined, 'events.desk.approved'],
    ['a pattern that cannot be read', ['form', 'properties', 'reader', 'properties', 'name', 'pattern'], '(', 'form.properties.reader.properties.name'],
    ['a pattern that some text could keep busy', ['form', 'properties', 'reader', 'properties', 'name', 'pattern'], '^(a+)+$', 'form.properties.reader.properties.name'],
    ['a text without a greatest length', ['form', 'properties', 'reader', 'properties', 'name', 'maxLength'], undefined, 'form.properties.reader.properties.name'],
    ['a required field that is not there', ['form', 'required'], ['reader', 'nobody'], 'form'],
    ['an empty word', ['texts', 'th', 'title'], '', 'texts.th.title'],
    ['a law that no office acts under', ['lanes', 0, 'law'], 'public-helth', 'lanes.0.law'],
  ])('says where %s is', (_, path, value, place) => {
    const problems = checkDefinition(changed(path, (parent, key) => (value === undefined ? delete parent[key] : (parent[key] = value))));
    expect(problems.map(({ path: at }) => at)).toContain(place);
  });

  it('refuses a form that nobody could fill in', () => {
    let deep: Record<string, unknown> = { type: 'string', maxLength: 10 };
    for (let level = 0; level < 20; level += 1) deep = { type: 'object', properties: { in: deep } };
    expect(checkDefinition({ ...fullDefinition(), form: deep })).toHaveLength(1);
    const wide = { type: 'object', properties: Object.fromEntries(Array.from({ length: 3_000 }, (_, at) => [`f${at}`, { type: 'string', maxLength: 10 }])) };
    expect(checkDefinition({ ...fullDefinition(), form: wide })).toHaveLength(1);
  });

  it('answers a bomb with one sentence, and a thousand faults with a hundred', () => {
    let deep: unknown = 'x';
    for (let level = 0; level < 5_000; level += 1) deep = { in: [deep] };
    const wide = Object.fromEntries(Array.from({ length: 60_000 }, (_, at) => [`e${at}`, { a: 1 }]));
    for (const bomb of [deep, { ...fullDefinition(), form: deep }, { ...fullDefinition(), events: wide }, { ...fullDefinition(), feeExamples: Array.from({ length: 200_000 }, () => 1) }]) {
      expect(checkDefinition(bomb)).toEqual([{ path: '', message: { th: expect.any(String), en: expect.stringContaining('at most 40 levels') } }]);
    }
    const faulty = { ...fullDefinition(), events: Object.fromEntries(Array.from({ length: 1_000 }, (_, at) => [`e${at}`, { by: 7 }])) };
    expect(checkDefinition(faulty)).toHaveLength(100);
  });

  it('refuses what is no document at all', () => {
    for (const nothing of [null, undefined, 'x', 7, []]) expect(checkDefinition(nothing)).not.toEqual([]);
  });
});
