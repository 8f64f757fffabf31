import type { AppealView } from '@anuyat/contract';
import { textOf } from '@anuyat/licence-kit';
import type { Reading } from '@anuyat/registrar';
import { OrderReader } from './order-reader';

interface Row {
  against: string;
  order_id: string | null;
  number: string | null;
  code: string;
  version: number;
  grounds: string;
  request: string;
  late_because: string;
  is_late: boolean;
  filed_at: Date;
  due_at: Date;
  opinion: string | null;
}

const READ = `
  SELECT p.against, p.order_id, r.number, r.code, r.version, p.grounds, p.request, p.late_because, p.is_late, p.filed_at, p.due_at,
         (SELECT h.data ->> 'note' FROM history h WHERE h.application_id = p.application_id AND h.type = 'issuer.sentUp' ORDER BY h.revision DESC LIMIT 1) AS opinion
    FROM appeal p JOIN application r ON r.id = p.against WHERE p.application_id = $1`;

/** What an appeal says, with the order that it is against; undefined where the application is no appeal. The caller has checked who may look. */
export async function findAppeal(reading: Reading, applicationId: string): Promise<AppealView | undefined> {
  const [row]: Row[] = await reading.source.query(READ, [applicationId]);
  if (!row) return undefined;
  const orders = new OrderReader(reading);
  return {
    against: { applicationId: row.against, number: row.number, licence: textOf(reading.library.getLicence(row.code, row.version).texts, 'title') },
    grounds: row.grounds,
    request: row.request,
    lateBecause: row.late_because,
    isLate: row.is_late,
    filedAt: row.filed_at.toISOString(),
    dueAt: row.due_at.toISOString(),
    opinion: row.opinion,
    order: (await (row.order_id ? orders.findById(row.order_id) : orders.findOf(row.against))) ?? null,
  };
}
