import { libraryCard } from '../testing/library-card';
import { agencyReview } from '../blocks/agency-review';
import { advance, open, type Advanced } from '../engine/advance';
import type { Facts } from '../definition/case-answers';
import type { LicenceDefinition } from '../definition/licence-definition';
import { holds } from '../feel/holds';
import { diffDefinitions } from './diff-definitions';
import { DIFF_SECTIONS } from './difference';
import { relocate, type AskRule, type LivedStep } from './relocate';
import { pathsOf, valueAt } from './state-paths';

const source = { from: 'Library rules', isVerified: true, effectiveFrom: '2026-01-01' };
const clock = { days: 3, unit: 'working' as const, source };
const desk = () => agencyReview('desk', { law: 'commercial-registration', duty: 'registry', clock, reads: ['reader', 'wish.purpose'] });
const vault = (when = 'wish.rareBooks > 0') =>
  agencyReview('vault', { law: 'building-control', duty: 'building', clock: { ...clock, days: 5 }, when, hasInspection: true, reads: ['reader.name', 'wish'], readsDocuments: ['letter'] });
const guard = () => agencyReview('guard', { law: 'public-health', duty: 'sanitation', clock, reads: ['reader'] });
const withLane = (texts = libraryCard().texts): Partial<LicenceDefinition['texts']> => ({ th: { ...texts.th, 'lanes.guard': 'ยาม' }, en: { ...texts.en, 'lanes.guard': 'Guard' } });

const facts: Facts = { reader: { name: 'สมหญิง', age: 30 }, wish: { rareBooks: 3, purpose: 'pleasure' } };
const ask: AskRule = (rule) => holds(rule, facts);
const nobody: AskRule = () => undefined;

/** An application that these events happened to. */
function live(definition: LicenceDefinition, ...events: string[]): { at: Advanced; lived: LivedStep[] } {
  let at = open(definition, facts);
  const lived: LivedStep[] = [{ type: 'submitted', rulings: at.rulings }];
  for (const type of events) {
    at = advance(definition, at.state, type, facts);
    lived.push({ type, rulings: at.rulings });
  }
  return { at, lived };
}

describe('the difference of two versions', () => {
  it('is nothing where only the number differs', () => {
    expect(diffDefinitions(libraryCard(), libraryCard({ version: 2 }))).toEqual([]);
  });

  it('names days, fees, papers and questions that differ, before and after, in both languages', () => {
    const before = libraryCard();
    const after = structuredClone(libraryCard({ version: 2, clock: { ...before.clock, days: 7 } }));
    after.fees[0] = { ...(after.fees[0] as (typeof after.fees)[0]), amount: '30' };
    after.documents = [];
    const wish = after.form.properties?.['wish'];
    if (wish?.properties) wish.properties['copies'] = { type: 'integer', minimum: 1, maximum: 9, 'x-title': { th: 'จำนวนเล่ม', en: 'Copies' } };
    const found = diffDefinitions(before, after);
    expect(found.find(({ path }) => path === 'clock')).toMatchObject({ section: 'days', kind: 'changed', before: { th: '5 วันทำการ (Library rules)' }, after: { en: '7 working days (Library rules)' } });
    expect(found.find(({ path }) => path === 'fees.card')).toMatchObject({ section: 'fees', kind: 'changed', what: { en: 'Card' } });
    expect(found.find(({ path }) => path === 'documents.letter')).toMatchObject({ section: 'documents', kind: 'removed', what: { th: 'หนังสือรับรองจากอาจารย์' } });
    expect(found.find(({ path }) => path === 'form.wish.copies')).toMatchObject({ section: 'questions', kind: 'added', what: { th: 'จำนวนเล่ม', en: 'Copies' } });
    expect(found.map(({ section }) => DIFF_SECTIONS.indexOf(section))).toEqual(found.map(({ section }) => DIFF_SECTIONS.indexOf(section)).sort((a, b) => a - b));
  });

  it('names a lane that came with its states and events, and a rule of a lane that changed', () => {
    const texts = withLane() as LicenceDefinition['texts'];
    const found = diffDefinitions(libraryCard(), libraryCard({ version: 2, lanes: [desk(), vault('wish.rareBooks > 1'), guard()], texts }));
    expect(found).toEqual(expect.arrayContaining([
      expect.objectContaining({ section: 'lanes', kind: 'added', path: 'lanes.guard', what: { th: 'ยาม', en: 'Guard' } }),
      expect.objectContaining({ section: 'lanes', kind: 'changed', path: 'lanes.vault', after: expect.objectContaining({ en: expect.stringContaining('when wish.rareBooks > 1') }) }),
      expect.objectContaining({ section: 'states', kind: 'added', path: 'review.guard.checking' }),
      expect.objectContaining({ section: 'events', kind: 'added', path: 'events.guard.accepted' }),
      expect.objectContaining({ section: 'texts', kind: 'added', path: 'texts.lanes.guard' }),
    ]));
  });

  it.each<[string, (definition: LicenceDefinition) => void]>([
    ['the validity', (definition) => (definition.validity = null)],
    ['the law', (definition) => (definition.citations = [])],
    ['a topic that is asked only sometimes', (definition) => Object.assign(definition.form.properties?.['wish'] ?? {}, { 'x-when': 'reader.age > 9' })],
    ['an effect of a state', (definition) => definition.machine.states?.['issued']?.entry?.pop()],
    ['who may send an event', (definition) => (definition.events['desk.accepted'] = { by: 'portal', lane: 'desk' })],
    ['a word', (definition) => (definition.texts.en['title'] = 'Card of the library')],
  ])('misses nothing: %s', (_, change) => {
    const after = structuredClone(libraryCard({ version: 2 }));
    change(after);
    expect(diffDefinitions(libraryCard(), after).length).toBeGreaterThan(0);
  });
});

describe('an application in another version', () => {
  it('stands where it stood when its history leads there again', () => {
    const { at, lived } = live(libraryCard(), 'desk.accepted', 'vault.asked', 'vault.told', 'vault.answered');
    const moved = relocate(libraryCard(), libraryCard({ version: 2, clock: { ...clock, days: 9 } }), at.state, lived, nobody);
    expect(moved).toEqual({ state: at.state, status: 'in-review', effects: [], rulings: {}, lanes: { added: [], removed: [], moved: [] } });
  });

  it('is asked by a lane that is new, from its beginning, with its task and its clock', () => {
    const { at, lived } = live(libraryCard(), 'desk.accepted');
    const moved = relocate(libraryCard(), libraryCard({ version: 2, lanes: [desk(), vault(), guard()] }), at.state, lived, nobody);
    expect(moved).toMatchObject({ lanes: { added: ['guard'] }, state: { value: { review: { desk: 'considering', guard: 'checking' } } } });
    expect('effects' in moved && moved.effects.map(({ type }) => type)).toEqual(['requestReview', 'startClock', 'startClock']);
  });

  it('loses the task and the clocks of a lane that is gone', () => {
    const { at, lived } = live(libraryCard());
    const moved = relocate(libraryCard(), libraryCard({ version: 2, lanes: [desk()] }), at.state, lived, nobody);
    expect(moved).toMatchObject({ lanes: { removed: ['vault'] } });
    expect('effects' in moved && moved.effects).toEqual([
      { type: 'stopClock', params: { name: 'vault.due' } },
      { type: 'stopClock', params: { name: 'vault.window' } },
      { type: 'stopClock', params: { name: 'vault.answer' } },
      { type: 'stopClock', params: { name: 'vault.hearing' } },
      { type: 'closeReview', params: { lane: 'vault' } },
    ]);
  });

  it('asks the facts a rule that nobody had asked, and says so, so that the move replays from that alone', () => {
    const { at, lived } = live(libraryCard());
    const after = libraryCard({ version: 2, lanes: [desk(), vault('wish.rareBooks > 5')] });
    const moved = relocate(libraryCard(), after, at.state, lived, ask);
    expect(moved).toMatchObject({ rulings: { 'wish.rareBooks > 5': false }, state: { value: { review: { vault: 'notNeeded' } } } });
    const again = relocate(libraryCard(), after, at.state, lived, (rule) => ('rulings' in moved ? moved.rulings[rule] : undefined));
    expect(again).toEqual(moved);
    expect(relocate(libraryCard(), after, at.state, lived, nobody)).toMatchObject({ why: 'event-not-taken', step: 1 });
  });

  it('has no place where the new version does not take what happened', () => {
    const { at, lived } = live(libraryCard(), 'vault.asked');
    expect(relocate(libraryCard(), libraryCard({ version: 2, lanes: [desk()] }), at.state, lived, ask)).toEqual({ why: 'event-not-taken', step: 2, type: 'vault.asked' });
  });

  it('follows the upgrade of a version that calls its states otherwise', () => {
    const counter = agencyReview('counter', { law: 'commercial-registration', duty: 'registry', clock, reads: ['reader'] });
    const after = libraryCard({ version: 2, lanes: [counter, vault()], upgrade: { from: [1], states: { 'review.desk': 'review.counter' }, events: { 'desk.accepted': 'counter.accepted' } } });
    const { at, lived } = live(libraryCard(), 'desk.accepted');
    const moved = relocate(libraryCard(), after, at.state, lived, ask);
    expect(moved).toMatchObject({ state: { value: { review: { counter: 'considering', vault: 'checking' } } }, lanes: { added: ['counter'], removed: ['desk'] } });
    expect('effects' in moved && moved.effects.map(({ type }) => type)).toEqual(['stopClock', 'stopClock', 'stopClock', 'stopClock', 'closeReview', 'requestReview', 'startClock']);
  });

  it('has no place where the upgrade leads to a state that is not there', () => {
    const after = libraryCard({ version: 2, upgrade: { from: [1], states: { 'review.desk.checking': 'review.desk.dreaming' } } });
    const { at, lived } = live(libraryCard());
    expect(relocate(libraryCard(), after, at.state, lived, ask)).toEqual({ why: 'no-such-state', path: 'review.desk.dreaming' });
  });
});

describe('paths of states', () => {
  it.each([['issued'], [{ review: { desk: 'checking', vault: { asking: 'first' } } }]])('lead back to %j', (value) => {
    expect(valueAt(pathsOf(value))).toEqual(value);
  });

  it('that exclude each other are no state', () => {
    expect(valueAt(['issued', 'issued.twice'])).toBeUndefined();
  });
});
