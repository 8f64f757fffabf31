import fc from 'fast-check';
import { agencyReview } from '../blocks/agency-review';
import type { LicenceDefinition } from '../definition/licence-definition';
import type { StateConfig } from '../definition/machine';
import { acceptedEvents, advance, open } from '../engine/advance';
import { canonicalJson } from '../forms/canonical-json';
import { libraryCard } from '../testing/library-card';
import { explore } from './explore';
import { canBeExplored } from './promises/can-be-explored';
import { prove, type Proof } from './prove';
import type { PromiseCode } from './promise';
import { broken, laneOf, smallCard, type SeededFault } from './testing/break';
import { faultsOfConduct } from './testing/faults-of-conduct';
import { faultsOfTime } from './testing/faults-of-time';
import { seededFaults } from './testing/seeded-faults';

const isKept = (proof: Proof) => Object.fromEntries(proof.promises.map((finding) => [finding.code, finding.isKept]));
const storyOf = (definition: LicenceDefinition, code: PromiseCode) => prove(definition).promises.find((finding) => finding.code === code)?.story;

describe('the prover', () => {
  it('proves a good licence', () => {
    const proof = prove(libraryCard());
    expect(proof.promises.filter((finding) => !finding.isKept)).toEqual([]);
    expect(proof).toMatchObject({ code: 'library-card', version: 1, isProved: true });
  });

  it('proves a good licence without a fee, and one whose fee is fixed', () => {
    expect(prove(libraryCard({ fees: [], feeExamples: [] })).isProved).toBe(true);
    const [fee] = libraryCard().fees;
    expect(prove(libraryCard({ fees: fee ? [{ ...fee, amount: '20' }] : [], feeExamples: [{ facts: {}, total: 20 }] })).isProved).toBe(true);
  });

  it('walks through four agencies side by side', () => {
    const { source } = libraryCard().clock;
    const words = Object.fromEntries(['a', 'b', 'c', 'd'].map((id) => [`lanes.${id}`, id]));
    const lane = (id: string, when?: string) => agencyReview(id, { law: 'factory', duty: 'factory', clock: { days: 3, unit: 'working', source }, reads: ['reader'], hasInspection: true, when });
    const { texts } = libraryCard();
    const proof = prove(libraryCard({
      lanes: [lane('a'), lane('b', 'wish.rareBooks > 0'), lane('c', 'wish.rareBooks > 5'), lane('d')],
      documents: [],
      texts: { th: { ...texts.th, ...words }, en: { ...texts.en, ...words } },
    }));
    expect(proof.promises.filter((finding) => !finding.isKept)).toEqual([]);
    expect(proof.isLaneByLane).toBe(true);
  });

  it('misses nothing that the engine can come into, whatever the facts and the events are', () => {
    const definition = libraryCard();
    const walked = new Set(explore(definition).situations.map(({ value }) => canonicalJson(value)));
    const facts = fc.record({ reader: fc.record({ age: fc.integer({ min: 6, max: 30 }) }), wish: fc.record({ rareBooks: fc.option(fc.nat(3)) }) }, { noNullPrototype: true });
    fc.assert(fc.property(facts, fc.array(fc.nat(1_000), { maxLength: 20 }), fc.array(facts), (filed, choices, corrections) => {
      let state = open(definition, filed).state;
      let now = filed;
      for (const choice of choices) {
        expect(walked).toContain(canonicalJson(state.value));
        const events = acceptedEvents(definition, state);
        const event = events[choice % events.length];
        if (event === undefined) break;
        if (definition.events[event]?.carriesAnswers) now = corrections.shift() ?? now;
        state = advance(definition, state, event, now).state;
      }
      expect(walked).toContain(canonicalJson(state.value));
    }));
  });

  it('says so when there is more than it can walk through', () => {
    expect(canBeExplored(libraryCard(), explore(libraryCard(), 10))).toMatchObject({ code: 'can-be-explored', isKept: false });
  });

  it('does not explore what no facts could bring about', () => {
    const gated = (when: string) => broken((_, states) => {
      const gate = laneOf(states, 'vault')['gate'] as StateConfig;
      gate.always = [{ guard: { type: 'rule', params: { rule: 'wish.rareBooks > 0' } }, target: 'checking' }, { guard: { type: 'rule', params: { rule: when } }, target: 'notNeeded' }];
    });
    expect(storyOf(gated('wish.rareBooks <= 0'), 'no-dead-end')).toBeUndefined();
    expect(storyOf(gated('wish.rareBooks < 0'), 'no-dead-end')?.en).toContain('“wish.rareBooks < 0” does not hold');
  });
});

const faults: readonly SeededFault[] = [...seededFaults, ...faultsOfTime, ...faultsOfConduct];

describe('a seeded fault is caught', () => {
  it('in a licence that is whole without it', () => {
    expect(isKept(prove(smallCard()))).toEqual(isKept(prove(libraryCard())));
  });

  it.each(faults)('%s: %s', (code, _, definition, story) => {
    const proof = prove(definition);
    const told = proof.promises.find((finding) => finding.code === code);
    expect(proof.isProved).toBe(false);
    expect(told).toMatchObject({ code, isKept: false });
    expect(told?.story?.en).toMatch(story);
    expect(told?.story?.th).toMatch(/[ก-๙]/);
  });

  it('for every promise', () => {
    const caught = new Set(faults.map(([code]) => code));
    const promised = prove(libraryCard()).promises.map(({ code }) => code);
    expect(promised.filter((code) => !caught.has(code))).toEqual(['can-be-explored']);
  });

  it('and blamed on nothing else, where the rest is whole', () => {
    const [, , unpaid] = faults.find(([code]) => code === 'nothing-issued-unpaid') ?? (faults[0] as SeededFault);
    expect(Object.entries(isKept(prove(unpaid))).filter(([, kept]) => !kept).map(([code]) => code)).toEqual(['nothing-issued-unpaid']);
  });

  it('with its story in both languages', () => {
    const [, , unpaid] = faults.find(([code]) => code === 'nothing-issued-unpaid') ?? (faults[0] as SeededFault);
    expect(storyOf(unpaid, 'nothing-issued-unpaid')).toEqual({
      th: 'มีผู้ยื่นคำขอ “บัตรห้องสมุด” (“wish.rareBooks > 0” ไม่เป็นจริง); ผลเห็นชอบเดิมของ เคาน์เตอร์ยืมคืน ใช้ต่อ (มีค่าธรรมเนียม); แล้วออกใบอนุญาตทั้งที่ยังไม่ได้ชำระค่าธรรมเนียม',
      en: 'An application for “Library card” is filed (“wish.rareBooks > 0” does not hold); the earlier approval of Lending desk is carried over (a fee is due); and then the licence is issued although its fee was never paid.',
    });
  });
});
