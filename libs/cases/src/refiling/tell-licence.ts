import { Refusal } from '@anuyat/contract';
import { clientOf } from '@anuyat/database';
import type { FilingKind, Registrar } from '@anuyat/registrar';
import type { EntityManager } from 'typeorm';

/** A filed case about a licence that exists. */
export interface Refiled {
  number: string;
  kind: FilingKind;
  caseId: string;
}

/** Tells a licence, in the submission's own transaction, that its renewal was filed. @throws Refusal `event-not-accepted` when it cannot be renewed any more. */
export async function tellLicence(tx: EntityManager, registrar: Pick<Registrar, 'receiveWithin'>, { number, kind, caseId }: Refiled): Promise<void> {
  if (kind !== 'renewal') return;
  const [life]: { id: string }[] = await tx.query(`SELECT id FROM application WHERE life_of = $1`, [number]);
  if (!life) throw new Refusal('event-not-accepted');
  await registrar.receiveWithin(await clientOf(tx), { applicationId: life.id, type: 'renewal.filed', data: { caseId }, actor: { kind: 'portal', job: 'filer' }, key: `renewal-filed:${caseId}` });
}
