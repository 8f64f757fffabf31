import type { StateConfig } from '../../definition/machine';
import { broken, effect, laneOf, type SeededFault } from './break';

const secondDemand = { type: 'object' as const, required: ['ground'], properties: { ground: { type: 'string' as const } } };

/** A lane that asks a second time while it decides, and whose time limit then begins anew. */
function asksAgain(states: Record<string, StateConfig>, restarts: boolean): void {
  const desk = laneOf(states, 'desk');
  Object.assign(desk['considering']?.on ?? {}, { 'desk.demanded': [{ target: 'askedOnceMore' }] });
  const clock = { name: 'desk.due', lane: 'desk', days: 3, unit: 'working', then: 'desk.overdue' };
  desk['askedOnceMore'] = {
    meta: { label: 'state.asked', owner: 'applicant' },
    entry: [effect('requestAnswer', { lane: 'desk' }), ...(restarts ? [effect('stopClock', { name: 'desk.due' })] : [])],
    on: { 'desk.answered': [{ target: 'lastLook' }], 'desk.returned': [{ target: '#returned' }] },
  };
  desk['lastLook'] = {
    meta: { label: 'state.considering', owner: 'office:desk' },
    entry: restarts ? [effect('startClock', clock)] : [],
    on: { 'desk.approved': [{ target: 'approved' }], 'desk.overdue': [{ actions: [effect('escalate', { lane: 'desk' })] }] },
  };
}

/** Faults of time limits and of rounds. */
export const faultsOfTime: readonly SeededFault[] = [
  ['longest-path-is-lawful', 'a lane with more time than the licence', broken(({ clock }) => {
    clock.days = 4;
  }), /^An application for “Library card” is filed.*Rare books room may have taken 5 working days, while the law gives 4 working days\.$/],
  ['longest-path-is-lawful', 'working days that are more than the calendar days of the licence', broken(({ clock }) => {
    clock.days = 6;
    clock.unit = 'calendar';
  }), /Rare books room may have taken 7 calendar days, while the law gives 6 calendar days\.$/],
  ['longest-path-is-lawful', 'a second demand that begins the time limit anew', broken(({ events }, states) => {
    asksAgain(states, true);
    events['desk.demanded'] = { by: 'officer', lane: 'desk', permission: 'review', data: secondDemand };
  }), /Lending desk finds the file complete; .*the applicant answers Lending desk; .*Lending desk may have taken 6 working days, while the law gives 5/],
  ['loops-are-bounded', 'a question that can be asked for ever', broken((_, states) => {
    Object.assign(laneOf(states, 'desk')['rechecking']?.on ?? {}, { 'desk.asked': [{ target: 'asked' }] });
  }), /the applicant can be asked again and again without end\.$/],
  ['loops-are-bounded', 'a time limit that an office can begin anew', broken((_, states) => {
    const clock = effect('startClock', { name: 'vault.due', lane: 'vault', days: 5, unit: 'working', then: 'vault.overdue' });
    Object.assign(laneOf(states, 'vault')['planning']?.on ?? {}, { 'vault.accepted': [{ actions: [clock] }] });
  }), /its time limit can begin again and again without end\.$/],
  ['no-second-question-without-ground', 'a second demand without a ground', broken(({ events }, states) => {
    asksAgain(states, false);
    events['desk.demanded'] = { by: 'officer', lane: 'desk', permission: 'review' };
  }), /Lending desk asks the applicant; .*“desk\.demanded” happens; and then Lending desk has asked a second time without having to give a legal ground\.$/],
  ['no-second-question-without-ground', 'a second demand that no supervisor agrees to', broken(({ events }, states) => {
    asksAgain(states, false);
    events['desk.demanded'] = { by: 'officer', lane: 'desk', permission: 'review', data: secondDemand };
  }), /“desk\.demanded” happens; and then Lending desk has asked a second time without a supervisor’s consent\.$/],
  ['deemed-approval-only-by-law', 'silence that counts as approval', broken((_, states) => {
    Object.assign(laneOf(states, 'vault')['considering']?.on ?? {}, { 'vault.overdue': [{ target: 'approved' }] });
  }), /the time of Rare books room runs out; and then it counts as approved because the time ran out, which no law here allows\.$/],
  ['deemed-approval-only-by-law', 'silence that counts as approval too early', broken((definition, states) => {
    const [citation] = definition.citations;
    if (citation) definition.deemedApproval = { days: 9, unit: 'working', citation };
    Object.assign(laneOf(states, 'vault')['considering']?.on ?? {}, { 'vault.overdue': [{ target: 'approved' }] });
  }), /it counts as approved after 5 working days, while the law says 9 working days\.$/],
];

/** As the faults of time, and yet lawful: the prover has to accept these. */
export const lawfulInTime = {
  /** A second demand that gives its ground and leaves the time limit running from where it was. */
  secondDemand: broken(({ events, texts }, states) => {
    Object.assign(texts.th, { 'event.demanded': 'เรียกเพิ่ม' });
    Object.assign(texts.en, { 'event.demanded': 'Demanded more' });
    asksAgain(states, false);
    events['desk.demanded'] = { by: 'officer', lane: 'desk', permission: 'supervise', data: secondDemand };
  }),
  deemedApproval: broken((definition, states) => {
    const [citation] = definition.citations;
    if (citation) definition.deemedApproval = { days: 5, unit: 'working', citation };
    Object.assign(laneOf(states, 'vault')['considering']?.on ?? {}, { 'vault.overdue': [{ target: 'approved' }] });
  }),
  /** A reminder every seven days until the office decides. */
  delayNotices: broken(({ events, texts }, states) => {
    Object.assign(texts.th, { 'event.delayed': 'แจ้งความล่าช้า' });
    Object.assign(texts.en, { 'event.delayed': 'Told of the delay' });
    const vault = laneOf(states, 'vault');
    const clock = effect('startClock', { name: 'vault.delay', lane: 'vault', days: 7, unit: 'calendar', then: 'vault.delayed' });
    events['vault.delayed'] = { by: 'portal', lane: 'vault' };
    Object.assign(vault['considering']?.on ?? {}, { 'vault.overdue': [{ actions: [clock] }], 'vault.delayed': [{ actions: [clock] }] });
    vault['approved']?.entry?.push(effect('stopClock', { name: 'vault.delay' }));
  }),
};
