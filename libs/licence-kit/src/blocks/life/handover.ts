import type { TransferRules } from '../../definition/life-rules';
import type { StateConfig } from '../../definition/machine';
import { effect } from '../effects';

const OFFER_DAYS = 30;
const CONFIRM_DAYS = 15;

/** A licence goes to another holder when both agree, and where its law says so, when the office confirms it. */
export function handoverRegion({ needs }: TransferRules, lane: string): StateConfig {
  const isConfirmed = needs === 'confirmation';
  return {
    initial: 'kept',
    states: {
      kept: { meta: { label: 'state.kept', owner: 'applicant' }, on: { 'handover.offered': [{ target: 'offered' }] } },
      offered: {
        meta: { label: 'state.offered', owner: 'applicant', station: 'detour' },
        entry: [effect('startClock', { name: 'handover.offer', days: OFFER_DAYS, unit: 'calendar', then: 'handover.lapsed' })],
        exit: [effect('stopClock', { name: 'handover.offer' })],
        on: {
          'handover.accepted': [{ target: isConfirmed ? 'confirming' : 'handing' }],
          'handover.withdrawn': [{ target: 'kept' }],
          'handover.lapsed': [{ target: 'kept' }],
        },
      },
      ...(isConfirmed ? { confirming: confirming(lane) } : {}),
      handing: {
        meta: { label: 'state.handing', owner: 'portal' },
        entry: [effect('handOverLicence', {})],
        on: { 'licence.handedOver': [{ target: 'kept', actions: [effect('tell', { notice: 'handed-over' })] }] },
      },
    },
  };
}

function confirming(lane: string): StateConfig {
  return {
    meta: { label: 'state.confirming', owner: `office:${lane}` },
    entry: [
      effect('requestReview', { lane, stage: 'decision' }),
      effect('startClock', { name: 'transfer.due', lane, days: CONFIRM_DAYS, unit: 'working', then: 'transfer.overdue' }),
    ],
    exit: [effect('closeReview', { lane }), effect('stopClock', { name: 'transfer.due' })],
    on: {
      'transfer.confirmed': [{ target: 'handing' }],
      'transfer.declined': [{ target: 'kept', actions: [effect('writeOrder', { kind: 'transfer' }), effect('tell', { notice: 'transfer-declined', lane })] }],
      'transfer.overdue': [{ actions: [effect('escalate', { lane })] }],
    },
  };
}
