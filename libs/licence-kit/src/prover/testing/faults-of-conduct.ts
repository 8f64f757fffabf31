import { broken, effect, laneOf, stateOf, withSecondOfficer, type SeededFault } from './break';

/** Faults of what is left behind, billed, or asked of the wrong office. */
export const faultsOfConduct: readonly SeededFault[] = [
  ['no-task-after-its-lane', 'a lane that forgets to close its task', broken((_, states) => {
    const approved = laneOf(states, 'desk')['approved'];
    if (approved) approved.entry = [effect('stopClock', { name: 'desk.due' })];
  }), /earlier approval of Lending desk is carried over.*; and then Lending desk is done but still holds a task\.$/],
  ['zero-fee-never-waits', 'a bill whatever the fee is', broken((_, states) => {
    const review = stateOf(states, 'review');
    review.onDone = [{ target: 'awaitingPayment' }];
  }), /earlier approval of Lending desk is carried over; and then a fee is asked for although none may be due\.$/],
  ['lanes-follow-their-rules', 'a lane whose gate asks nothing', broken((_, states) => {
    const gate = laneOf(states, 'vault')['gate'];
    if (gate) gate.always = [{ target: 'checking' }];
  }), /^Rare books room has the rule “wish\.rareBooks > 0”, but reviews whether it holds or not\.$/],
  ['lanes-follow-their-rules', 'a lane whose gate is the wrong way round', broken((_, states) => {
    const gate = laneOf(states, 'vault')['gate'];
    gate?.always?.reverse();
    if (gate?.always?.[0]) gate.always = [{ ...gate.always[0], guard: { type: 'rule', params: { rule: 'wish.rareBooks > 0' } } }, { target: 'checking' }];
  }), /“wish\.rareBooks > 0” does not hold.*Rare books room has to review although “wish\.rareBooks > 0” does not hold\.$/],
  ['nobody-reviews-and-approves', 'a verdict that whoever proposed it may give', withSecondOfficer((definition) => {
    delete definition.events['desk.approved']?.hand;
  }), /Lending desk: whoever proposed may send “desk\.approved” too/],
  ['nobody-reviews-and-approves', 'a verdict that nobody proposed', withSecondOfficer((_, states) => {
    Object.assign(laneOf(states, 'desk')['considering']?.on ?? {}, { 'desk.approved': [{ target: 'approved' }] });
  }), /In “Lending desk: Deciding” a verdict can be given that nobody proposed/],
];
