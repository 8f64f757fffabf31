import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Accounts } from '../accounts/accounts';
import { AccessLog } from './access-log';

/** Parts of the copy, each a statement about the account `$1`. */
const PARTS: Record<string, string> = {
  account: `SELECT name_th, name_en, created_at, last_signed_in_at, claims FROM account WHERE id = $1`,
  waysIn: `SELECT issuer, NULL AS linked_at FROM account WHERE id = $1 UNION ALL SELECT issuer, linked_at FROM account_link WHERE account_id = $1`,
  sessions: `SELECT started_at, last_seen_at, ended_at, agent, ip, provider, ial FROM session WHERE account_id = $1 ORDER BY started_at`,
  securityEvents: `SELECT at, since, kind, code, by_account IS NULL AS is_by_me, call, provider, ial, agent, count FROM security_event WHERE account_id = $1 ORDER BY id`,
  roles: `SELECT role, valid_from, valid_until FROM account_role WHERE account_id = $1 ORDER BY valid_from`,
  offices: `SELECT office, permissions, valid_from, valid_until FROM office_membership WHERE account_id = $1 ORDER BY valid_from`,
  mandates: `SELECT juristic_id, name_th, name_en, ground, acts, valid_from, valid_until FROM company_mandate WHERE account_id = $1 ORDER BY valid_from`,
  mandateRequests: `SELECT juristic_id, name_th, acts, until, words, asked_at, decided_at, is_granted FROM mandate_request WHERE account_id = $1 ORDER BY asked_at`,
  cases: `SELECT id, number, journey, status, applicant_name, business_name, acting_for, answers, created_at, submitted_at, received_at_legal FROM case_file WHERE account_id = $1 ORDER BY id`,
  papers: `SELECT d.id, d.case_id, d.code, d.file_name, d.kind, d.bytes, d.sha256, d.uploaded_at, d.removed_at FROM document d JOIN case_file c ON c.id = d.case_id WHERE c.account_id = $1 ORDER BY d.id`,
  applications: `SELECT id, case_id, number, code, version, status, submitted_at FROM application WHERE account_id = $1 ORDER BY id`,
  history: `SELECT h.application_id, h.revision, h.type, h.at, h.actor->'name' AS by, h.data FROM history h JOIN application a ON a.id = h.application_id WHERE a.account_id = $1 AND (h.actor->>'accountId' = $1::text OR h.actor->'onBehalfOf'->>'accountId' = $1::text) ORDER BY h.application_id, h.revision`,
  bills: `SELECT b.id, b.case_id, b.office, b.lines, b.total, b.status FROM bill b JOIN case_file c ON c.id = b.case_id WHERE c.account_id = $1 ORDER BY b.id`,
  licences: `SELECT number, code, office, holder, business_name FROM licence WHERE account_id = $1 ORDER BY number`,
  mailAddresses: `SELECT coalesce(address, masked) AS address, language, asked_at, confirmed_at, failing_since, stopped_at, stopped_by FROM mail_address WHERE account_id = $1 ORDER BY asked_at`,
  letters: `SELECT l.kind, l.created_at, l.state, coalesce(l.to_masked, m.masked) AS to, l.tries, l.answer, l.answered_at, n.case_id, n.notice FROM letter l JOIN mail_address m ON m.id = l.address_id LEFT JOIN notice n ON n.id = l.notice_id WHERE m.account_id = $1 ORDER BY l.created_at`,
  notices: `SELECT case_id, notice, title_th, title_en, at, read_at FROM notice WHERE account_id = $1 ORDER BY at`,
};

const mostAccesses = 100_000;

/** A copy of everything that the portal keeps of a person, to read and to take elsewhere (PDPA B.E. 2562 ss.30 and 31). */
@Injectable()
export class DataCopier {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(AccessLog) private readonly log: AccessLog,
  ) {}

  /** All parts are read at one moment. Papers are listed with their digests; each can be downloaded from its case. */
  async copy(accountId: string): Promise<Record<string, unknown>> {
    const parts = await this.source.transaction('REPEATABLE READ', async (tx) => {
      const read: Record<string, unknown> = {};
      for (const [name, statement] of Object.entries(PARTS)) read[name] = await tx.query(statement, [accountId]);
      return read;
    });
    const { personalId } = await this.accounts.getVouched(accountId);
    return { copiedAt: new Date().toISOString(), ...(personalId ? { personalId } : {}), ...parts, accesses: await this.log.list(accountId, mostAccesses) };
  }
}
