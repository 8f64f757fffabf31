import type { PersonActor, WrittenOrder } from '@anuyat/contract';
import { bangkokDate, formatDate } from '@anuyat/dictionary';
import type { Reading } from '@anuyat/registrar';
import { OrderReader } from './order-reader';
import { orderTemplate } from './order-template';
import { deliveryIn, orderedIn, remedyIn, subjectOf, type OrderTerms } from './order-words';

/** What sets a text as PDF; the portal's one typesetter. */
export interface Setter {
  set(text: string, inputs: readonly Record<string, string>[], createdAt: Date): Buffer;
}

const TERMS = `
  SELECT (h.data ->> 'days')::int AS days, a.number,
         EXISTS (SELECT FROM appeal p JOIN application r ON r.id = p.against WHERE p.application_id = a.id AND r.life_of IS NOT NULL) AS "isAboutLicence"
    FROM decision_order o JOIN application a ON a.id = o.application_id JOIN history h ON h.application_id = o.application_id AND h.revision = o.revision
   WHERE o.id = $1`;

/**
 * Prints written orders as the letters that they are: number, day, office, facts, law, considerations, the order, how and until when to
 * appeal, who made it (Administrative Procedure Act B.E. 2539 ss.36, 37, 40). The same order with the same deliveries gives the same bytes.
 */
export class OrderPress {
  constructor(
    private readonly reading: Reading,
    private readonly setter: Setter,
  ) {}

  /** An order that the reader may look at; undefined for others. */
  async find(actor: PersonActor, orderId: string): Promise<{ number: string; paper: Buffer } | undefined> {
    const order = await new OrderReader(this.reading).find(actor, orderId);
    if (!order) return undefined;
    const [terms]: (OrderTerms & { number: string | null })[] = await this.reading.source.query(TERMS, [orderId]);
    const words = wordsOf(order, { holder: order.holder, caseNumber: order.caseNumber, applicationNumber: terms?.number ?? null, days: terms?.days ?? null, isAboutLicence: terms?.isAboutLicence ?? false });
    return { number: order.number, paper: this.setter.set(orderTemplate, [{ order: JSON.stringify(words) }], new Date(order.decidedAt)) };
  }
}

/** Everything that the paper of an order says, as data for its template. */
export function wordsOf(order: WrittenOrder, about: { holder: string; caseNumber: string | null; applicationNumber: string | null } & OrderTerms): Record<string, unknown> {
  const day = bangkokDate(new Date(order.decidedAt));
  const { th = '', en = '' } = order.officer.name ?? {};
  return {
    number: order.number,
    day: { th: formatDate(day, 'th'), en: formatDate(day, 'en') },
    office: order.office.title,
    agency: order.office.agency.title,
    subject: subjectOf(order),
    holder: about.holder,
    reference: [about.applicationNumber, about.caseNumber].filter(Boolean).join(' · '),
    facts: order.facts,
    law: order.law,
    considerations: order.considerations,
    ordered: orderedIn(order, about),
    remedyTitle: order.remedy.kind === 'appeal' ? { th: 'การอุทธรณ์', en: 'How to appeal' } : { th: 'การฟ้องคดีต่อศาลปกครอง', en: 'Going to court' },
    remedy: remedyIn(order),
    officer: { th, en },
    position: order.officer.position,
    deliveries: order.deliveries.map(deliveryIn),
  };
}
