import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { DataSource } from 'typeorm';
import { Examiner } from './examiner';
import { ProofSeal, type ProofStamp } from './proof-seal';
import { proveOne, type Proving } from './proving';
import { provingThreads } from './proving-threads';

/** Written into the program by its build. */
declare const ANUYAT_RELEASED_PROOFS: readonly ProofStamp[] | undefined;

/** Beside the built program. Where nothing was built, as in specs, definitions are proved in this thread and nothing is stamped. */
const program = fileURLToPath(new URL('./prover.mjs', import.meta.url));

const proveHere: Proving = (asked) => Promise.resolve(asked.map(proveOne));

/** The examiner of a running program. @param secret of this installation, that stamps are sealed with. */
export function openExaminer(source: DataSource, secret: string): Examiner {
  const isBuilt = existsSync(program);
  return new Examiner(source, {
    proving: isBuilt ? provingThreads(program) : proveHere,
    prover: isBuilt ? createHash('sha256').update(readFileSync(program)).digest('hex') : undefined,
    seal: new ProofSeal(secret),
    released: typeof ANUYAT_RELEASED_PROOFS === 'undefined' ? [] : ANUYAT_RELEASED_PROOFS,
  });
}
