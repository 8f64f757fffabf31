import type { StateValue } from 'xstate';
import { standingOf, type Standing } from './standing-of';

/** The whole application in a word; the lanes say more. Of a licence's life: how the licence stands. */
export type Status =
  | 'waiting'
  | 'in-review'
  | 'awaiting-answer'
  | 'awaiting-payment'
  | 'issuing'
  | 'issued'
  | 'refused'
  | 'withdrawn'
  | 'returned'
  | 'annulled'
  | 'granted'
  | 'upheld'
  | 'not-admitted'
  | Standing;

/** Statuses after which nothing happens to an application any more. */
export const ENDED: readonly Status[] = ['issued', 'refused', 'withdrawn', 'returned', 'annulled', 'granted', 'upheld', 'not-admitted', 'revoked', 'cancelled'];

const byTopState: Record<string, Status> = {
  waiting: 'waiting',
  awaitingPayment: 'awaiting-payment',
  issuing: 'issuing',
  issued: 'issued',
  refused: 'refused',
  withdrawn: 'withdrawn',
  returned: 'returned',
  licenceGone: 'returned',
  annulled: 'annulled',
  granted: 'granted',
  upheld: 'upheld',
  notAdmitted: 'not-admitted',
};

/** Reads the status off the state's value. While lanes are reviewing, a lane that asks the applicant shows first. */
export function statusOf(value: StateValue): Status {
  const standing = standingOf(value);
  if (standing) return standing;
  if (typeof value === 'string') return byTopState[value] ?? 'in-review';
  return Object.values(lanesOf(value)).some((state) => state === 'hearing' || awaitsAnswer(state)) ? 'awaiting-answer' : 'in-review';
}

/** Whether a lane in this state waits for the applicant's answer to a notice. */
export function awaitsAnswer(laneState: string | undefined): boolean {
  return laneState === 'asked' || laneState === 'askedAgain';
}

/** The state of each lane while the application is under review; empty before and after. */
export function lanesOf(value: StateValue): Record<string, string> {
  if (typeof value === 'string') return {};
  const review = value['review'];
  if (!review || typeof review === 'string') return {};
  return Object.fromEntries(Object.entries(review).map(([lane, state]) => [lane, typeof state === 'string' ? state : Object.keys(state ?? {})[0] ?? '']));
}
