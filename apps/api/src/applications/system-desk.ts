import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import type { PersonActor } from '@anuyat/contract';
import { clientOf, inTransaction } from '@anuyat/database';
import { nameOfficer, SystemDoor, type SystemProof } from '@anuyat/identity';
import { Registrar, type Received, type Reception } from '@anuyat/registrar';
import type { NamedOfficerDto } from './event-request.dto';

const KEEP = `
  INSERT INTO system_signature (application_id, revision, system_id, officer_id, position, key, base, body, signature, signed_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING`;

/**
 * Takes the events of agencies' own systems through the one door. What the system signed is kept in the same transaction, with all that is needed to
 * check it again, and its digest stands in the line of the history: what is refused leaves nothing behind.
 */
@Injectable()
export class SystemDesk {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    private readonly registrar: Registrar,
    private readonly door: SystemDoor,
  ) {}

  /** @throws Refusal `officer-unknown`, and whatever the door refuses. */
  async receive(request: FastifyRequest, reception: Reception & { actor: PersonActor }, officer: NamedOfficerDto | undefined): Promise<Received> {
    const proof = this.door.proofOf(request);
    const received = await inTransaction(this.source, async (tx) => {
      const client = await clientOf(tx);
      const actor = officer ? await nameOfficer(client, reception.actor, officer) : reception.actor;
      const answer = await this.registrar.receiveWithin(client, { ...reception, actor });
      await keep(client, answer, reception.actor.accountId, officer, proof);
      return answer;
    });
    this.registrar.wakeCourier();
    return received;
  }
}

/** The same event that comes again under its key is signed anew; what was signed the first time stays. */
async function keep(client: PoolClient, { applicationId, revision }: Received, systemId: string, officer: NamedOfficerDto | undefined, { key, base, body, signature, createdAt }: SystemProof): Promise<void> {
  await client.query(KEEP, [applicationId, revision, systemId, officer?.accountId ?? null, officer?.position ?? null, JSON.stringify(key), base, body, signature, createdAt]);
}
