import type { Effect } from '@anuyat/licence-kit';
import type { LaneOffice } from './application-row';

/** A row for the outbox: one effect for one processor. `queue` null: the Courier's notification is all there is to do. */
export interface OutboxEntry {
  effect: string;
  params: Record<string, unknown>;
  queue: string | null;
}

/**
 * Which queue carries an effect: the agency's own for its reviews, so that a slow agency delays nobody else.
 * Clocks are not here: they are timers in the database. An event without effects is announced, so that watchers see it.
 */
export function routeEffects(effects: Effect[], offices: Record<string, LaneOffice>): OutboxEntry[] {
  const entries = once(effects.flatMap((effect) => routeEffect(effect, offices)));
  return entries.length > 0 ? entries : [{ effect: 'announce', params: {}, queue: null }];
}

/** Licences that end may let others start: they are looked at anew. */
export const reviewOrder: OutboxEntry = { effect: 'reviewOrder', params: {}, queue: 'order' };

/** What several lanes of one step ask for the case as a whole is asked once. */
function once(entries: OutboxEntry[]): OutboxEntry[] {
  const first = entries.findIndex(({ effect }) => effect === 'gatherDefects');
  return entries.filter(({ effect }, at) => effect !== 'gatherDefects' || at === first);
}

/** The queue of an agency's reviews. */
export function agencyQueue(agency: string): string {
  return `agency-${agency}`;
}

function routeEffect(effect: Effect, offices: Record<string, LaneOffice>): OutboxEntry[] {
  switch (effect.type) {
    case 'requestReview':
    case 'closeReview':
    case 'escalate':
    case 'explainDelay':
    case 'reassign':
      return [{ effect: effect.type, params: effect.params, queue: agencyQueue(officeOf(effect.params.lane, offices).agency) }];
    case 'requestAnswer':
    case 'tell':
    case 'recordDelay':
    case 'escalateUntold':
      return [{ effect: effect.type, params: effect.params, queue: 'notices' }];
    case 'refreshClocks':
      return [{ effect: effect.type, params: {}, queue: 'reviews' }];
    case 'gatherDefects':
      return [{ effect: effect.type, params: {}, queue: 'defects' }];
    case 'requestPayment':
    case 'cancelPayment':
    case 'settleDifference':
    case 'giveBackFee':
      return [{ effect: effect.type, params: effect.params, queue: 'cashier' }];
    case 'issueLicence':
    case 'renewLicence':
    case 'handOverLicence':
      return [{ effect: effect.type, params: effect.params, queue: 'licences' }];
    case 'closeAll':
      return [
        { effect: 'closeReviews', params: {}, queue: 'reviews' },
        { effect: 'cancelBill', params: {}, queue: 'cashier' },
        reviewOrder,
      ];
    case 'writeOrder':
    case 'carryOutAppeal':
      return [{ effect: effect.type, params: effect.params, queue: 'decisions' }];
    case 'startClock':
    case 'setClock':
    case 'suspendClock':
    case 'resumeClock':
    case 'stopClock':
      return [];
  }
}

function officeOf(lane: string, offices: Record<string, LaneOffice>): LaneOffice {
  const office = offices[lane];
  if (!office) throw new Error(`No office was settled for lane "${lane}".`);
  return office;
}
