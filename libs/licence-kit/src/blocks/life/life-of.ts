import type { FeeItem, LaneDefinition, LicenceDefinition } from '../../definition/licence-definition';
import type { MachineConfig, StateConfig, TransitionConfig } from '../../definition/machine';
import type { Text } from '../../definition/text';
import { effect } from '../effects';
import { handoverRegion } from './handover';
import { lifeEvents } from './life-events';
import { annualWords, lifeWords } from './life-words';
import { rulesOfLife, type RulesOfLife } from './rules-of-life';
import { standingRegion } from './standing';
import { reminders, termRegion } from './term';

/** The lane of the office that keeps a licence; `transfer` is the same office's where a transfer needs it. */
export const LIFE_LANE = 'register';

const TRANSFER_LANE = 'transfer';

/** The code of the definition by which the licences of a type live. */
export function lifeCode(code: string): string {
  return `${code}:life`;
}

/**
 * The life of the licences of a type, as a definition that the same engine runs and the same door takes events for: whether it holds or is
 * suspended, how its time runs out and is renewed, and whether it goes to somebody else, side by side until it is revoked, cancelled or
 * expired.
 */
export function lifeOf(definition: LicenceDefinition): LicenceDefinition {
  const rules = rulesOfLife(definition);
  const lanes = lanesOf(definition, rules);
  const machine = machineOf(lifeCode(definition.code), definition, rules);
  const taken = eventsIn(machine);
  const { life: _, follows: __, deemedApproval: ___, payment: ____, ...licence } = definition;
  const ofYears = (language: keyof Text): Record<string, string> => (rules.annual ? Object.fromEntries(Object.entries(annualWords).map(([key, text]) => [key, text[language]])) : {});
  const texts = { th: { ...definition.texts.th, ...lifeWords.th, ...ofYears('th') }, en: { ...definition.texts.en, ...lifeWords.en, ...ofYears('en') } };
  const made: LicenceDefinition = {
    ...licence,
    code: lifeCode(definition.code),
    lifeOf: definition.code,
    lanes,
    machine,
    events: Object.fromEntries(Object.entries(lifeEvents(rules)).filter(([type]) => taken.has(type))),
    documents: [],
    fees: feesOf(definition, rules),
    ...(rules.annual ? { annual: rules.annual } : {}),
    feeExamples: [],
    dependsOn: [],
    texts,
  };
  return JSON.parse(JSON.stringify(made)) as LicenceDefinition;
}

function lanesOf({ lanes: [first], clock }: LicenceDefinition, { transfer }: RulesOfLife): LaneDefinition[] {
  if (!first) throw new Error('A licence without a lane has no office to keep it.');
  const lane = { law: first.law, duty: first.duty, clock, hasInspection: false, reads: first.reads, readsDocuments: [] };
  return [{ id: LIFE_LANE, ...lane }, ...(transfer?.needs === 'confirmation' ? [{ id: TRANSFER_LANE, ...lane }] : [])];
}

/** What renewing costs: the licence's own fee lines, which may read `filing.kind`, and what being late adds to them, to a whole satang. */
function feesOf({ validity, fees }: LicenceDefinition, { renewal }: RulesOfLife): FeeItem[] {
  if (validity?.renewal !== 'by-fee' || fees.length === 0) return [];
  if (!renewal.late || renewal.late.surchargePercent === 0) return fees;
  const whole = fees.map(({ when, amount }) => (when ? `(if ${when} then (${amount}) else 0)` : `(${amount})`)).join(' + ');
  const max = Math.ceil((fees.reduce((sum, { range }) => sum + range.max, 0) * renewal.late.surchargePercent) / 100);
  return [...fees, { code: 'late', when: 'filing.late = true', amount: `floor((${whole}) * ${renewal.late.surchargePercent} + 0.5) / 100`, range: { min: 0, max }, source: renewal.source }];
}

function machineOf(id: string, { validity }: LicenceDefinition, rules: RulesOfLife): MachineConfig {
  const amended = { 'licence.amended': [{ actions: [effect('tell', { notice: 'amended' })] }] };
  const region = (label: string, config: StateConfig): StateConfig => ({ meta: { label, station: 'hidden' }, ...config });
  return {
    id,
    initial: 'living',
    states: {
      living: {
        id: 'licenceLiving',
        type: 'parallel',
        meta: { label: 'state.living', station: 'hidden' },
        on: { cancelled: [{ target: '#licenceCancelled' }], ...amended, ...reminders(validity), ...yearlyFee(rules) },
        states: {
          standing: region('state.standing', standingRegion(rules, LIFE_LANE)),
          term: region('state.term', termRegion(validity, rules)),
          ...(rules.transfer ? { handover: region('state.handover', handoverRegion(rules.transfer, TRANSFER_LANE)) } : {}),
        },
      },
      licenceRevoked: revoked(),
      licenceCancelled: end('licenceCancelled', 'cancelled'),
      ...(validity ? { licenceExpired: end('licenceExpired', 'expired') } : {}),
    },
  };
}

/** The yearly fee runs beside everything else: it is told when it is billed, late and paid, and moves nothing by itself. */
function yearlyFee({ annual }: RulesOfLife): Record<string, TransitionConfig[]> {
  const told = (notice: string): TransitionConfig[] => [{ actions: [effect('tell', { notice })] }];
  return annual ? { 'annual.billed': told('annual-due'), 'annual.overdue': told('annual-overdue'), 'annual.paid': told('annual-paid') } : {};
}

/** Not an end: what is annulled on appeal never was, and the licence lives on as if it had not been revoked. */
function revoked(): StateConfig {
  return {
    id: 'licenceRevoked',
    meta: { label: 'state.licenceRevoked', owner: 'law', ground: 'revoked' },
    entry: [effect('closeAll', {}), effect('writeOrder', { kind: 'revocation' }), effect('tell', { notice: 'revoked' })],
    on: { 'register.annulled': [{ target: '#licenceLiving', actions: [effect('tell', { notice: 'order-annulled' })] }] },
  };
}

function end(id: string, notice: string): StateConfig {
  return { id, type: 'final', meta: { label: `state.${id}` }, entry: [effect('closeAll', {}), effect('tell', { notice })] };
}

function eventsIn(state: StateConfig): Set<string> {
  const below = Object.values(state.states ?? {}).flatMap((child) => [...eventsIn(child)]);
  return new Set([...Object.keys(state.on ?? {}), ...below]);
}
