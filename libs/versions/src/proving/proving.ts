import type { LicenceDefinition } from '@anuyat/licence-kit';
import { prove, proveLife, type Proof } from '@anuyat/licence-kit/prover';

/** A definition with what is asked of it: everything, or, of the life of a licence, what holds of every machine. */
export interface ToProve {
  as: 'application' | 'life';
  definition: LicenceDefinition;
}

/** What became of a definition's promises, without the situations that were walked through. */
export type Verdict = Pick<Proof, 'code' | 'version' | 'isProved' | 'promises' | 'states' | 'transitions'>;

/** Proves definitions; the verdicts come in the order in which they were asked for. */
export type Proving = (asked: readonly ToProve[]) => Promise<Verdict[]>;

/** Proves one definition here and now, which keeps this thread busy meanwhile. */
export function proveOne({ as, definition }: ToProve): Verdict {
  const { code, version, isProved, promises, states, transitions } = as === 'life' ? proveLife(definition) : prove(definition);
  return { code, version, isProved, promises, states, transitions };
}
