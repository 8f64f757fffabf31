import { createHash, randomBytes } from 'node:crypto';
import { Refusal, type OfferView, type PersonActor } from '@anuyat/contract';
import { clientOf } from '@anuyat/database';
import type { DefinitionLibrary, Registrar } from '@anuyat/registrar';
import { textOf } from '@anuyat/licence-kit';
import type { DataSource, EntityManager } from 'typeorm';

const CODE_BYTES = 24;

interface OfferRow {
  number: string;
  life_id: string;
  account_id: string;
  code: string;
  version: number;
  holder: string;
  place_th: string;
  place_en: string;
}

/** The offer that stands now: the newest of a licence that waits for somebody to accept. */
const OFFER = `
  SELECT l.number, a.id AS life_id, a.account_id, l.code, l.version, l.holder, l.place_th, l.place_en
    FROM licence_offer o JOIN licence l ON l.number = o.number JOIN application a ON a.life_of = l.number
   WHERE o.offer = $1 AND a.state #>> '{value,living,handover}' = 'offered'
     AND (SELECT h.data ->> 'offer' FROM history h WHERE h.application_id = a.id AND h.type = 'handover.offered' ORDER BY h.revision DESC LIMIT 1) = o.offer`;

/**
 * Hands licences over: the holder offers with a code that only its receiver learns, and whoever signs in with it accepts. Only the digest
 * of the code is kept.
 */
export class TransferClerk {
  constructor(
    private readonly source: DataSource,
    private readonly library: DefinitionLibrary,
    private readonly registrar: Pick<Registrar, 'receiveWithin' | 'wakeCourier'>,
  ) {}

  /** @returns the code; it cannot be told again. @throws Refusal `not-found`, `event-not-accepted`. */
  async offer(actor: PersonActor, number: string): Promise<string> {
    const code = randomBytes(CODE_BYTES).toString('base64url');
    await this.source.transaction(async (tx) => {
      const [life]: { id: string }[] = await tx.query(`SELECT id FROM application WHERE life_of = $1 AND account_id = $2`, [number, actor.accountId]);
      if (!life) throw new Refusal('not-found');
      await this.registrar.receiveWithin(await clientOf(tx), { applicationId: life.id, type: 'handover.offered', data: { offer: digestOf(code) }, actor });
      await tx.query(`INSERT INTO licence_offer (offer, number) VALUES ($1, $2)`, [digestOf(code), number]);
    });
    this.registrar.wakeCourier();
    return code;
  }

  /** What is offered. @throws Refusal `not-found` when the code is no offer's that stands. */
  async read(code: string): Promise<OfferView> {
    const { number, holder, place_th, place_en, code: licence, version } = await getOffer(this.source.manager, code);
    return { number, title: textOf(this.library.getLicence(licence, version).texts, 'output'), holder, place: { th: place_th, en: place_en } };
  }

  /** @throws Refusal `not-found`, `not-allowed` for the holder themselves. */
  async accept(actor: PersonActor, code: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const offer = await getOffer(tx, code);
      if (offer.account_id === actor.accountId) throw new Refusal('not-allowed');
      await this.registrar.receiveWithin(await clientOf(tx), {
        applicationId: offer.life_id,
        type: 'handover.accepted',
        data: { accountId: actor.accountId, holder: actor.name.th },
        actor: { kind: 'portal', job: 'transfer-clerk' },
      });
    });
    this.registrar.wakeCourier();
  }
}

async function getOffer(reader: EntityManager, code: string): Promise<OfferRow> {
  const [offer]: OfferRow[] = await reader.query(OFFER, [digestOf(code)]);
  if (!offer) throw new Refusal('not-found');
  return offer;
}

function digestOf(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}
