import type { Patience } from '../start-worker';

/** What takes half a minute in service takes a second in a test. */
export const patience: Patience = { courier: { handAgainAfterMs: 700 }, stalledAfterMs: 1_500 };
