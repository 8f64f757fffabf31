import { ENDED, holdersOf, lanesOf, OWN_TRACK, statusOf, type LicenceDefinition, type Party, type StoredState } from '@anuyat/licence-kit';
import { Interned } from './interned';

/** A lane that is not decided: in which state, and whose time it is. */
export interface OpenLane {
  readonly lane: string;
  readonly state: string;
  readonly party: Party;
}

/** Where an application stands, as far as the rest of its way depends on it. */
export interface Situation {
  readonly lanes: readonly OpenLane[];
  /** Its own state outside of the review, such as `awaitingPayment`; null while lanes review, and at its end. */
  readonly own: string | null;
  readonly end: 'none' | 'decided' | 'withdrawn';
  /** Whether it ended with what was asked for. */
  readonly isGranted: boolean;
}

const known = new WeakMap<LicenceDefinition, Interned<Situation>>();

/** The situation of a state; of the definition only whose time a state is. Of equal ones always the same. */
export function situationOf(definition: LicenceDefinition, { value }: Pick<StoredState, 'value'>): Situation {
  let interned = known.get(definition);
  if (!interned) known.set(definition, (interned = new Interned()));
  return interned.of(JSON.stringify(value), () => readSituation(definition, value));
}

function readSituation(definition: LicenceDefinition, value: StoredState['value']): Situation {
  const states = lanesOf(value);
  const lanes = Object.entries(holdersOf(definition, value)).flatMap(([lane, { party }]): OpenLane[] =>
    lane === OWN_TRACK || party === 'nobody' ? [] : [{ lane, state: states[lane] ?? '', party }],
  );
  const status = statusOf(value);
  const hasEnded = typeof value === 'string' && ENDED.includes(status);
  return {
    lanes,
    own: hasEnded || typeof value !== 'string' ? null : value,
    end: !hasEnded ? 'none' : status === 'withdrawn' || status === 'annulled' ? 'withdrawn' : 'decided',
    isGranted: status === 'issued' || status === 'granted',
  };
}
