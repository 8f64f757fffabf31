import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { nameOfProof, provingThreads, toProveOf, type ProofStamp, type ToProve } from '@anuyat/versions';
import { appeals, licences } from '@anuyat/workflows';

/**
 * Proves every definition of the release in threads that run the given program, and stamps those that prove.
 * @param program the bundled prover, whose hash every stamp names.
 */
export async function stampRelease(program: string): Promise<ProofStamp[]> {
  const asked: ToProve[] = [...licences.flatMap(toProveOf), ...appeals.map((definition) => ({ as: 'application' as const, definition }))];
  const prover = createHash('sha256').update(readFileSync(program)).digest('hex');
  const verdicts = await provingThreads(program)(asked);
  return verdicts.flatMap(({ isProved, states, transitions }, at) => (isProved ? [{ proof: nameOfProof(asked[at] as ToProve), prover, states, transitions }] : []));
}
