import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DataSource, type EntityManager } from 'typeorm';
import { Refusal, type PasskeyAsked } from '@anuyat/contract';
import { clientOf } from '@anuyat/database';
import { Doorkeeper } from '../sessions/doorkeeper';
import type { OpenSession } from '../sessions/open-session';
import { Challenges, type AskedChallenge } from './challenges';
import { PasskeyRing, type KeptPasskey } from './passkey-ring';
import { RelyingParty } from './relying-party';

/** Making, showing and signing with passkeys. Answers that are not right count against the session, as wrong confirmations do. */
@Injectable()
export class Ceremonies {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Doorkeeper) private readonly doorkeeper: Doorkeeper,
    @Inject(RelyingParty) private readonly party: RelyingParty,
    @Inject(PasskeyRing) private readonly ring: PasskeyRing,
    @Inject(Challenges) private readonly challenges: Challenges,
  ) {}

  /** @throws Refusal `not-allowed` for who works nowhere; `passkey-needed` when there is one that was not shown; `step-up-needed` when the last proof is old. */
  async beginMaking(request: FastifyRequest): Promise<PasskeyAsked> {
    const session = await this.staffSession(request);
    if (session.secondStep?.step === 'enter') throw new Refusal('passkey-needed');
    await this.doorkeeper.assertFresh(request, 'sign');
    const options = await this.party.creation(request, { accountId: session.accountId, name: session.actor.name.th }, await this.known(session));
    const { id } = await this.challenges.ask(session, 'enrol', null, options.challenge);
    return { challengeId: id, options };
  }

  /** @returns the token of the session's new cookie. @throws Refusal `passkey-refused`, `locked-out`. */
  async finishMaking(request: FastifyRequest, challengeId: string, response: object, name: string): Promise<string> {
    const session = await this.staffSession(request);
    const asked = await this.challenges.take(session, challengeId, ['enrol']);
    const made = (await this.party.made(request, response, asked.challenge)) ?? (await this.refuse(request, session));
    return this.source.transaction(async (tx) => {
      await this.ring.add(tx, session.accountId, name, made);
      return this.doorkeeper.passkeyShown(tx, session.id, { kind: 'passkey-added', ip: request.ip });
    });
  }

  /** Asks for the passkey: to enter, or to sign what the digest stands for. @throws Refusal `not-found` when there is none. */
  async beginShowing(request: FastifyRequest, digest: Buffer | null): Promise<PasskeyAsked> {
    const session = await this.staffSession(request);
    const known = await this.known(session);
    if (known.length === 0) throw new Refusal('not-found');
    const asked = await this.challenges.ask(session, digest ? 'sign' : 'enter', digest);
    return { challengeId: asked.id, options: await this.party.request(request, Buffer.from(asked.challenge, 'base64url'), known) };
  }

  /** @returns the token of the session's new cookie after entering; none after signing. @throws Refusal `passkey-refused`, `locked-out`. */
  async finishShowing(request: FastifyRequest, challengeId: string, response: object): Promise<string | undefined> {
    const session = await this.staffSession(request);
    const asked = await this.challenges.take(session, challengeId, ['enter', 'sign']);
    const passkey = (await this.ring.of(session.accountId)).find(({ credential }) => credential.id === (response as { id?: unknown }).id) ?? (await this.refuse(request, session));
    const counter = (await this.party.shown(request, response, asked.challenge, passkey.credential)) ?? (await this.refuse(request, session));
    return this.source.transaction(async (tx) => {
      await this.ring.noteUse(tx, passkey.id, counter);
      if (asked.purpose === 'enter') return this.doorkeeper.passkeyShown(tx, session.id, { kind: 'step-up', provider: 'passkey', ip: request.ip });
      await keepSignature(tx, session.accountId, passkey, asked, response);
      return undefined;
    });
  }

  private async staffSession(request: FastifyRequest): Promise<OpenSession> {
    const session = await this.doorkeeper.find(request);
    if (!session) throw new Refusal('not-signed-in');
    if (session.agencies.length === 0) throw new Refusal('not-allowed');
    return session;
  }

  private async known({ accountId }: OpenSession): Promise<{ id: string; transports: string[] }[]> {
    return (await this.ring.of(accountId)).map(({ credential: { id, transports = [] } }) => ({ id, transports }));
  }

  private async refuse({ ip }: FastifyRequest, { id }: OpenSession): Promise<never> {
    const isOver = await this.source.transaction((tx) => this.doorkeeper.noteFailure(tx, id, { kind: 'passkey-failed', code: 'passkey-refused', ip }));
    throw new Refusal(isOver ? 'locked-out' : 'passkey-refused');
  }
}

/** Everything that is needed to check again, later and by others, what an officer signed. */
async function keepSignature(tx: EntityManager, accountId: string, { id }: KeptPasskey, { id: challengeId, digest, nonce }: AskedChallenge, answer: object): Promise<void> {
  const client = await clientOf(tx);
  const { response } = answer as { response: { clientDataJSON: string; authenticatorData: string; signature: string } };
  const bytes = [response.clientDataJSON, response.authenticatorData, response.signature].map((text) => Buffer.from(text, 'base64url'));
  await client.query(
    `INSERT INTO passkey_signature (challenge_id, passkey_id, account_id, digest, nonce, client_data, authenticator_data, signature) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [challengeId, id, accountId, digest, nonce, ...bytes],
  );
}
