import type { JsonSchema } from '../definition/json-schema';
import type {
  Clock, DocumentRequirement, EventRule, FeeExample, FeeItem, LicenceDefinition, LicenceKind, PublishedRate, Upgrade, Validity,
} from '../definition/licence-definition';
import type { LifeRules, PaymentRules } from '../definition/life-rules';
import type { EffectRef, MachineConfig, StateConfig, TransitionConfig } from '../definition/machine';
import type { Citation } from '../definition/source';
import type { LaneBlock } from './agency-review';
import { effect } from './effects';
import { eventData } from './event-data';
import { backFromPayment, reopenedTo, withStandingVerdict } from './lane/standing-verdict';
import { prerequisiteBlock } from './prerequisites';

export interface LicenceOptions {
  code: string;
  version: number;
  kind: LicenceKind;
  citations: Citation[];
  clock: Clock;
  lanes: LaneBlock[];
  form: JsonSchema;
  documents: DocumentRequirement[];
  fees: FeeItem[];
  /** Read by the fees' formulas as `rates.ITEM`. */
  rates?: PublishedRate[];
  feeExamples?: FeeExample[];
  /** Until when the bill has to be paid, and what being late adds. */
  payment?: PaymentRules;
  validity: Validity | null;
  life?: LifeRules;
  /** Licence types that the law puts first: until they are there, this one waits. */
  dependsOn?: string[];
  /** Left out, silence never counts as approval. */
  deemedApproval?: LicenceDefinition['deemedApproval'];
  /** Licence types that usually come first; this one goes on beside them. */
  follows?: string[];
  texts: { th: Record<string, string>; en: Record<string, string> };
  /** How applications of earlier versions move to this one. */
  upgrade?: Upgrade;
}

/**
 * A licence type from its building blocks: all lanes review side by side, then the fee if there is any, then the licence.
 * What the law puts after other licences waits for them first ({@link prerequisiteBlock}). A refusal or a return by one lane ends the application at once and takes back what the others were asked.
 * @returns plain JSON; what cannot be said in JSON is an error here.
 */
export function defineLicence(given: LicenceOptions): LicenceDefinition {
  const hasFees = given.fees.length > 0;
  const options = { ...given, lanes: lanesOf(given.lanes, hasFees) };
  const repeated = options.lanes.map(({ lane }) => lane.id).find((id, at, all) => all.indexOf(id) !== at);
  if (repeated) throw new Error(`Licence "${options.code}" has two lanes named "${repeated}".`);
  const definition: LicenceDefinition = {
    format: 1,
    code: options.code,
    version: options.version,
    kind: options.kind,
    citations: options.citations,
    lanes: options.lanes.map(({ lane }) => lane),
    machine: machineOf(options, hasFees),
    events: { ...Object.assign({}, ...options.lanes.map(usedEvents)), ...(hasFees ? eventsBack(given.lanes) : {}), ...commonEvents(hasFees), ...prerequisiteBlock(options.dependsOn ?? [], {}).events },
    form: options.form,
    documents: options.documents,
    fees: options.fees,
    ...(options.rates?.length ? { rates: options.rates } : {}),
    feeExamples: options.feeExamples ?? [],
    ...(options.payment ? { payment: options.payment } : {}),
    clock: options.clock,
    validity: options.validity,
    ...(options.life ? { life: options.life } : {}),
    dependsOn: options.dependsOn ?? [],
    ...(options.deemedApproval ? { deemedApproval: options.deemedApproval } : {}),
    ...(options.follows?.length ? { follows: options.follows } : {}),
    texts: options.texts,
    ...(options.upgrade ? { upgrade: options.upgrade } : {}),
  };
  return JSON.parse(JSON.stringify(definition)) as LicenceDefinition;
}

function commonEvents(hasFees: boolean): Record<string, EventRule> {
  return {
    withdrawn: { by: 'applicant', data: eventData.note },
    ...(hasFees
      ? {
          'fee.paid': { by: 'portal', data: { type: 'object' } } as const,
          'fee.changed': { by: 'portal', data: eventData.corrected, followsCorrection: true } as const,
        }
      : {}),
    'licence.issued': { by: 'portal', data: { type: 'object' } },
    'licence.gone': { by: 'portal', data: eventData.licenceGone },
  };
}

function machineOf({ code, lanes, dependsOn = [] }: Pick<LicenceOptions, 'code' | 'lanes' | 'dependsOn'>, hasFees: boolean): MachineConfig {
  const canWithdraw = { withdrawn: [{ target: '#withdrawn' }] };
  const endsEarly = { ...canWithdraw, ...losesLicence };
  const order = prerequisiteBlock(dependsOn, endsEarly);
  const awaitingPayment: StateConfig = {
    meta: { label: 'state.awaitingPayment', owner: 'applicant', ground: 'fee-due' },
    entry: [effect('requestPayment', {}), effect('tell', { notice: 'fee-due' })],
    on: { 'fee.paid': [{ target: 'issuing' }], 'fee.changed': [{ guard: { type: 'feeIsDue', params: {} }, target: 'awaitingPayment', reenter: true }, { target: 'issuing', actions: [effect('cancelPayment', {})] }], ...Object.assign({}, ...lanes.map((lane) => backFromPayment(lane, lanes.length > 1))), ...endsEarly },
  };
  return {
    id: code,
    initial: order.initial,
    states: {
      ...order.states,
      review: {
        type: 'parallel',
        meta: { label: 'state.review', station: 'hidden' },
        on: endsEarly,
        states: Object.fromEntries(lanes.map(({ lane, region }) => [lane.id, region])),
        onDone: [...(hasFees ? [{ guard: { type: 'feeIsDue' as const, params: {} }, target: 'awaitingPayment' }] : []), { target: 'issuing' }],
      },
      ...(hasFees ? { awaitingPayment } : {}),
      issuing: {
        meta: { label: 'state.issuing', owner: 'portal' },
        entry: [effect('issueLicence', {})],
        on: { 'licence.issued': [{ target: 'issued' }], ...losesLicence },
      },
      issued: end('issued'),
      refused: end('refused'),
      returned: end('returned'),
      withdrawn: end('withdrawn'),
      licenceGone: licenceGone(),
    },
  };
}

const losesLicence: Record<string, TransitionConfig[]> = { 'licence.gone': [{ target: '#licenceGone' }] };

/**
 * What renews or changes a licence ends when the revocation of that licence is final: there is nothing left that could be renewed or changed. What was
 * paid for it is given back, and the end is an order of its own, with its reasons and how to appeal (Administrative Procedure Act B.E. 2539 ss.34-40).
 */
function licenceGone(): StateConfig {
  return {
    id: 'licenceGone',
    type: 'final',
    meta: { label: 'state.licenceGone', outcome: 'closed' },
    entry: [effect('closeAll', {}), effect('giveBackFee', {}), effect('writeOrder', { kind: 'closing' }), effect('tell', { notice: 'filing-ended' })],
  };
}

function end(outcome: 'issued' | 'refused' | 'returned' | 'withdrawn'): StateConfig {
  return {
    id: outcome,
    type: 'final',
    meta: { label: `state.${outcome}`, outcome },
    entry: [effect('closeAll', {}), ...writtenOrder(outcome), effect('tell', { notice: outcome })],
  };
}

/** What goes against the applicant is a written order (Administrative Procedure Act B.E. 2539 ss.34-37, 40). */
function writtenOrder(outcome: string): EffectRef[] {
  if (outcome === 'refused') return [effect('writeOrder', { kind: 'refusal' })];
  return outcome === 'returned' ? [effect('writeOrder', { kind: 'return' })] : [];
}

/** Lanes with the states that they can come to: an only one is never done before others, and stands by nothing while others look again. */
function lanesOf(lanes: readonly LaneBlock[], hasFees: boolean): LaneBlock[] {
  if (lanes.length === 1) return lanes.map((lane) => withoutIdleStates(lane, hasFees));
  return hasFees ? lanes.map(withStandingVerdict) : [...lanes];
}

/** What a correction brings about while the fee is due. */
function eventsBack(lanes: readonly LaneBlock[]): Record<string, EventRule> {
  return Object.fromEntries(lanes.flatMap((block) => Object.keys(backFromPayment(block, false)).flatMap((type) => (block.events[type] ? [[type, block.events[type]]] : []))));
}

/**
 * The verdict of an only lane ends the review, so that nothing reopens it there: what only a reopened lane comes to is left out, but for
 * where it looks again before the fee is paid.
 */
function withoutIdleStates(block: LaneBlock, hasFees: boolean): LaneBlock {
  const reopened = `${block.lane.id}.reopened`;
  const { approved, ...others } = block.region.states ?? {};
  const { [reopened]: _, ...on } = approved?.on ?? {};
  const states: Record<string, StateConfig> = { ...others, ...(approved ? { approved: { ...approved, on } } : {}) };
  const isReached = (hasFees && reopenedTo(block.lane.hasInspection) === 'reviewing') || Object.values(states).some((state) => state.on?.[reopened]?.some(({ target }) => target === 'reviewing'));
  if (!isReached) delete states['reviewing'];
  return { ...block, region: { ...block.region, states } };
}

/** Only the events that some state of the lane takes: a lane without a second look has no `accepted`. */
function usedEvents({ region, events }: LaneBlock): Record<string, EventRule> {
  const used = new Set(Object.values(region.states ?? {}).flatMap((state) => Object.keys(state.on ?? {})));
  return Object.fromEntries(Object.entries(events).filter(([type]) => used.has(type)));
}
