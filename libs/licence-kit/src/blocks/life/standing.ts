import type { StateConfig, TransitionConfig } from '../../definition/machine';
import { effect } from '../effects';
import { hearing } from '../lane/hearing';
import type { LanePart } from '../lane/lane-parts';
import type { RulesOfLife } from './rules-of-life';

const DECISION_DAYS = 15;

/**
 * Whether the licence holds or is suspended. Before either is taken from its holder the office tells what it intends, and the holder may
 * answer (Administrative Procedure Act B.E. 2539 s.30); only what cannot wait is suspended at once (s.30 para. 2 (1)). A suspension ends
 * by itself when its days are over, or when it is annulled on appeal.
 */
export function standingRegion(rules: RulesOfLife, lane: string): StateConfig {
  const suspended: TransitionConfig[] = [{ target: '#suspended' }];
  return {
    initial: 'inForce',
    states: {
      inForce: proceeding('inForce', rules, lane, { 'register.suspendedAtOnce': suspended, 'register.annulled': [{ actions: [effect('tell', { notice: 'order-annulled' })] }] }),
      suspended: {
        ...proceeding('suspended', rules, lane, {
            'register.lifted': [{ target: 'inForce', actions: [effect('tell', { notice: 'suspension-ended' })] }],
            'register.annulled': [{ target: 'inForce', actions: [effect('tell', { notice: 'order-annulled' })] }],
          }),
        id: 'suspended',
        entry: [
          effect('setClock', { name: 'register.suspension', lane, on: 'days', then: 'register.suspensionEnded' }),
          effect('writeOrder', { kind: 'suspension' }),
          effect('tell', { notice: 'suspended' }),
        ],
        exit: [effect('stopClock', { name: 'register.suspension' })],
      },
    },
  };
}

/** A state with the hearing that may go on in it; what the hearing decides leaves it. */
function proceeding(name: 'inForce' | 'suspended', rules: RulesOfLife, lane: string, on: Record<string, TransitionConfig[]>): StateConfig {
  const office = `office:${lane}` as const;
  const ends: Record<string, TransitionConfig[]> = name === 'suspended' ? { 'register.suspensionEnded': [{ target: 'inForce', actions: [effect('tell', { notice: 'suspension-ended' })] }] } : {};
  return {
    initial: 'calm',
    meta: { label: `state.${name}` },
    on: { ...on, ...ends },
    states: {
      calm: {
        meta: { label: `state.${name}`, owner: 'applicant' },
        on: { 'register.intended': [{ target: 'hearing' }] },
      },
      ...holderHearing(rules, lane).states,
      deciding: {
        meta: { label: 'state.lifeDeciding', owner: office },
        entry: [
          effect('requestReview', { lane, stage: 'decision' }),
          effect('startClock', { name: 'register.due', lane, days: DECISION_DAYS, unit: 'working', then: 'register.overdue' }),
        ],
        exit: [effect('closeReview', { lane }), effect('stopClock', { name: 'register.due' })],
        on: {
          'register.suspended': [{ target: '#suspended', reenter: true }],
          'register.revoked': [{ target: '#licenceRevoked' }],
          'register.dropped': dropped(),
          'register.overdue': [{ actions: [effect('escalate', { lane })] }],
        },
      },
    },
  };
}

/** The holder's time to answer, the same block as before a refusal. */
export function holderHearing({ hearing: { answerDays } }: RulesOfLife, lane: string): LanePart {
  return hearing({ lane, clock: { days: answerDays, unit: 'calendar' }, label: 'state.lifeHearing', notice: 'intent', next: 'deciding', entry: [], on: { 'register.dropped': dropped() } });
}

function dropped(): TransitionConfig[] {
  return [{ target: 'calm', actions: [effect('tell', { notice: 'intent-dropped' })] }];
}
