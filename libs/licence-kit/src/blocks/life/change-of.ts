import type { LaneDefinition, LicenceDefinition } from '../../definition/licence-definition';
import type { MachineConfig, StateConfig } from '../../definition/machine';
import { STOOD } from '../lane/standing-verdict';

const ENDS = ['issuing', 'issued', 'refused', 'returned', 'withdrawn'];

/** The code of the definition by which the licences of a type are changed. */
export function changeCode(code: string): string {
  return `${code}:change`;
}

/**
 * How a licence of the type is changed: the same lanes, but only those look whose facts or papers the change touches
 * (`filing.touches`). It waits for no other licence, and costs nothing.
 */
export function changeOf(definition: LicenceDefinition): LicenceDefinition {
  const { life: _, follows: __, payment: ___, ...licence } = definition;
  const lanes = definition.lanes.map((lane) => ({ ...lane, when: touchedBy(lane) }));
  const machine = machineOf(definition, lanes);
  const taken = eventsIn(machine);
  const made: LicenceDefinition = {
    ...licence,
    code: changeCode(definition.code),
    changeOf: definition.code,
    lanes,
    machine,
    events: Object.fromEntries(Object.entries(definition.events).filter(([type]) => taken.has(type))),
    fees: [],
    feeExamples: [],
    dependsOn: [],
  };
  return JSON.parse(JSON.stringify(made)) as LicenceDefinition;
}

function touchedBy({ id, when }: LaneDefinition): string {
  const touched = `list contains(filing.touches, "${id}")`;
  return when ? `(${when}) and ${touched}` : touched;
}

function machineOf({ code, machine }: LicenceDefinition, lanes: readonly LaneDefinition[]): MachineConfig {
  const states = machine.states ?? {};
  const review = states['review'];
  if (!review?.states) throw new Error(`Licence "${code}" has no lanes side by side.`);
  const regions = Object.fromEntries(lanes.map((lane) => [lane.id, gated(review.states?.[lane.id] ?? {}, lane.when ?? 'true')]));
  return {
    ...machine,
    id: changeCode(code),
    initial: 'review',
    states: {
      review: { ...review, states: regions, onDone: [{ target: 'issuing' }] },
      ...Object.fromEntries(ENDS.map((name) => [name, states[name] ?? {}])),
    },
  };
}

/** A lane that begins with the question whether it is touched at all. */
function gated(region: StateConfig, rule: string): StateConfig {
  const { gate: _, notNeeded: __, [STOOD]: ___, ...states } = region.states ?? {};
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
      notNeeded: { type: 'final', meta: { label: 'state.notNeeded', station: 'hidden' } },
    },
  };
}

function eventsIn(state: StateConfig): Set<string> {
  return new Set([...Object.keys(state.on ?? {}), ...Object.values(state.states ?? {}).flatMap((child) => [...eventsIn(child)])]);
}
