import type { EventRule } from '../../definition/licence-definition';
import type { EffectRef, StateConfig } from '../../definition/machine';
import { broken, effect, laneOf, stateOf, type SeededFault } from './break';

/** The faults that a definition can be born with, one or more for each promise of the first days. */
export const seededFaults: readonly SeededFault[] = [
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
      books: { type: 'array', maxItems: 9, items: { type: 'object', properties: { isOld: { type: 'boolean' }, age: { type: 'integer', 'x-when': 'wish.books.isOld' } } } },
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
  }), /earlier approval of Lending desk is carried over \(a fee is due\); and then the licence is issued although its fee was never paid\.$/],
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
    const [answered] = laneOf(states, 'desk')['asked']?.on?.['desk.answered'] ?? [];
    delete answered?.actions;
  }), /the applicant answers Lending desk; and then an office has to act in “Lending desk: Checking the answer” while no clock runs\.$/],
];
