import { broken, effect, laneOf, stateOf, type SeededFault } from './break';

/** Faults of what is left behind, billed, or asked of the wrong office. */
export const faultsOfConduct: readonly SeededFault[] = [
  ['no-task-after-its-lane', 'a lane that forgets to close its task', broken((_, states) => {
    const approved = laneOf(states, 'desk')['approved'];
    if (approved) approved.entry = [effect('stopClock', { name: 'desk.due' })];
  }), /Lending desk approves .*; and then Lending desk is done but still holds a task\.$/],
  ['zero-fee-never-waits', 'a bill whatever the fee is', broken((_, states) => {
    const review = stateOf(states, 'review');
    review.onDone = [{ target: 'awaitingPayment' }];
  }), /Lending desk approves; and then a fee is asked for although none may be due\.$/],
  ['lanes-follow-their-rules', 'a lane whose gate asks nothing', broken((_, states) => {
    const gate = laneOf(states, 'vault')['gate'];
    if (gate) gate.always = [{ target: 'checking' }];
  }), /^Rare books room has the rule “wish\.rareBooks > 0”, but reviews whether it holds or not\.$/],
  ['lanes-follow-their-rules', 'a lane whose gate is the wrong way round', broken((_, states) => {
    const gate = laneOf(states, 'vault')['gate'];
    gate?.always?.reverse();
    if (gate?.always?.[0]) gate.always = [{ ...gate.always[0], guard: { type: 'rule', params: { rule: 'wish.rareBooks > 0' } } }, { target: 'checking' }];
  }), /“wish\.rareBooks > 0” does not hold.*Rare books room has to review although “wish\.rareBooks > 0” does not hold\.$/],
];
