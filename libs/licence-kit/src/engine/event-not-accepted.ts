import type { StoredState } from './advance';

/** A refusal of the domain, not a failure: the application does not take this event in its state. */
export class EventNotAccepted extends Error {
  constructor(
    readonly eventType: string,
    readonly state: StoredState,
    /** What it takes instead. */
    readonly accepts: string[],
  ) {
    super(`"${eventType}" is not accepted in ${JSON.stringify(state.value)}.`);
    this.name = 'EventNotAccepted';
  }
}
