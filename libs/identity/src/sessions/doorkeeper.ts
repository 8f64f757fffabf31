import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource, type EntityManager } from 'typeorm';
import { Refusal, type OwnSession, type PersonActor, type SessionView } from '@anuyat/contract';
import { clientOf, onClient } from '@anuyat/database';
import { ActorSource, Origins, type StepUp, type WeightyAct } from '@anuyat/http';
import { defaultAbsoluteSeconds, defaultFreshSeconds, defaultIdleSeconds, identityOptions, noPasskeyPolicy, type IdentityOptions, type ProviderCode } from '../identity-options';
import { ialToFile, ialToSign, reaches } from '../sign-in/assurance';
import { SecurityRecord } from '../security/security-record';
import type { SecurityEvent } from '../security/security-event';
import { secondStepOf, type PasskeyPolicy } from '../passkeys/passkey-policy';
import { findOpenSession, resting, type OpenSession } from './open-session';
import { createToken, sessionIdOf } from './session-token';
import { ShortMemory } from './short-memory';

/** How long a right that was withdrawn may still count. */
const memoryMilliseconds = 500;
const keptDays = 90;
const longestAgent = 200;
/** Failed confirmations after which a session ends. */
const mostFailures = 5;

/** How sessions end, and from where that was asked; `by` where it was not their person. */
export type Ending = Pick<SecurityEvent, 'kind' | 'code' | 'by' | 'ip' | 'provider'>;

/** Whose session it is, and when it began. */
interface SessionRow {
  account_id: string;
  started_at: Date;
}

/** How somebody proved who it is. */
export interface Proof {
  provider: ProviderCode;
  ial?: string;
}

/** Signing in and out, one's own sessions and mandates: what one needs to go back to acting for oneself. */
function isAboutOneself({ url }: FastifyRequest): boolean {
  return url.startsWith('/api/auth/') || url.startsWith('/api/mandates');
}

/** The rights of an office rest until a passkey was shown or made. */
export function passkeyNeeded(): Refusal {
  return new Refusal('passkey-needed', { next: [{ title: { th: 'ไปหน้าพาสคีย์', en: 'Go to passkeys' }, link: '/account/passkeys' }] });
}

/** Knows who is in: opens, recognises, lists and ends sessions. The browser holds a random token in a cookie that no script can read. */
@Injectable()
export class Doorkeeper extends ActorSource implements StepUp {
  private readonly memory = new ShortMemory<OpenSession | undefined>(memoryMilliseconds);
  private readonly idleSeconds: number;
  private readonly absoluteSeconds: number;
  private readonly freshSeconds: number;
  private readonly passkeys: PasskeyPolicy;

  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Origins) private readonly origins: Origins,
    @Inject(SecurityRecord) private readonly record: SecurityRecord,
    @Inject(identityOptions) options: IdentityOptions,
  ) {
    super();
    this.idleSeconds = options.idleSeconds ?? defaultIdleSeconds;
    this.absoluteSeconds = options.absoluteSeconds ?? defaultAbsoluteSeconds;
    this.freshSeconds = options.freshSeconds ?? defaultFreshSeconds;
    this.passkeys = options.passkeys ?? noPasskeyPolicy;
  }

  /** `__Host-` ties a cookie to this host and to TLS; browsers take that prefix over https only. */
  get cookiePrefix(): string {
    return this.origins.isSecure ? '__Host-' : '';
  }

  async findActor(request: FastifyRequest): Promise<PersonActor | undefined> {
    const session = await this.find(request);
    if (session?.hasLostMandate && !isAboutOneself(request)) throw new Refusal('mandate-ended');
    return session?.actor;
  }

  /** The session that the request's cookie names, while it is good. */
  async find(request: FastifyRequest): Promise<OpenSession | undefined> {
    return this.findById(this.idFrom(request));
  }

  /** The session of a token that was just given out. */
  findByToken(token: string): Promise<OpenSession | undefined> {
    return this.findById(sessionIdOf(token));
  }

  private async findById(id: Buffer | undefined): Promise<OpenSession | undefined> {
    if (!id) return undefined;
    return this.memory.get(id.toString('hex'), () => onClient(this.source, async (client) => {
      const session = await findOpenSession(client, id, this.idleSeconds);
      if (session?.isNoteDue) await client.query(`UPDATE session SET last_seen_at = now() WHERE id = $1`, [id]);
      return session && this.withSecondStep(session);
    }));
  }

  private withSecondStep(session: OpenSession): OpenSession {
    const secondStep = secondStepOf(this.passkeys, { agencies: session.agencies, hasPasskey: session.hasPasskey, isShown: session.passkeyAt !== undefined }, new Date());
    if (!secondStep) return session;
    return secondStep.step === 'soon' ? { ...session, secondStep } : resting(session, secondStep);
  }

  override async explain(request: FastifyRequest): Promise<Refusal | undefined> {
    const session = await this.find(request);
    return session?.secondStep && session.secondStep.step !== 'soon' ? passkeyNeeded() : undefined;
  }

  async isFreshFor(request: FastifyRequest, act: WeightyAct): Promise<boolean> {
    const session = await this.find(request);
    if (!session) return false;
    const provedAt = Math.max(session.provedAt.getTime(), act === 'sign' ? session.passkeyAt?.getTime() ?? 0 : 0);
    const isRecent = Date.now() - provedAt < this.freshSeconds * 1000;
    const isSure = session.ial === undefined || reaches(session.ial, act === 'sign' ? ialToSign : ialToFile);
    if (isRecent && !isSure) this.record.count({ kind: 'step-up-failed', code: 'assurance-too-low', accountId: session.accountId, startedAt: session.signedInAt, ip: request.ip, ial: session.ial, provider: session.provider });
    return isRecent && isSure;
  }

  async assertFresh(request: FastifyRequest, act: WeightyAct): Promise<void> {
    if (await this.isFreshFor(request, act)) return;
    throw new Refusal('step-up-needed', { stepUp: { to: `/api/auth/step-up?act=${act}`, ways: ['provider'] } });
  }

  /** What a person is told of the session that asks. The call itself keeps it open. */
  ownSession({ provedAt, endsAt, provider, ial }: OpenSession): OwnSession {
    const idleUntil = Math.min(Date.now() + this.idleSeconds * 1000, endsAt.getTime());
    return {
      ...(provider ? { provider } : {}),
      ...(ial ? { ial } : {}),
      provedAt: provedAt.toISOString(),
      freshUntil: new Date(provedAt.getTime() + this.freshSeconds * 1000).toISOString(),
      idleUntil: new Date(idleUntil).toISOString(),
      endsAt: endsAt.toISOString(),
    };
  }

  /** Opens a session with an id that no browser held before, and ends the one that this browser came with. @returns the cookie's token. */
  async open(tx: EntityManager, accountId: string, request: FastifyRequest, proof?: Proof): Promise<string> {
    const client = await clientOf(tx);
    const token = createToken();
    const { ip } = request;
    const agent = (request.headers['user-agent'] ?? '').slice(0, longestAgent);
    const { rows: left } = await client.query<SessionRow>(`UPDATE session SET ended_at = now() WHERE id = $1 AND ended_at IS NULL RETURNING account_id, started_at`, [this.idFrom(request) ?? Buffer.alloc(32)]);
    await client.query(`DELETE FROM session WHERE account_id = $1 AND coalesce(ended_at, expires_at) < now() - make_interval(days => $2)`, [accountId, keptDays]);
    const { rows: begun } = await client.query<SessionRow>(
      `INSERT INTO session (id, account_id, expires_at, agent, ip, provider, ial) VALUES ($1, $2, now() + make_interval(secs => $3), $4, $5, $6, $7) RETURNING account_id, started_at`,
      [sessionIdOf(token), accountId, this.absoluteSeconds, agent, ip, proof?.provider ?? null, proof?.ial ?? null],
    );
    await this.record.lift(client, accountId, ip);
    await this.record.write(client, ...eventsOf(left, { kind: 'session-ended', code: 'signed-in-anew', by: accountId, ip }), ...eventsOf(begun, { kind: 'sign-in', ...proof, ip, agent }));
    this.memory.clear();
    return token;
  }

  /**
   * The person of an open session has proved anew who it is: the session goes on under an id that no browser held before.
   * @returns the cookie's token. @throws Refusal `not-signed-in` when the session ended meanwhile.
   */
  async renew(tx: EntityManager, sessionId: string, proof: Proof, ip: string): Promise<string> {
    const client = await clientOf(tx);
    const token = createToken();
    const { rows } = await client.query<SessionRow>(
      `UPDATE session SET id = $2, proved_at = now(), last_seen_at = now(), failures = 0, provider = $3, ial = $4 WHERE id = decode($1, 'hex') AND ended_at IS NULL RETURNING account_id, started_at`,
      [sessionId, sessionIdOf(token), proof.provider, proof.ial ?? null],
    );
    if (rows.length === 0) throw new Refusal('not-signed-in');
    await this.record.write(client, ...eventsOf(rows, { kind: 'step-up', ...proof, ip }));
    this.memory.clear();
    return token;
  }

  /** The session's person has shown a passkey, or made one: its rights are there, under an id that no browser held before. @returns the cookie's token. */
  async passkeyShown(tx: EntityManager, sessionId: string, how: Ending): Promise<string> {
    const client = await clientOf(tx);
    const token = createToken();
    const { rows } = await client.query<SessionRow>(
      `UPDATE session SET id = $2, passkey_at = now(), last_seen_at = now(), failures = 0 WHERE id = decode($1, 'hex') AND ended_at IS NULL RETURNING account_id, started_at`,
      [sessionId, sessionIdOf(token)],
    );
    if (rows.length === 0) throw new Refusal('not-signed-in');
    await this.record.write(client, ...eventsOf(rows, how));
    this.memory.clear();
    return token;
  }

  /** Somebody could not confirm to be the session's person. @returns whether the session ended by it. */
  async noteFailure(tx: EntityManager, sessionId: string, how: Ending): Promise<boolean> {
    const client = await clientOf(tx);
    const { rows } = await client.query<SessionRow & { is_over: boolean }>(
      `UPDATE session SET failures = failures + 1, ended_at = CASE WHEN failures + 1 >= $2 THEN now() END
       WHERE id = decode($1, 'hex') AND ended_at IS NULL RETURNING account_id, started_at, ended_at IS NOT NULL AS is_over`,
      [sessionId, mostFailures],
    );
    await this.record.write(client, ...eventsOf(rows, how), ...eventsOf(rows.filter(({ is_over: isOver }) => isOver), { ...how, kind: 'locked-out' }));
    this.memory.clear();
    return rows[0]?.is_over ?? true;
  }

  setCookie(reply: FastifyReply, token: string): void {
    void reply.setCookie(this.cookieName, token, { ...this.cookieOptions, maxAge: this.absoluteSeconds });
  }

  clearCookie(reply: FastifyReply): void {
    void reply.clearCookie(this.cookieName, this.cookieOptions);
  }

  /** Sessions of an account that are good now, newest first. */
  async list(accountId: string, thisOne: string | undefined): Promise<SessionView[]> {
    const { rows } = await onClient(this.source, (client) =>
      client.query<{ id: string; started_at: Date; last_seen_at: Date; agent: string; ip: string; provider: string | null }>(
        `SELECT encode(id, 'hex') AS id, started_at, last_seen_at, agent, ip, provider FROM session
         WHERE account_id = $1 AND ended_at IS NULL AND expires_at > now() AND last_seen_at > now() - make_interval(secs => $2)
         ORDER BY started_at DESC, id LIMIT 100`,
        [accountId, this.idleSeconds],
      ),
    );
    return rows.map(({ id, started_at, last_seen_at, agent, ip, provider }) => ({
      id, isThisOne: id === thisOne, signedInAt: started_at.toISOString(), lastSeenAt: last_seen_at.toISOString(), agent, ip, ...(provider ? { provider } : {}),
    }));
  }

  /** From now on the session acts for this company, or for its person again. */
  async actFor(tx: EntityManager, sessionId: string, juristicId: string | null): Promise<void> {
    const client = await clientOf(tx);
    await client.query(`UPDATE session SET acting_for = $2 WHERE id = decode($1, 'hex')`, [sessionId, juristicId]);
    this.memory.clear();
  }

  /** Writes down, in a moment, what was refused at the door. */
  tell(event: SecurityEvent): void {
    this.record.count(event);
  }

  /** Rights changed: the next call asks for them anew. */
  forget(): void {
    this.memory.clear();
  }

  /** Ends one session of an account, or all but one. @returns how many were ended. */
  async end(tx: EntityManager, accountId: string, which: { only: string } | { allBut: string }, how: Ending): Promise<number> {
    const client = await clientOf(tx);
    const [id, isEqual] = 'only' in which ? [which.only, true] : [which.allBut, false];
    const { rows } = await client.query<SessionRow>(
      `UPDATE session SET ended_at = now() WHERE account_id = $1 AND ended_at IS NULL AND expires_at > now() AND (id = decode($2, 'hex')) = $3 RETURNING account_id, started_at`,
      [accountId, id, isEqual],
    );
    await this.record.write(client, ...eventsOf(rows, how));
    this.memory.clear();
    return rows.length;
  }

  /** Whether the request brings a session's cookie, good or not. */
  hasCookie(request: FastifyRequest): boolean {
    return this.idFrom(request) !== undefined;
  }

  /** Before the cookies are read there are none. */
  private idFrom({ cookies }: { cookies?: FastifyRequest['cookies'] }): Buffer | undefined {
    return sessionIdOf(cookies?.[this.cookieName]);
  }

  private get cookieName(): string {
    return `${this.cookiePrefix}anuyat-session`;
  }

  get cookieOptions(): { path: '/'; httpOnly: true; sameSite: 'lax'; secure: boolean } {
    return { path: '/', httpOnly: true, sameSite: 'lax', secure: this.origins.isSecure };
  }
}

function eventsOf(rows: readonly SessionRow[], how: SecurityEvent): SecurityEvent[] {
  return rows.map(({ account_id: accountId, started_at: startedAt }) => ({ ...how, accountId, startedAt }));
}
