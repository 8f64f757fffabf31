import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Problem, SecurityEventKind } from '@anuyat/contract';
import { RefusalWitness } from '@anuyat/http';
import { Doorkeeper } from '../sessions/doorkeeper';
import type { OpenSession } from '../sessions/open-session';
import { SecurityRecord } from './security-record';

/** Written down where they happen, with more about them than an answer tells. */
const WRITTEN_ELSEWHERE: readonly string[] = ['sign-in-failed', 'sign-in-expired', 'other-person', 'locked-out', 'passkey-refused'];

/** Writes down which calls were refused, to whom, and how often; what is looked for by address and is not there counts for those who are signed in. */
@Injectable()
export class DoorWitness extends RefusalWitness {
  constructor(
    @Inject(Doorkeeper) private readonly doorkeeper: Doorkeeper,
    @Inject(SecurityRecord) private readonly record: SecurityRecord,
  ) {
    super();
  }

  override saw(request: FastifyRequest, problem: Pick<Problem, 'code' | 'status'>): void {
    const kind = kindOf(problem);
    if (kind) void this.note(request, kind, problem.code).catch(() => undefined);
  }

  private async note(request: FastifyRequest, kind: SecurityEventKind, code: string): Promise<void> {
    const { ip, routeOptions, method } = request;
    const call = routeOptions.url ? `${method} ${routeOptions.url}` : undefined;
    const session = await this.sessionOf(request, ip);
    const hasNone = session === undefined && request.actor === undefined;
    if (hasNone && code === 'not-found') return;
    if (hasNone && code === 'not-signed-in' && !this.doorkeeper.hasCookie(request)) return;
    const actor = request.actor;
    const accountId = session?.accountId ?? actor?.agent?.accountId ?? actor?.accountId;
    this.record.count({ kind, code, call, ip, ...(accountId ? { accountId } : {}), ...(session ? { startedAt: session.signedInAt } : {}) });
  }

  /** Who calls, as it was asked before; a stranger who makes much noise is not looked up any more. */
  private async sessionOf(request: FastifyRequest, ip: string): Promise<OpenSession | undefined> {
    if (!this.doorkeeper.hasCookie(request)) return undefined;
    if (!request.actor && !this.record.hasRoomFor({ ip })) return undefined;
    return this.doorkeeper.find(request);
  }
}

/** What a refusal is to the record; undefined where it is no matter of who asks. */
function kindOf({ code, status }: Pick<Problem, 'code' | 'status'>): SecurityEventKind | undefined {
  if (WRITTEN_ELSEWHERE.includes(code)) return undefined;
  if (code === 'wrong-origin') return 'cross-origin';
  if (status === 429) return 'too-often';
  return status === 401 || status === 403 || code === 'not-found' ? 'refused' : undefined;
}
