import type { PersonActor } from '@anuyat/contract';
import { topics as shared } from '@anuyat/dictionary';
import type { JsonSchema } from '@anuyat/licence-kit';
import fc from 'fast-check';
import { cellFor, classOf, holds, readers, readsAs, seenTopics, seenValue, sightOf, sights, standingsTo, type FactClass, type Matter, type Standing, type Thing } from './index';

const nobody: PersonActor = { kind: 'person', accountId: 'a', name: { th: 'ก', en: 'A' }, roles: [], offices: [], territories: [], companies: [] };
const owner: PersonActor = { ...nobody, accountId: 'owner', roles: ['applicant'] };
const officer: PersonActor = { ...nobody, accountId: 'officer', roles: ['officer'], offices: [{ code: 'here', permissions: ['review'] }] };
const monitor: PersonActor = { ...nobody, accountId: 'monitor', roles: ['monitor'], territories: ['estate-one'] };
const administrator: PersonActor = { ...nobody, accountId: 'admin', roles: ['admin'] };
const matter: Matter = { accountId: 'owner', state: 'open', offices: ['here'], territories: ['estate-one', null] };

const standings = Object.keys(sights) as Standing[];
const classes: FactClass[] = ['technical', 'public', 'business', 'financial', 'personal', 'identifier', 'sensitive', 'casework'];

describe('what somebody is to a matter', () => {
  it('goes by account, office, territory and the state of the matter', () => {
    expect(standingsTo(undefined, matter)).toEqual(['public']);
    expect(standingsTo(owner, matter)[0]).toBe('own');
    expect(standingsTo(officer, matter)[0]).toBe('reviewing');
    expect(standingsTo(officer, { ...matter, state: 'ended' })[0]).toBe('looking-back');
    expect(standingsTo(officer, { ...matter, offices: ['there'] })).toEqual(['public']);
    expect(standingsTo(officer, { ...matter, offices: ['there'], isException: true })[0]).toBe('exceptional');
    expect(standingsTo(monitor, matter)[0]).toBe('watching');
    expect(standingsTo(monitor, { ...matter, territories: ['estate-two'] })).toEqual(['public']);
    expect(standingsTo(administrator, matter)).toEqual(['administering', 'public']);
  });

  it('of a draft is nothing for anybody but its owner, whatever they hold', () => {
    const everything: PersonActor = { ...officer, roles: ['officer', 'monitor', 'admin'], territories: ['*'] };
    expect(standingsTo(everything, { ...matter, state: 'draft', isException: true })).toEqual(['administering', 'public']);
  });

  it('“all estates” is nothing outside of them', () => {
    expect(standingsTo({ ...monitor, territories: ['*'] }, { ...matter, territories: [null, null] })).toEqual(['public']);
  });
});

describe('who reads what', () => {
  const table: Record<Thing, Partial<Record<'owner' | 'officer' | 'monitor' | 'administrator' | 'stranger', Standing>>> = {
    case: { owner: 'own' },
    application: { owner: 'own', officer: 'reviewing' },
    history: { owner: 'own', officer: 'reviewing' },
    task: { officer: 'reviewing' },
    paper: { owner: 'own', officer: 'reviewing' },
    order: { owner: 'own', officer: 'reviewing' },
    receipt: { owner: 'own', officer: 'reviewing' },
    bill: { owner: 'own' },
    'licence-paper': { owner: 'own', officer: 'reviewing' },
    'licence-life': { owner: 'own', officer: 'reviewing', monitor: 'watching' },
    'licence-bill': { owner: 'own' },
    'monitored-application': { monitor: 'watching' },
    'exceptional-file': {},
    verification: { owner: 'public', officer: 'public', monitor: 'public', administrator: 'public', stranger: 'public' },
  };

  it.each(Object.keys(readers) as Thing[])('%s', (thing) => {
    const people = { owner, officer, monitor, administrator, stranger: undefined };
    for (const [name, person] of Object.entries(people)) expect([name, readsAs(person, thing, matter)]).toEqual([name, table[thing][name as keyof typeof people]]);
  });

  it('grants are asked of roles and of offices', () => {
    expect(holds(officer, 'review')).toBe(true);
    expect(holds(officer, 'approve')).toBe(false);
    expect(holds(monitor, 'monitor')).toBe(true);
    expect(holds(monitor, 'officer')).toBe(false);
  });
});

describe('which classes are seen', () => {
  it('every standing says something of every class, and nobody but the parties sees a person’s number whole', () => {
    for (const standing of standings) expect(Object.keys(sights[standing]).sort()).toEqual([...classes].sort());
    expect(standings.filter((standing) => sightOf(standing, 'identifier') === 'clear')).toEqual(['own', 'reviewing']);
    expect(standings.filter((standing) => sightOf(standing, 'personal') === 'clear')).toEqual(['own', 'reviewing', 'looking-back', 'exceptional']);
    expect(standings.filter((standing) => sightOf(standing, 'sensitive') === 'clear')).toEqual(['own', 'reviewing', 'looking-back']);
  });

  it('every shared fact has one, and a fact that says none is guarded like the most private', () => {
    const leaves = (schema: JsonSchema): JsonSchema[] => (schema.items?.properties ? leaves(schema.items) : schema.properties ? Object.values(schema.properties).flatMap(leaves) : [schema]);
    const facts = shared.flatMap(({ schema }) => leaves(schema));
    const of = (fact: string) => classOf(facts.find((schema) => schema['x-fact'] === fact) ?? {});
    expect(['applicant.personalId', 'applicant.passportNo', 'applicant.juristicId', 'applicant.phone', 'business.capitalBaht', 'premises.areaSqm'].map(of)).toEqual(['identifier', 'identifier', 'public', 'personal', 'financial', 'business']);
    expect(facts.filter((schema) => !schema['x-data-class'])).toEqual([]);
    expect(classOf({ type: 'string' })).toBe('sensitive');
  });

  const form = { id: 'person', schema: { type: 'object', required: ['name', 'number'], properties: {
    name: { type: 'string', 'x-data-class': 'personal' }, number: { type: 'string', format: 'thai-id', 'x-data-class': 'personal' }, trade: { type: 'string', 'x-data-class': 'business' },
    rows: { type: 'array', items: { type: 'object', properties: { what: { type: 'string', 'x-data-class': 'public' }, illness: { type: 'string', 'x-data-class': 'sensitive' } } } },
  } } satisfies JsonSchema };
  const answers = { person: { name: 'มาลี', number: '1234567890121', trade: 'ขายผ้า', rows: [{ what: 'ก', illness: 'ข' }], unknown: 'ไม่อยู่ในแบบ' } };

  it('what is hidden is neither asked nor answered, and a masked number keeps its end', () => {
    const seen = seenTopics('watching', [form], answers);
    expect(seen.answers).toEqual({ person: { number: 'x-xxxx-xxxxx-12-1', trade: 'ขายผ้า', rows: [{ what: 'ก' }] } });
    expect(seen.topics[0]?.schema.required).toEqual(['number']);
    expect(seenTopics('public', [form], answers).answers).toEqual({ person: { rows: [{ what: 'ก' }] } });
    expect(seenValue('looking-back', [form], 'person.number', '1234567890121')).toBe('x-xxxx-xxxxx-12-1');
    expect(seenValue('watching', [form], 'person.rows.0.illness', 'ข')).toBeUndefined();
    expect(seenValue('own', [form], 'person.rows.0.illness', 'ข')).toBe('ข');
  });

  it('no answer of a hidden class comes out of any form', () => {
    const dataClass = fc.constantFrom('public', 'business', 'personal', 'sensitive', undefined);
    const schemas = fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), dataClass, { maxKeys: 8 });
    fc.assert(fc.property(schemas, fc.constantFrom(...standings), (fields, standing) => {
      const properties = Object.fromEntries(Object.entries(fields).map(([name, of]) => [name, { type: 'string', ...(of ? { 'x-data-class': of } : {}) } satisfies JsonSchema]));
      const topic = { id: 't', schema: { type: 'object', properties } satisfies JsonSchema };
      const seen = seenTopics(standing, [topic], { t: Object.fromEntries(Object.keys(fields).map((name) => [name, name])) });
      const open = Object.entries(properties).filter(([, schema]) => sightOf(standing, classOf(schema)) === 'clear').map(([name]) => name);
      expect(Object.keys((seen.answers['t'] ?? {}) as object).sort()).toEqual(open.sort());
    }));
  });
});

describe('a count', () => {
  it('below five is not told to those who may not read what was counted; none is told as none', () => {
    expect([0, 1, 4, 5, 12].map((count) => cellFor(count, false))).toEqual([0, null, null, 5, 12]);
    expect([1, 4].map((count) => cellFor(count, true))).toEqual([1, 4]);
  });
});
