import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { Refusal, type OwnSystemView, type PersonActor } from '@anuyat/contract';
import { inForce, onClient } from '@anuyat/database';
import { getOffice } from '@anuyat/dictionary/reference';
import { Allowances, networkOf, Origins, readSignedRequest, type Limit, type MachineKey, type SignedRequest, RetryLater } from '@anuyat/http';
import type { OfficePermission } from '@anuyat/licence-kit';
import { lastDayBefore } from '../officers/days';
import { officersOf } from './named-officer';

/** A system may ask as often as a busy back office does; those of one network, good or not, five times as often. */
const OF_SYSTEM: Limit = { burst: 120, perMinute: 600 };
const OF_NETWORK: Limit = { burst: 600, perMinute: 3_000 };

/** What its officers can hold; which of them decides is named with each decision. */
const EVERY_DUTY: OfficePermission[] = ['review', 'inspect', 'approve', 'supervise'];

interface SystemRow {
  id: string;
  agency: string;
  name_th: string;
  name_en: string;
  offices: string[];
  key: MachineKey;
}

/** A system that may work now: two people of its agency said so, and nobody took it back. */
const WORKING = `s.confirmed_at IS NOT NULL AND s.suspended_at IS NULL AND s.ended_at IS NULL AND ${inForce('s')}`;

const FIND = `SELECT s.id, s.agency, a.name_th, a.name_en, s.offices, s.key FROM agency_system s JOIN account a ON a.id = s.id WHERE s.key_thumbprint = $1 AND ${WORKING}`;

const LAST_DAY = `SELECT ${lastDayBefore('valid_until')} AS until FROM agency_system WHERE id = $1`;

/** Marks the nonce as used, and the system as seen, which is noted once a minute. */
const USE = `
  WITH seen AS (UPDATE agency_system SET seen_at = now() WHERE id = $1 AND (seen_at IS NULL OR seen_at < now() - interval '1 minute'))
  INSERT INTO system_nonce (system_id, nonce) VALUES ($1, $2) ON CONFLICT DO NOTHING`;

/** What a system signed, with its key: evidence that needs nobody's word. */
export interface SystemProof extends SignedRequest {
  key: MachineKey;
  body: Buffer;
}

/** The door for agencies' own systems: each request is signed (RFC 9421) with the key that two people of the agency vouched for, and is good once. */
@Injectable()
export class SystemDoor {
  private readonly allowances = new Allowances();
  private readonly proofs = new WeakMap<FastifyRequest, SystemProof>();

  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Origins) private readonly origins: Origins,
  ) {}

  /** The system that signed the request. @throws Refusal `signature-refused`, `signature-used`; RetryLater when it asks too often. */
  async getActor(request: FastifyRequest): Promise<PersonActor> {
    this.take(`from ${networkOf(request.ip)}`, OF_NETWORK);
    const { method, url, headers } = request;
    const body = (request as { rawBody?: Buffer }).rawBody;
    let system: SystemRow | undefined;
    const signed = await readSignedRequest({ method, url: `${this.origins.publicOrigin}${url}`, headers, ...(body ? { body } : {}) }, async (thumbprint) => {
      system = await this.find(thumbprint);
      return system?.key;
    });
    if (!signed || !system || (!body && hasBody(headers))) throw new Refusal('signature-refused');
    this.take(`by ${system.id}`, OF_SYSTEM);
    const { id, agency, name_th: th, name_en: en, offices, key } = system;
    const { rowCount } = await onClient(this.source, (client) => client.query({ name: 'identity.system-nonce', text: USE, values: [id, signed.nonce] }));
    if (rowCount === 0) throw new Refusal('signature-used');
    this.proofs.set(request, { ...signed, key, body: body ?? Buffer.alloc(0) });
    return {
      kind: 'person', accountId: id, name: { th: `ระบบของหน่วยงาน “${th}”`, en: `The agency’s system “${en}”` }, roles: [], territories: [], companies: [],
      offices: offices.map((code) => ({ code, permissions: EVERY_DUTY })),
      system: { id, name: { th, en }, agency, signature: createHash('sha256').update(signed.base).digest('hex') },
    };
  }

  /** What the request's system signed. @throws Refusal `signature-refused` where no system did. */
  proofOf(request: FastifyRequest): SystemProof {
    const proof = this.proofs.get(request);
    if (!proof) throw new Refusal('signature-refused');
    return proof;
  }

  /** What a system is told of itself. */
  async tell({ accountId, offices, system }: PersonActor): Promise<OwnSystemView> {
    if (!system) throw new Refusal('not-allowed');
    const codes = offices.map(({ code }) => code);
    return onClient(this.source, async (client) => {
      const { rows } = await client.query<{ until: string }>(LAST_DAY, [accountId]);
      return { id: accountId, name: system.name, agency: system.agency, offices: codes.map((code) => getOffice(code)), until: rows[0]?.until ?? '', officers: await officersOf(client, codes) };
    });
  }

  private async find(thumbprint: string): Promise<SystemRow | undefined> {
    const { rows } = await onClient(this.source, (client) => client.query<SystemRow>({ name: 'identity.system', text: FIND, values: [thumbprint] }));
    return rows[0];
  }

  private take(key: string, limit: Limit): void {
    const seconds = this.allowances.take(key, limit);
    if (seconds > 0) throw new RetryLater('too-many-requests', seconds);
  }
}

/** Whether there is a body that was not read as JSON, so that nobody compared it with what was signed. */
function hasBody({ 'content-length': length, 'transfer-encoding': encoding }: FastifyRequest['headers']): boolean {
  return encoding !== undefined || Number(length ?? 0) > 0;
}
