import { readsAs } from '@anuyat/access';
import type { ApplicationStatus, WrittenOrder, PersonActor } from '@anuyat/contract';
import { asPortal } from '@anuyat/database';
import { getOffice } from '@anuyat/dictionary/reference';
import { textOf, type OrderKind, type Text } from '@anuyat/licence-kit';
import type { Reading } from '@anuyat/registrar';
import { ORDER_COLUMNS, type OrderRow } from './order-row';

interface ReadRow extends OrderRow {
  code: string;
  version: number;
  account_id: string;
  status: ApplicationStatus;
  deliveries: { kind: WrittenOrder['deliveries'][number]['kind']; sentAt: string; notifiedAt: string }[] | null;
  in_own_case: boolean;
  appeal: { applicationId: string; number: string | null; status: ApplicationStatus; reopenedAs: string | null } | null;
}

const ORDERS = `
  SELECT ${ORDER_COLUMNS}, a.code, a.version, a.account_id, a.status, (a.life_of IS NULL OR a.account_id = (SELECT c.account_id FROM case_file c WHERE c.id = a.case_id)) AS in_own_case,
         (SELECT json_agg(json_build_object('kind', d.kind, 'sentAt', d.sent_at, 'notifiedAt', d.notified_at) ORDER BY d.at) FROM delivery d WHERE d.order_id = o.id) AS deliveries,
         (SELECT json_build_object('applicationId', p.application_id, 'number', pa.number, 'status', pa.status, 'reopenedAs', r.application_id)
            FROM appeal p JOIN application pa ON pa.id = p.application_id LEFT JOIN reopening r ON r.appeal_id = p.application_id
           WHERE p.against = o.application_id AND (a.life_of IS NULL OR p.order_id = o.id) AND pa.status <> 'withdrawn' LIMIT 1) AS appeal
    FROM decision_order o JOIN application a ON a.id = o.application_id`;

/**
 * Reads written orders with how they were delivered, how they can be appealed, and whether they were. One order is read by the portal, for the office that made it is told
 * that there is an appeal, which another office decides and whose rows are not its own; who may look is asked here or by the caller.
 */
export class OrderReader {
  constructor(private readonly reading: Reading) {}

  /** Oldest first. The caller has checked who may look. */
  async ofCase(caseId: string): Promise<WrittenOrder[]> {
    const rows: ReadRow[] = await this.reading.source.query(`${ORDERS} WHERE o.case_id = $1 AND a.life_of IS NULL ORDER BY o.decided_at, o.id`, [caseId]);
    return rows.map((row) => this.viewOf(row));
  }

  /** The newest order of an application, or the newest of some kinds. */
  async findOf(applicationId: string, kinds: readonly OrderKind[] | null = null): Promise<WrittenOrder | undefined> {
    const [row]: ReadRow[] = await asPortal(() => this.reading.source.query(`${ORDERS} WHERE o.application_id = $1 AND ($2::text[] IS NULL OR o.kind = ANY($2)) ORDER BY o.revision DESC LIMIT 1`, [applicationId, kinds]));
    return row && this.viewOf(row);
  }

  /** One order; the caller has checked who may look. */
  async findById(orderId: string): Promise<WrittenOrder | undefined> {
    const [row]: ReadRow[] = await asPortal(() => this.reading.source.query(`${ORDERS} WHERE o.id = $1`, [orderId]));
    return row && this.viewOf(row);
  }

  /** An order of one's own, of one's office, or one whose appeal one's office looks at. */
  async find(actor: PersonActor, orderId: string): Promise<(WrittenOrder & { holder: string; caseNumber: string | null }) | undefined> {
    const [row]: (ReadRow & { holder: string; case_number: string | null; looked: string[] })[] = await asPortal(() => this.reading.source.query(
      `SELECT x.*, c.applicant_name AS holder, c.number AS case_number,
              ARRAY(SELECT v.value ->> 'office' FROM appeal p JOIN application pa ON pa.id = p.application_id, jsonb_each(pa.offices) v WHERE p.against = x.application_id) AS looked
         FROM (${ORDERS} WHERE o.id = $1) x JOIN case_file c ON c.id = x.case_id`,
      [orderId],
    ));
    if (!row) return undefined;
    const mayLook = readsAs(actor, 'order', { accountId: row.account_id, state: 'open', offices: [row.office, ...row.looked] });
    return mayLook ? { ...this.viewOf(row), holder: row.holder, caseNumber: row.case_number } : undefined;
  }

  private viewOf(row: ReadRow): WrittenOrder {
    const { library, calendar } = this.reading;
    const { texts } = library.getLicence(row.code, row.version);
    const { remedy } = row;
    const until = row.notified_at ? calendar.dueAt(row.notified_at, remedy.days, remedy.unit) : null;
    const office = getOffice(row.office);
    return {
      id: row.id,
      applicationId: row.application_id,
      licence: textOf(texts, 'title'),
      kind: row.kind,
      outcome: row.outcome as WrittenOrder['outcome'],
      number: row.number,
      office,
      officer: { name: row.officer?.name ?? null, position: positionIn(office.title) },
      decidedAt: row.decided_at.toISOString(),
      notifiedAt: row.notified_at?.toISOString() ?? null,
      deliveries: (row.deliveries ?? []).map(({ kind, sentAt, notifiedAt }) => ({ kind, sentAt: new Date(sentAt).toISOString(), notifiedAt: new Date(notifiedAt).toISOString() })),
      facts: row.facts,
      law: row.law,
      considerations: row.considerations,
      remedy: {
        kind: remedy.kind, to: remedy.to, days: remedy.days, unit: remedy.unit, how: remedy.how, citation: remedy.citation, isVerified: remedy.isVerified,
        until: until?.toISOString() ?? null, isOver: until !== null && until < new Date(),
      },
      appeal: row.appeal,
      mayAppeal: remedy.kind === 'appeal' && remedy.procedure !== null && row.appeal === null && row.in_own_case,
    };
  }
}

/** Every order names the position of whoever made it (Administrative Procedure Act B.E. 2539 s.36). */
function positionIn(office: Text): Text {
  return { th: `เจ้าหน้าที่ผู้มีอำนาจพิจารณา ${office.th}`, en: `Deciding officer, ${office.en}` };
}
