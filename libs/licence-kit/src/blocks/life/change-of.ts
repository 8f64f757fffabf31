import type { LaneDefinition, LicenceDefinition } from '../../definition/licence-definition';
import type { MachineConfig, StateConfig } from '../../definition/machine';
import { STOOD } from '../lane/standing-verdict';

const ENDS = ['issuing', 'issued', 'refused', 'returned', 'withdrawn', 'licenceGone'];

/** The code of the definition by which the licences of a type are changed. */
export function changeCode(code: string): string {
  return `${code}:change`;
}

/**
 * How a licence of the type is changed: the same lanes, but only those look whose facts or papers the change touches
 * (`filing.touches`). It waits for no other licence, and costs what its law charges for a change, which is paid before it takes effect.
 */
export function changeOf(definition: LicenceDefinition): LicenceDefinition {
  const { life, follows: __, payment: ___, ...licence } = definition;
  const fees = life?.change?.fees ?? [];
  const lanes = definition.lanes.map((lane) => ({ ...lane, when: touchedBy(lane) }));
  const machine = machineOf(definition, lanes, fees.length > 0);
  const taken = eventsIn(machine);
  const made: LicenceDefinition = {
    ...licence,
    code: changeCode(definition.code),
    changeOf: definition.code,
    lanes,
    machine,
    events: Object.fromEntries(Object.entries(definition.events).filter(([type]) => taken.has(type))),
    fees,
    feeExamples: life?.change?.feeExamples ?? [],
    dependsOn: [],
  };
  return JSON.parse(JSON.stringify(made)) as LicenceDefinition;
}

function touchedBy({ id, when }: LaneDefinition): string {
  const touched = `list contains(filing.touches, "${id}")`;
  return when ? `(${when}) and ${touched}` : touched;
}

function machineOf({ code, machine }: LicenceDefinition, lanes: readonly LaneDefinition[], isCharged: boolean): MachineConfig {
  const states = machine.states ?? {};
  const review = states['review'];
  const { awaitingPayment } = states;
  if (isCharged && !awaitingPayment) throw new Error(`Licence "${code}" charges for changes, but has no fee of its own.`);
  if (!review?.states) throw new Error(`Licence "${code}" has no lanes side by side.`);
  const regions = Object.fromEntries(lanes.map((lane) => [lane.id, gated(review.states?.[lane.id] ?? {}, lane.when ?? 'true', isCharged)]));
  return {
    ...machine,
    id: changeCode(code),
    initial: 'review',
    states: {
      review: { ...review, states: regions, onDone: [...(isCharged ? [{ guard: { type: 'feeIsDue' as const, params: {} }, target: 'awaitingPayment' }] : []), { target: 'issuing' }] },
      ...(isCharged && awaitingPayment ? { awaitingPayment: withoutCalls(awaitingPayment) } : {}),
      ...Object.fromEntries(ENDS.map((name) => [name, states[name] ?? {}])),
    },
  };
}

/** A lane that begins with the question whether it is touched at all. */
function gated(region: StateConfig, rule: string, isCharged: boolean): StateConfig {
  const { gate: _, notNeeded: __, [STOOD]: stood, ...states } = region.states ?? {};
  const first = region.initial === 'gate' ? 'checking' : region.initial;
  return {
    ...region,
    initial: 'gate',
    states: {
      gate: {
        meta: { label: 'state.gate', station: 'hidden' },
        always: [{ guard: { type: 'rule', params: { rule } }, target: first }, { target: 'notNeeded' }],
      },
      ...states,
      ...(isCharged && stood ? { [STOOD]: withoutCalls(stood) } : {}),
      notNeeded: { type: 'final', meta: { label: 'state.notNeeded', station: 'hidden' } },
    },
  };
}

/** Which lanes look is settled when a change is filed: no correction calls another. */
function withoutCalls(state: StateConfig): StateConfig {
  return { ...state, on: Object.fromEntries(Object.entries(state.on ?? {}).filter(([type]) => !type.endsWith('.called'))) };
}

function eventsIn(state: StateConfig): Set<string> {
  return new Set([...Object.keys(state.on ?? {}), ...Object.values(state.states ?? {}).flatMap((child) => [...eventsIn(child)])]);
}
