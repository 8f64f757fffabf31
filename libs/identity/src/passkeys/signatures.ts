import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '@anuyat/contract';
import { Doorkeeper } from '../sessions/doorkeeper';
import { reaches, ialToSign } from '../sign-in/assurance';
import { Challenges } from './challenges';

/** What an officer who has a passkey decides is signed with it, each decision for itself: what was signed is what is done, and nothing else. */
@Injectable()
export class Signatures {
  constructor(
    @Inject(Doorkeeper) private readonly doorkeeper: Doorkeeper,
    @Inject(Challenges) private readonly challenges: Challenges,
  ) {}

  /** Whether the request's person signs with a passkey. */
  async areAsked(request: FastifyRequest): Promise<boolean> {
    const session = await this.doorkeeper.find(request);
    return session !== undefined && session.hasPasskey && session.agencies.length > 0;
  }

  /**
   * Uses the signature that the person gave for exactly this.
   * @throws Refusal `step-up-needed` with the digest to sign, or with the way to the identity provider where its proof is too weak.
   * @returns what gives the signature back when the call is refused after all.
   */
  async use(request: FastifyRequest, digest: Buffer, key: string): Promise<() => Promise<void>> {
    const session = await this.doorkeeper.find(request);
    if (!session) throw new Refusal('not-signed-in');
    const to = '/api/auth/step-up?act=sign';
    if (session.ial !== undefined && !reaches(session.ial, ialToSign)) throw new Refusal('step-up-needed', { stepUp: { to, ways: ['provider'] } });
    if (!(await this.challenges.use(session, digest, key))) throw new Refusal('step-up-needed', { stepUp: { to, ways: ['passkey'], digest: digest.toString('hex') } });
    return () => this.challenges.giveBack(session.accountId, digest, key);
  }
}
