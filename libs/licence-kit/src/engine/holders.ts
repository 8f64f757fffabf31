import type { StateValue } from 'xstate';
import type { LicenceDefinition } from '../definition/licence-definition';
import type { StateConfig, StateMeta } from '../definition/machine';

/** The track of an application as a whole: the review, the fee, the issuing. Every lane has one of its own besides. */
export const OWN_TRACK = 'application';

/** Whose time runs on a track. In words of the track: `office` is the lane's own; `lanes` sends on to the lanes; `nobody`: it is over. */
export type Party = 'office' | 'applicant' | 'bank' | 'portal' | 'law' | 'lanes' | 'nobody';

/** Whose time runs on a track, and why. */
export interface Holder {
  party: Party;
  /** A key of the kit's grounds; null when it is nobody's. */
  ground: string | null;
}

export type Holders = Readonly<Record<string, Holder>>;

/** Time that passes from one to another, on one track. */
export interface Handover extends Holder {
  track: string;
}

const USUAL: Record<Exclude<Party, 'nobody'>, string> = {
  office: 'office-time', applicant: 'applicant-time', bank: 'bank-time', portal: 'issuing', law: 'prior-licence', lanes: 'lanes-review',
};

const nobody: Holder = { party: 'nobody', ground: null };

/**
 * Whose time runs in a state, on the application's own track and on every lane that is open. Read off the definition and the state and
 * nothing else: of nested states the innermost that names an owner counts; a lane that is decided, or was never needed, has no holder.
 */
export function holdersOf({ machine }: Pick<LicenceDefinition, 'machine'>, value: StateValue): Holders {
  const holders: Record<string, Holder> = {};
  holders[OWN_TRACK] = holderIn(machine, value, undefined, (lane, holder) => {
    if (holder.party !== 'nobody') holders[lane] = holder;
  });
  return holders;
}

/** What changes hands when one state follows another; lanes that were open and are no longer pass to nobody. */
export function handoversBetween(before: Holders, after: Holders): Handover[] {
  const tracks = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  return tracks.flatMap((track) => {
    const then = before[track] ?? nobody;
    const now = after[track] ?? nobody;
    return then.party === now.party && then.ground === now.ground ? [] : [{ track, ...now }];
  });
}

function holderIn(config: StateConfig, value: StateValue | undefined, above: StateMeta | undefined, onLane: (lane: string, holder: Holder) => void): Holder {
  const meta = config.meta?.owner ? config.meta : above;
  if (config.type === 'final') return nobody;
  const below = value === undefined ? {} : typeof value === 'string' ? { [value]: undefined } : value;
  if (config.type === 'parallel') {
    for (const [lane, inside] of Object.entries(below)) onLane(lane, holderIn(config.states?.[lane] ?? {}, inside, undefined, onLane));
    return { party: 'lanes', ground: USUAL.lanes };
  }
  const [[name, inside] = [undefined, undefined]] = Object.entries(below);
  const child = name === undefined ? undefined : config.states?.[name];
  return child ? holderIn(child, inside, meta, onLane) : holderFrom(meta);
}

function holderFrom(meta: StateMeta | undefined): Holder {
  if (!meta?.owner) return nobody;
  const party = meta.owner.startsWith('office:') ? 'office' : (meta.owner as Exclude<Party, 'office' | 'lanes' | 'nobody'>);
  return { party, ground: meta.ground ?? USUAL[party] };
}
