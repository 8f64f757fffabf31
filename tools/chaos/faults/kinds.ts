/** Everything that is done to the system in a run, and how many of a hundred faults are of the kind. */
export const FAULT_KINDS = {
  'worker-killed': 6,
  'worker-frozen': 4,
  'worker-replaced': 1,
  'api-killed': 2,
  'api-replaced': 1,
  'database-stopped': 2,
  'connections-dropped': 11,
  'connections-slow': 6,
  'connections-silent': 4,
  'commit-answer-lost': 13,
  'browser-answer-lost': 13,
  'jobs-doubled': 10,
  'queue-emptied': 4,
  'queue-stopped': 2,
  'disk-full': 4,
  'clock-shifted': 6,
  'bank-lies': 7,
  'callback-forged': 2,
  'party-away': 4,
  'agency-system': 4,
} as const;

/** Those that nobody may notice: where only they are done, not one answer is lost, and none is a 503. Among other faults nobody could tell whose doing it was. */
export const UNNOTICED: readonly FaultKind[] = ['worker-replaced', 'api-replaced'];

export type FaultKind = keyof typeof FAULT_KINDS;

/** Those that need Redis: BullMQ on PostgreSQL stops and starts with its database. */
export const ON_REDIS_ONLY: readonly FaultKind[] = ['queue-stopped'];

export const faultKinds = Object.keys(FAULT_KINDS) as FaultKind[];
