import { advance, canonicalJson, open, pickFacts, readSetOf, setFact, type CaseAnswers, type LicenceDefinition, type StoredState } from '@anuyat/licence-kit';
import { libraryCard } from '@anuyat/licence-kit/testing';
import fc from 'fast-check';
import { factsOf, type CaseFacts } from '../application-row';
import { reopeningsOf, type FoundApplication } from './reopenings';
import { sealOf } from './review-seal';

const card = libraryCard();
const base: CaseAnswers = { reader: { name: 'สมหญิง', age: 30 }, wish: { rareBooks: 3, purpose: 'pleasure' } };
const file = (answers: CaseAnswers, documents: CaseFacts['documents'] = [], answersRevision = 0): CaseFacts => ({ answers, documents, answersRevision, place: {}, filedOn: '2026-11-23' });

/** An application whose lanes have read `facts` and stand where these events led. */
function found(events: string[], facts: CaseFacts, reviewed: string[], id = 'a1', definition: LicenceDefinition = card): FoundApplication {
  let state: StoredState = open(definition, factsOf(facts)).state;
  for (const type of events) state = advance(definition, state, type, factsOf(facts)).state;
  return { id, definition, state, seals: new Map(reviewed.map((lane) => [lane, sealOf(definition, lane, facts)])) };
}

const both = ['desk.accepted', 'vault.accepted'];
const outcomes = (applications: FoundApplication[], before: CaseFacts, after: CaseFacts) =>
  reopeningsOf(applications, before, after).lanes.map(({ applicationId, lane, outcome }) => `${applicationId} ${lane} ${outcome}`);

describe('a correction', () => {
  it('asks again whoever read what changed, and nobody else', () => {
    const before = file(base);
    const after = file(setFact(base, 'reader.age', 31));
    expect(outcomes([found(both, before, ['desk', 'vault'])], before, after)).toEqual(['a1 desk reopened', 'a1 vault kept']);
  });

  it('says what changed, as far as the lane reads it', () => {
    const before = file(base);
    const after = file(setFact(setFact(base, 'reader.age', 31), 'wish.rareBooks', 4));
    const { lanes } = reopeningsOf([found(both, before, ['desk', 'vault'])], before, after);
    expect(lanes.map(({ lane, changed }) => [lane, changed])).toEqual([['desk', ['reader.age']], ['vault', ['wish.rareBooks']]]);
  });

  it('of a paper asks again whoever read it', () => {
    const before = file(base, [{ code: 'letter', sha256: 'a' }]);
    const after = file(base, [{ code: 'letter', sha256: 'a' }, { code: 'letter', sha256: 'b' }]);
    const { lanes } = reopeningsOf([found(both, before, ['desk', 'vault'])], before, after);
    expect(lanes.map(({ lane, outcome, documents }) => [lane, outcome, documents])).toEqual([['vault', 'reopened', ['letter']], ['desk', 'kept', []]]);
  });

  it('closes a lane that is no longer needed, and calls one that now is', () => {
    const [some, none] = [file(base), file(setFact(base, 'wish.rareBooks', 0))];
    expect(outcomes([found(both, some, ['desk', 'vault'])], some, none)).toEqual(['a1 vault released', 'a1 desk kept']);
    expect(outcomes([found(['desk.accepted'], none, ['desk'])], none, some)).toEqual(['a1 vault called', 'a1 desk kept']);
  });

  it('before the fee is paid leads back to whoever read what changed, and to nobody else', () => {
    const done = [...both, 'vault.inspectionPlanned', 'vault.inspectionRecorded', 'vault.approved', 'desk.approved'];
    const before = file(base);
    const application = found(done, before, ['desk', 'vault']);
    expect(application.state.value).toBe('awaitingPayment');
    const older = file(setFact(base, 'reader.age', 31));
    expect(reopeningsOf([application], before, older)).toMatchObject({ lanes: [{ lane: 'desk', outcome: 'reopened' }, { lane: 'vault', outcome: 'kept' }], feesChanged: [] });
    const back = advance(card, application.state, 'desk.reopened', factsOf(older));
    expect(back).toMatchObject({ state: { value: { review: { desk: 'reviewing', vault: 'stood' } } }, status: 'in-review' });
    expect(back.effects.map(({ type }) => type)).toContain('cancelPayment');
    expect(advance(card, advance(card, back.state, 'desk.accepted', factsOf(older)).state, 'desk.approved', factsOf(older)).status).toBe('awaiting-payment');
  });

  it('before the fee is paid calls a lane that now is needed, and has one that no longer is close with the others', () => {
    const none = file(setFact(base, 'wish.rareBooks', 0));
    const quick = found(['desk.accepted', 'desk.approved'], none, ['desk']);
    expect(outcomes([quick], none, file(base))).toEqual(['a1 vault called', 'a1 desk kept']);
    expect(advance(card, quick.state, 'vault.called', factsOf(file(base))).state.value).toEqual({ review: { desk: 'stood', vault: 'checking' } });
    const done = found([...both, 'vault.inspectionPlanned', 'vault.inspectionRecorded', 'vault.approved', 'desk.approved'], file(base), ['desk', 'vault']);
    expect(outcomes([done], file(base), none)).toEqual(['a1 desk kept', 'a1 vault told']);
    expect(reopeningsOf([done], file(base), none).feesChanged).toEqual(['a1']);
    expect(outcomes([done], file(base), file(setFact(none.answers, 'reader.age', 31)))).toEqual(['a1 desk reopened', 'a1 vault released']);
  });

  it('changes a fee by the rates of the office, not by the published ones alone', () => {
    const source = { from: 'ข้อบัญญัติ', isVerified: false, effectiveFrom: '2026-01-01' };
    const charged = libraryCard({
      rates: [{ item: 'child', value: 0, source }],
      fees: [{ code: 'card', amount: 'if reader.age < 18 then rates.child else 20', range: { min: 0, max: 20 }, source }],
    });
    const before = file(setFact(setFact(base, 'wish.rareBooks', 0), 'reader.age', 19));
    const after = file(setFact(before.answers, 'reader.age', 9));
    const changes = (child: number) => reopeningsOf([{ ...found(['desk.accepted', 'desk.approved'], before, [], 'a1', charged), rates: { child } }], before, after).feesChanged;
    expect([changes(5), changes(20)]).toEqual([['a1'], []]);
  });

  it('asks exactly those again whose reading meets what changed, over generated cases', () => {
    const answers = fc.record({
      reader: fc.record({ name: fc.constantFrom('สมหญิง', 'มาลี'), age: fc.constantFrom(9, 30, 31) }),
      wish: fc.record({ rareBooks: fc.constantFrom(1, 2, 3), purpose: fc.constantFrom('study', 'pleasure') }),
    });
    const papers = fc.subarray([{ code: 'letter', sha256: 'a' }, { code: 'letter', sha256: 'b' }, { code: 'plan', sha256: 'c' }]);
    const steps = fc.constantFrom([], ['desk.accepted'], both, ['desk.accepted', 'desk.approved'], [...both, 'desk.approved']);
    fc.assert(fc.property(answers, answers, papers, papers, fc.array(steps, { minLength: 1, maxLength: 3 }), (first, second, had, has, walks) => {
      const [before, after] = [file(first, had), file(second, has, 1)];
      const reviewedIn = (events: string[]): string[] => card.lanes.map(({ id }) => id).filter((id) => events.some((type) => type.startsWith(`${id}.`)));
      const applications = walks.map((events, at) => found(events, before, reviewedIn(events), `a${at}`));
      const expected = walks.flatMap((events, at) => card.lanes.filter(({ id }) => reviewedIn(events).includes(id)).filter((lane) => {
        const { facts, documents } = readSetOf(card, lane);
        const read = (answersOf: CaseAnswers, held: CaseFacts['documents']): string =>
          canonicalJson([pickFacts(answersOf, facts), held.filter(({ code }) => documents.includes(code)).map(({ sha256 }) => sha256).sort()]);
        return read(first, had) !== read(second, has);
      }).map(({ id }) => `a${at} ${id}`));
      const reopened = reopeningsOf(applications, before, after).lanes.filter(({ outcome }) => outcome === 'reopened').map(({ applicationId, lane }) => `${applicationId} ${lane}`);
      expect(reopened.toSorted()).toEqual(expected.toSorted());
    }), { numRuns: 200 });
  });
});
