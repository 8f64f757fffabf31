import type { LicenceDefinition } from '@anuyat/licence-kit';
import type { Proof } from '@anuyat/licence-kit/prover';
import type { Provers } from '../preparation/publish-definitions';

const proofOf = ({ code, version }: LicenceDefinition): Proof => ({ code, version, isProved: true, promises: [], states: 0, transitions: 0, isLaneByLane: false, ms: 0 });

/**
 * For specs that publish the product's own workflows: each of those, with its life and its changes, is proved by the specs of
 * the workflows. To prove them all again for every database of a spec takes most of a minute.
 */
export const provedElsewhere: Provers = { prove: proofOf, proveLife: proofOf };
