import fc from 'fast-check';
import { agencyReview } from '../blocks/agency-review';
import type { EventRule, LicenceDefinition } from '../definition/licence-definition';
import type { EffectRef, StateConfig } from '../definition/machine';
import { acceptedEvents, advance, open } from '../engine/advance';
import { canonicalJson } from '../forms/canonical-json';
import { libraryCard } from '../testing/library-card';
import { explore } from './explore';
import { canBeExplored } from './promises/can-be-explored';
import { prove, type Proof } from './prove';
import type { PromiseCode } from './promise';

type States = Record<string, StateConfig>;

/** The toy licence with a fault seeded into it. */
function broken(seed: (definition: LicenceDefinition, states: States) => void): LicenceDefinition {
  const definition = structuredClone(libraryCard());
  seed(definition, definition.machine.states as States);
  return definition;
}

const laneOf = (states: States, lane: string): States => states['review']?.states?.[lane]?.states as States;
const stateOf = (states: States, name: string): StateConfig => states[name] as StateConfig;
const effect = (type: string, params: Record<string, unknown> = {}) => ({ type, params }) as unknown as EffectRef;
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
    expect(proof.states).toBeGreaterThan(2_000);
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

describe('a seeded fault is caught', () => {
  const faults: [PromiseCode, string, LicenceDefinition, RegExp][] = [
    ['is-well-formed', 'an effect that is misspelt', broken((_, states) => {
      (stateOf(states, 'issuing').entry as EffectRef[])[0] = effect('issueLicense');
    }), /machine\.states\.issuing\.entry\.0\.type/],
    ['machine-is-plain-json', 'a transition to nowhere', broken((_, states) => {
      stateOf(states, 'issuing').on = { 'licence.issued': [{ target: 'isued' }] };
    }), /“issuing” leads to “isued”, which is not there/],
    ['names-are-real', 'a rule about a misspelt fact', broken(({ documents }) => {
      if (documents[0]) documents[0].when = 'wish.rareBook > 0';
    }), /The document “letter”: There is no fact “wish\.rareBook”\. Did you mean “wish\.rareBooks”\?/],
    ['names-are-real', 'a lane that reads what nobody is asked', broken(({ lanes }) => {
      lanes[0]?.reads.push('reader.income');
    }), /The lane “desk” reads “reader\.income”/],
    ['names-are-real', 'a lane that reads a paper that is not asked for', broken(({ lanes }) => {
      lanes[0]?.readsDocuments.push('diploma');
    }), /reads the document “diploma”/],
    ['names-are-real', 'a row whose rule reads its own list', broken(({ form }) => {
      Object.assign(form.properties?.['wish']?.properties ?? {}, {
        books: { type: 'array', items: { type: 'object', properties: { isOld: { type: 'boolean' }, age: { type: 'integer', 'x-when': 'wish.books.isOld' } } } },
      });
    }), /The field “wish\.books\.age”: “wish\.books\.isOld” reads the list that it stands in/],
    ['effects-are-valid', 'a task for a lane that is not there', broken((_, states) => {
      stateOf(states, 'issuing').entry?.push(effect('requestReview', { lane: 'cellar', stage: 'decision' }));
    }), /In “issuing”, requestReview names the lane “cellar”/],
    ['effects-are-valid', 'a notice that nobody wrote', broken((_, states) => {
      stateOf(states, 'issuing').entry?.push(effect('tell', { notice: 'congratulations' }));
    }), /sends the notice “congratulations”/],
    ['effects-are-valid', 'a clock that rings with an officer’s event', broken((_, states) => {
      stateOf(states, 'issuing').entry?.push(effect('startClock', { name: 'x', days: 1, unit: 'working', then: 'desk.approved' }));
    }), /would send “desk\.approved”/],
    ['events-are-ruled', 'an event that nobody may send', broken(({ events }) => {
      delete events['vault.accepted'];
    }), /takes “vault\.accepted”, but nothing says who may send it/],
    ['events-are-ruled', 'an event that no state takes', broken(({ events }) => {
      events['desk.closed'] = events['desk.approved'] as EventRule;
    }), /“desk\.closed” may be sent, but no state takes it/],
    ['labels-are-whole', 'a word in one language only', broken(({ texts }) => {
      delete (texts.en as Record<string, string>)['fees.card'];
    }), /no words for “fees\.card” \(en\)/],
    ['labels-are-whole', 'a field without a name', broken(({ form }) => {
      Object.assign(form.properties?.['reader']?.properties ?? {}, { shoeSize: { type: 'integer' } });
    }), /no words for “fields\.reader\.shoeSize” \(th, en\)/],
    ['fee-examples-hold', 'an example that does not come out', broken(({ feeExamples }) => {
      if (feeExamples[0]) feeExamples[0].total = 28;
    }), /Fee example 1: it comes to 27\.5 baht, but the example says 28/],
    ['fee-examples-hold', 'a fee outside of its range', broken(({ fees }) => {
      if (fees[1]) fees[1].range = { min: 10, max: 50 };
    }), /“rare” is 7\.5 baht, outside the range/],
    ['owners-can-act', 'a state that waits for nobody', broken((_, states) => {
      delete laneOf(states, 'desk')['checking']?.meta?.owner;
    }), /“Lending desk: Checking completeness”.*does not say who has to act/],
    ['owners-can-act', 'an applicant who can only give up', broken((definition, states) => {
      laneOf(states, 'desk')['asked'] = { ...laneOf(states, 'desk')['asked'], on: { 'desk.lapsed': [{ target: '#returned' }] } } as StateConfig;
      delete definition.events['desk.answered'];
    }), /waits for applicant, who has nothing to send there/],
    ['every-state-is-reached', 'a state that nothing leads to', broken((_, states) => {
      laneOf(states, 'desk')['dreaming'] = { meta: { label: 'state.considering', owner: 'office:desk' }, on: { 'desk.approved': [{ target: 'approved' }] } };
    }), /No application ever comes to “Lending desk: Deciding” \(review\.desk\.dreaming\): nothing leads there/],
    ['no-dead-end', 'a decision that nobody can take', broken((_, states) => {
      laneOf(states, 'vault')['considering'] = { ...laneOf(states, 'vault')['considering'], on: { 'vault.overdue': [{ actions: [effect('escalate', { lane: 'vault' })] }] } } as StateConfig;
    }), /^An application for “Library card” is filed \(.*“wish\.rareBooks > 0” holds.*\);.*Rare books room records the inspection;.*and then nobody can bring it to an end: it stays in .*“Rare books room: Deciding”\.$/],
    ['joins-fire', 'a lane that a rule leaves waiting', broken((_, states) => {
      laneOf(states, 'vault')['gate'] = {
        meta: { label: 'state.gate', owner: 'office:vault' },
        always: [{ guard: { type: 'rule', params: { rule: 'wish.rareBooks > 0' } }, target: 'checking' }],
        on: { 'vault.approved': [{ target: 'approved', guard: { type: 'rule', params: { rule: 'wish.rareBooks > 20' } } }] },
      };
    }), /“wish\.rareBooks > 0” does not hold.*the lanes of “Under review” can never all be done/],
    ['nothing-issued-unpaid', 'a licence that is made before the fee is paid', broken((_, states) => {
      stateOf(states, 'awaitingPayment').entry?.push(effect('issueLicence'));
    }), /Lending desk approves \(a fee is due\); and then the licence is issued although its fee was never paid\.$/],
    ['nothing-issued-unreviewed', 'a lane that is skipped when its office is late', broken((_, states) => {
      Object.assign(laneOf(states, 'vault')['considering']?.on ?? {}, { 'vault.overdue': [{ target: 'approved' }] });
    }), /the time of Rare books room runs out.*the licence is issued although Rare books room never approved\.$/],
    ['nothing-issued-over-a-refusal', 'a refusal that ends only its own lane', broken((_, states) => {
      Object.assign(laneOf(states, 'desk')['considering']?.on ?? {}, { 'desk.refused': [{ target: 'approved' }] });
    }), /Lending desk refuses.*the licence is issued although Lending desk refused\.$/],
    ['nothing-left-open', 'an end that takes nothing back', broken((_, states) => {
      stateOf(states, 'refused').entry = [effect('tell', { notice: 'refused' })];
    }), /Lending desk refuses; and then it is over, but there is still .*(a task of Lending desk|a task of Rare books room).*the clock/],
    ['offices-have-a-clock', 'an office without a time limit', broken((_, states) => {
      const { entry } = laneOf(states, 'desk')['rechecking'] as StateConfig;
      entry?.splice(1, 1);
    }), /the applicant answers Lending desk; and then an office has to act in “Lending desk: Checking the answer” while no clock runs\.$/],
  ];

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
    const [, , unpaid] = faults.find(([code]) => code === 'nothing-issued-unpaid') ?? faults[0] as (typeof faults)[number];
    expect(Object.entries(isKept(prove(unpaid))).filter(([, kept]) => !kept).map(([code]) => code)).toEqual(['nothing-issued-unpaid']);
  });

  it('with its story in both languages', () => {
    const [, , unpaid] = faults.find(([code]) => code === 'nothing-issued-unpaid') ?? faults[0] as (typeof faults)[number];
    expect(storyOf(unpaid, 'nothing-issued-unpaid')).toEqual({
      th: 'มีผู้ยื่นคำขอ “บัตรห้องสมุด” (“wish.rareBooks > 0” ไม่เป็นจริง); เคาน์เตอร์ยืมคืน ตรวจแล้วว่าคำขอครบถ้วน; เคาน์เตอร์ยืมคืน เห็นชอบ (มีค่าธรรมเนียม); แล้วออกใบอนุญาตทั้งที่ยังไม่ได้ชำระค่าธรรมเนียม',
      en: 'An application for “Library card” is filed (“wish.rareBooks > 0” does not hold); Lending desk finds the file complete; Lending desk approves (a fee is due); and then the licence is issued although its fee was never paid.',
    });
  });
});
