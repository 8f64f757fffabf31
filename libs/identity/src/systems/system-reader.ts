import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AgencySystemsView, AgencySystemView } from '@anuyat/contract';
import { getAgency, getOffice } from '@anuyat/dictionary/reference';
import type { Text } from '@anuyat/licence-kit';
import { dayOf, lastDayBefore } from '../officers/days';

interface Row extends Pick<AgencySystemView, 'id' | 'name' | 'contact' | 'from' | 'until' | 'state' | 'mayConfirm'> {
  offices: string[];
  key_thumbprint: string;
  registered_by: Text;
  registered_at: Date;
  confirmed_by: Text | null;
  webhook_url: string | null;
  failing_since: Date | null;
  reached_at: Date | null;
  seen_at: Date | null;
  waiting: number;
}

const named = (account: string): string => `(SELECT jsonb_build_object('th', name_th, 'en', name_en) FROM account WHERE id = ${account})`;

const STATE = `
  CASE WHEN s.ended_at IS NOT NULL THEN 'ended' WHEN s.valid_until <= now() THEN 'over' WHEN s.confirmed_at IS NULL THEN 'waiting'
       WHEN s.suspended_at IS NOT NULL THEN 'suspended' WHEN s.valid_from > now() THEN 'coming' ELSE 'working' END`;

const LIST = `
  SELECT s.id, ${named('s.id')} AS name, s.contact, s.offices, s.key_thumbprint, ${dayOf('s.valid_from')} AS "from", ${lastDayBefore('s.valid_until')} AS until, ${STATE} AS state,
         ${named('s.registered_by')} AS registered_by, s.registered_at, ${named('s.confirmed_by')} AS confirmed_by,
         s.confirmed_at IS NULL AND s.ended_at IS NULL AND s.valid_until > now() AND s.registered_by <> $2 AS "mayConfirm",
         s.webhook_url, CASE WHEN s.failures >= 3 THEN s.failing_since END AS failing_since, s.reached_at, s.seen_at, (SELECT count(*)::int FROM system_message m WHERE m.system_id = s.id) AS waiting
    FROM agency_system s WHERE s.agency = $1 ORDER BY s.ended_at IS NOT NULL, s.registered_at DESC, s.id LIMIT 100`;

/** What those who look after an agency's people see of its systems. */
@Injectable()
export class SystemReader {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  /** Working ones and those to come first, newest first; what was ended stays to be seen. */
  async list(agency: string, reader: string): Promise<AgencySystemsView> {
    const rows: Row[] = await this.source.query(LIST, [agency, reader]);
    const { code, title } = getAgency(agency);
    return { agency: { code, title }, systems: rows.map(viewOf) };
  }
}

function viewOf({ id, name, contact, offices, from, until, state, mayConfirm, ...row }: Row): AgencySystemView {
  return {
    id, name, contact, from, until, state, mayConfirm,
    offices: offices.map((code) => getOffice(code)),
    keyThumbprint: row.key_thumbprint,
    registeredBy: row.registered_by,
    registeredAt: row.registered_at.toISOString(),
    confirmedBy: row.confirmed_by,
    webhook: row.webhook_url === null ? null : { url: row.webhook_url, failingSince: row.failing_since?.toISOString() ?? null, reachedAt: row.reached_at?.toISOString() ?? null, waiting: row.waiting },
    lastSeenAt: row.seen_at?.toISOString() ?? null,
  };
}
