import type { OrderKind, Text } from '@anuyat/licence-kit';
import type { Remedy } from './remedy';

/** A written order as its table holds it. */
export interface OrderRow {
  id: string;
  application_id: string;
  case_id: string;
  revision: number;
  lane: string;
  kind: OrderKind;
  outcome: string;
  number: string;
  office: string;
  /** Null where no officer acted: time that ran out. */
  officer: { name: Text } | null;
  facts: string;
  law: string;
  considerations: string;
  remedy: Remedy;
  decided_at: Date;
  /** The first moment at which it counts as notified. */
  notified_at: Date | null;
}

export const ORDER_COLUMNS = `o.id, o.application_id, o.case_id, o.revision, o.lane, o.kind, o.outcome, o.number, o.office, o.officer, o.facts, o.law, o.considerations,
  o.remedy, o.decided_at, (SELECT min(d.notified_at) FROM delivery d WHERE d.order_id = o.id) AS notified_at`;
