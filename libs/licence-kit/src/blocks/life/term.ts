import type { Validity } from '../../definition/licence-definition';
import type { EffectRef, StateConfig, TransitionConfig } from '../../definition/machine';
import { effect } from '../effects';
import type { RulesOfLife } from './rules-of-life';

/**
 * How the licence's time runs out, and how it is renewed. Reminders, the opening of the renewal and the last day are clocks set by the
 * dates of the event that began the period, so that each renewal sets them anew. By fee, paying is all that is asked (Licensing Facilitation
 * Act B.E. 2558 s.12).
 */
export function termRegion(validity: Validity | null, rules: RulesOfLife): StateConfig {
  if (!validity) return { initial: 'open', states: { open: { meta: { label: 'state.open', owner: 'applicant' } } } };
  if (validity.renewal === 'none') return { initial: 'running', states: { running: running(rules, false) } };
  const isByFee = validity.renewal === 'by-fee';
  return { initial: 'running', states: { running: running(rules, true, isByFee ? RESUMED : {}), ...(isByFee ? byFee(rules) : byFiling(rules)) } };
}

/** Sent to a licence in its period, wherever its renewal stands. */
export function reminders(validity: Validity | null): Record<string, TransitionConfig[]> {
  return validity ? { 'renewal.reminded': [{ actions: [effect('tell', { notice: 'expiry-near' })] }] } : {};
}

/** A renewal that was paid for before a revocation which was annulled since: what was annulled never was, so the fee renews as on its day. */
const RESUMED: Record<string, TransitionConfig[]> = { 'fee.paid': [{ target: 'renewing' }] };

function running({ remindsDaysBefore, renewal }: RulesOfLife, canBeRenewed: boolean, resumed: Record<string, TransitionConfig[]> = {}): StateConfig {
  const remind = remindsDaysBefore.map((daysBefore): EffectRef =>
    effect('setClock', { name: `term.remind${daysBefore}`, on: 'validUntil', daysBefore, isReminder: true, then: 'renewal.reminded' }));
  return {
    meta: { label: 'state.running', owner: 'applicant' },
    entry: [
      ...remind,
      ...(canBeRenewed ? [effect('setClock', { name: 'term.window', on: 'validUntil', daysBefore: renewal.opensDaysBefore, then: 'renewal.opened' })] : []),
      effect('setClock', { name: 'term.end', on: 'validUntil', then: 'term.ended' }),
    ],
    on: { ...(canBeRenewed ? { 'renewal.opened': [{ target: 'renewable' }] } : {}), ...resumed, 'term.ended': [{ target: canBeRenewed && renewal.late ? 'lapsed' : '#licenceExpired' }] },
  };
}

const RENEWED: TransitionConfig[] = [{ target: 'running', actions: [effect('tell', { notice: 'renewed' })] }];

function byFee({ renewal: { late } }: RulesOfLife): Record<string, StateConfig> {
  const paid: TransitionConfig[] = [{ target: 'renewing' }];
  const unpaid = effect('cancelPayment', {});
  return {
    renewable: {
      meta: { label: 'state.renewableByFee', owner: 'applicant' },
      entry: [effect('requestPayment', {}), effect('tell', { notice: 'renewal-due' })],
      on: { 'fee.paid': paid, 'term.ended': [{ target: late ? 'lapsed' : '#licenceExpired', actions: [unpaid] }] },
    },
    renewing: {
      meta: { label: 'state.renewing', owner: 'portal' },
      entry: [effect('renewLicence', {})],
      on: { 'licence.renewed': RENEWED },
    },
    ...(late ? { lapsed: lapsed(late.days, [effect('requestPayment', {})], { 'fee.paid': paid }) } : {}),
  };
}

function byFiling({ renewal: { late, continuesWhilePending } }: RulesOfLife): Record<string, StateConfig> {
  const over: TransitionConfig[] = [{ target: late ? 'lapsed' : '#licenceExpired' }];
  return {
    renewable: {
      meta: { label: 'state.renewable', owner: 'applicant' },
      entry: [effect('tell', { notice: 'renewal-open' })],
      on: { 'renewal.filed': [{ target: 'pending' }], 'term.ended': over },
    },
    pending: {
      meta: { label: 'state.renewalPending', owner: 'portal' },
      on: { 'licence.renewed': RENEWED, 'renewal.failed': [{ target: 'renewable' }], 'term.ended': continuesWhilePending ? [{ target: 'heldOver' }] : late ? [{ target: 'latePending' }] : over },
    },
    ...(continuesWhilePending
      ? { heldOver: { meta: { label: 'state.heldOver', owner: 'portal' as const }, on: { 'licence.renewed': RENEWED, 'renewal.failed': over } } }
      : {}),
    ...(late
      ? {
          lapsed: lapsed(late.days, [], { 'renewal.filed': [{ target: 'latePending' }] }),
          latePending: { meta: { label: 'state.latePending', owner: 'portal' as const }, on: { 'licence.renewed': RENEWED, 'renewal.failed': [{ target: 'lapsed' }] } },
        }
      : {}),
  };
}

function lapsed(days: number, asks: EffectRef[], on: Record<string, TransitionConfig[]>): StateConfig {
  return {
    meta: { label: 'state.lapsed', owner: 'applicant' },
    entry: [...asks, effect('startClock', { name: 'term.late', days, unit: 'calendar', then: 'late.ended' }), effect('tell', { notice: 'lapsed' })],
    exit: [effect('stopClock', { name: 'term.late' })],
    on: { ...on, 'late.ended': [{ target: '#licenceExpired' }] },
  };
}
