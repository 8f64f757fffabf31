import { Refusal } from '@anuyat/contract';
import { clientOf } from '@anuyat/database';
import type { Registrar } from '@anuyat/registrar';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';

interface OpenFiling {
  id: string;
  case_id: string;
  revision: number;
  status: string;
  filing_kind: 'renewal' | 'change';
}

/** Renewals and changes of a licence that were submitted and have not ended; appeals are none. Locked before the licence's life, as issuing does. */
const OPEN = `
  SELECT a.id, a.case_id, a.revision, a.status, c.filing_kind
    FROM case_file c JOIN application a ON a.case_id = c.id AND a.life_of IS NULL
   WHERE c.of_licence = $1 AND c.filing_kind <> 'new' AND a.status NOT IN ('issued', 'refused', 'returned', 'withdrawn')
     AND NOT EXISTS (SELECT FROM appeal p WHERE p.application_id = a.id)
   ORDER BY a.id FOR UPDATE OF a`;

const ASK = `INSERT INTO outbox (id, application_id, case_id, revision, effect, params, queue) VALUES ($1, $2, $3, $4, $5, $6, $7)`;

/** What a filing was waiting for the portal to do when its licence was revoked. */
const AWAITED: Readonly<Record<string, [effect: string, queue: string]>> = { 'awaiting-payment': ['requestPayment', 'cashier'], issuing: ['issueLicence', 'licences'] };

/**
 * What is filed about a licence that is revoked rests: its bill is given up, and its applicant is told why. Offices may look on; nothing is
 * charged or issued while the revocation stands.
 */
export async function restFilings(tx: EntityManager, licence: string): Promise<void> {
  for (const filing of await tx.query<OpenFiling[]>(OPEN, [licence])) {
    await ask(tx, filing, 'tell', 'notices', { notice: 'filing-rests' });
    await ask(tx, filing, 'cancelBill', 'cashier');
  }
}

/** What rests about a licence whose revocation is being annulled; to be asked for before the licence lives again. */
export function findResting(tx: EntityManager, licence: string): Promise<OpenFiling[]> {
  return tx.query(OPEN, [licence]);
}

/**
 * What was annulled never was: a renewal counts as filed on its own day, so that the licence waits for it again and does not run out meanwhile, and
 * what the portal owed a filing is done now.
 */
export async function resumeFilings(tx: EntityManager, registrar: Pick<Registrar, 'receiveWithin'>, { life, appeal }: { life: string; appeal: string }, filings: readonly OpenFiling[]): Promise<void> {
  const renewal = filings.findLast(({ filing_kind: kind }) => kind === 'renewal');
  if (renewal) {
    for (const type of ['renewal.opened', 'renewal.filed']) await tellLife(tx, registrar, { life, type, data: { caseId: renewal.case_id, appeal }, key: `${type}:${appeal}` });
  }
  for (const filing of filings) {
    await ask(tx, filing, 'tell', 'notices', { notice: 'filing-goes-on' });
    const awaited = AWAITED[filing.status];
    if (awaited) await ask(tx, filing, ...awaited);
  }
}

/** A renewal fee that was paid, has renewed nothing since, and is not to be given back. */
const PAID_FOR_NOTHING = `
  SELECT h.data FROM history h WHERE h.application_id = $1 AND h.type = 'fee.paid'
     AND NOT EXISTS (SELECT FROM history later WHERE later.application_id = $1 AND later.type IN ('licence.renewed', 'revocation.final') AND later.revision > h.revision)
   ORDER BY h.revision DESC LIMIT 1`;

/** The holder paid to renew, and the revocation came before the renewal: once it is annulled, the licence is renewed for that payment (Licensing Facilitation Act B.E. 2558 s.12). */
export async function resumePaidRenewal(tx: EntityManager, registrar: Pick<Registrar, 'receiveWithin'>, { life, appeal }: { life: string; appeal: string }): Promise<void> {
  const [paid]: { data: Record<string, unknown> }[] = await tx.query(PAID_FOR_NOTHING, [life]);
  if (paid) await tellLife(tx, registrar, { life, type: 'fee.paid', data: { ...paid.data, appeal }, key: `fee.paid:${appeal}` });
}

/** A life that does not take it is renewed in another way by now. */
async function tellLife(tx: EntityManager, registrar: Pick<Registrar, 'receiveWithin'>, { life, type, data, key }: { life: string; type: string; data: Record<string, unknown>; key: string }): Promise<void> {
  try {
    await registrar.receiveWithin(await clientOf(tx), { applicationId: life, type, data, actor: { kind: 'portal', job: 'appeals' }, key });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

async function ask(tx: EntityManager, { id, case_id: caseId, revision }: OpenFiling, effect: string, queue: string, params: Record<string, unknown> = {}): Promise<void> {
  await tx.query(ASK, [uuidv7(), id, caseId, revision, effect, JSON.stringify(params), queue]);
}
