import type { Random } from '../random';
import type { Load } from '../load/load';
import type { Ground } from '../stage/ground';
import type { Meddler } from './meddler';

/** What a fault is done to. */
export interface Stage {
  ground: Ground;
  load: Load;
  meddler: Meddler;
  random: Random;
}

/** Does one fault and heals it. @returns what was done, in a few words; undefined where there was nothing to do it to. */
export type Inject = (stage: Stage) => Promise<string | undefined>;
