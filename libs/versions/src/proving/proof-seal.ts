import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { canonicalJson } from '@anuyat/licence-kit';
import { definitionHash } from '@anuyat/registrar';
import type { ToProve, Verdict } from './proving';

/** That a definition of this content was proved, and by which prover. */
export interface ProofStamp {
  /** {@link nameOfProof} of what was proved. */
  proof: string;
  /** SHA-256 of the program that proved it. */
  prover: string;
  states: number;
  transitions: number;
}

/** What was asked, and of which content: a life's stamp is none for an application. */
export function nameOfProof({ as, definition }: ToProve): string {
  return `${as}:${definitionHash(definition)}`;
}

/** Seals stamps, so that one which was not made here is found out. */
export class ProofSeal {
  private readonly key: Buffer;

  /** @param secret of this installation; who can only write to the database does not know it. */
  constructor(secret: string) {
    this.key = Buffer.from(hkdfSync('sha256', secret, '', 'anuyat proof of a definition', 32));
  }

  of({ proof, prover, states, transitions }: ProofStamp): string {
    return createHmac('sha256', this.key).update(canonicalJson({ proof, prover, states, transitions })).digest('hex');
  }

  isGenuine(stamp: ProofStamp, seal: string): boolean {
    const [ours, theirs] = [Buffer.from(this.of(stamp)), Buffer.from(seal)];
    return ours.length === theirs.length && timingSafeEqual(ours, theirs);
  }
}

/** The verdict that a stamp stands for. */
export function verdictOfStamp({ definition: { code, version } }: ToProve, { states, transitions }: ProofStamp): Verdict {
  return { code, version, isProved: true, promises: [], states, transitions };
}
