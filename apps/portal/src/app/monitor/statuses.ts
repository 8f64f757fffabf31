import type { ApplicationStatus } from '@anuyat/contract';

/** The states of an application in the order in which it passes them. */
export const STATUSES: readonly ApplicationStatus[] = [
  'waiting', 'in-review', 'awaiting-answer', 'awaiting-payment', 'issuing', 'issued', 'refused', 'returned', 'withdrawn', 'annulled', 'granted', 'upheld', 'not-admitted',
];
