import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Refusal, type OwnSecurityView, type RecordedPerson, type SecurityEventKind, type SecurityEventPage, type SecurityEventView } from '@anuyat/contract';
import { clientOf } from '@anuyat/database';
import type { Text } from '@anuyat/licence-kit';
import type { OpenSession } from '../sessions/open-session';
import { Marks } from './marks';
import { SecurityRecord } from './security-record';

/** What administrators look for. */
export interface SecurityFilter {
  /** A person's mark, or a part of the name of somebody who works for an agency or the portal. */
  person?: string;
  kind?: SecurityEventKind;
  /** Moments, ISO 8601. */
  from?: string;
  until?: string;
  /** `next` of the page before. */
  after?: string;
  limit: number;
}

interface Row {
  id: string;
  at: Date;
  since: Date | null;
  kind: SecurityEventKind;
  code: string | null;
  person: string | null;
  staff: Text | null;
  by_account: string | null;
  by_person: string | null;
  by_staff: Text | null;
  session: string | null;
  network: string | null;
  call: string | null;
  provider: string | null;
  ial: string | null;
  agent: string | null;
  count: number;
}

/** What a person is told of the own account; refused calls are left to administrators. */
const OWN: SecurityEventKind[] = ['sign-in', 'sign-out', 'session-ended', 'step-up', 'step-up-failed', 'locked-out', 'lock-lifted', 'passkey-added', 'passkey-removed', 'passkey-failed', 'record-read'];
const MOST_OWN = 20;

const LIST_OWN = `
  SELECT e.id, e.at, e.kind, e.code, e.by_account, e.provider, e.agent, e.network, e.session, e.count
    FROM security_event e WHERE e.person = $1 AND e.kind = ANY($2) AND (e.kind <> 'record-read' OR e.by_account IS NOT NULL) ORDER BY e.id DESC LIMIT $3`;

/** Who works for an agency or the portal, now or before: their names stand on what they do. */
const IS_STAFF = `(EXISTS (SELECT FROM office_membership WHERE account_id = a.id) OR EXISTS (SELECT FROM agency_administrator WHERE account_id = a.id) OR EXISTS (SELECT FROM monitor_territory WHERE account_id = a.id)
   OR EXISTS (SELECT FROM account_role WHERE account_id = a.id AND role <> 'applicant'))`;
const staffName = (account: string): string => `(SELECT jsonb_build_object('th', a.name_th, 'en', a.name_en) FROM account a WHERE a.id = ${account} AND ${IS_STAFF})`;

const SEARCH = `
  SELECT e.id, e.at, e.since, e.kind, e.code, e.person, ${staffName('e.account_id')} AS staff, e.by_account, e.by_person, ${staffName('e.by_account')} AS by_staff, e.session, e.network, e.call, e.provider, e.ial, e.count
    FROM security_event e
   WHERE ($1::bigint IS NULL OR e.id < $1) AND ($2::text IS NULL OR e.kind = $2) AND ($3::timestamptz IS NULL OR e.at >= $3) AND ($4::timestamptz IS NULL OR e.at < $4) AND ($5::text[] IS NULL OR e.person = ANY($5))
   ORDER BY e.id DESC LIMIT $6`;

const NAMED = `SELECT a.id FROM account a WHERE (a.name_th ILIKE $1 OR a.name_en ILIKE $1) AND ${IS_STAFF} ORDER BY a.id LIMIT 50`;

/** Tells what is recorded: to people what concerns their own account, to administrators what they search for, which is recorded in turn. */
@Injectable()
export class RecordReader {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Marks) private readonly marks: Marks,
    @Inject(SecurityRecord) private readonly record: SecurityRecord,
  ) {}

  /** The newest about the session's person. */
  async own({ accountId, signedInAt }: Pick<OpenSession, 'accountId' | 'signedInAt'>, ip: string): Promise<OwnSecurityView> {
    await this.record.flush();
    const rows: Row[] = await this.source.query(LIST_OWN, [this.marks.ofPerson(accountId), OWN, MOST_OWN]);
    const [here, thisOne] = [this.marks.ofNetwork(ip), this.marks.ofSession(accountId, signedInAt)];
    const items = rows.map(({ id, at, kind, code, by_account: by, provider, agent, network, session, count }) => ({
      id, kind, code, provider, count, at: at.toISOString(), agent: agent ?? '', isFromHere: network === here, isByMe: by === null, isThisOne: session === thisOne,
    }));
    return { reference: referenceOf(this.marks.ofPerson(accountId)), items };
  }

  /** What an administrator finds, newest first. That it was looked at is written down before it is told. */
  async search(by: string, filter: SecurityFilter, ip: string): Promise<SecurityEventPage> {
    await this.record.flush();
    const people = filter.person === undefined ? null : await this.peopleIn(filter.person);
    const only = people?.length === 1 ? await this.findAccount(people[0] ?? '') : undefined;
    return this.source.transaction(async (tx) => {
      const client = await clientOf(tx);
      const { rows } = await client.query<Row>(SEARCH, [filter.after ?? null, filter.kind ?? null, filter.from ?? null, filter.until ?? null, people, filter.limit + 1]);
      await this.record.write(client, { kind: 'record-read', accountId: only ?? by, by, ip });
      const items = rows.slice(0, filter.limit).map(viewOf);
      return { items, next: rows.length > filter.limit ? (items.at(-1)?.id ?? null) : null };
    });
  }

  /** Whose mark it is. @throws Refusal `not-found`. */
  async accountOf(reference: string): Promise<string> {
    const found = await this.findAccount(markIn(reference) ?? '');
    if (!found) throw new Refusal('not-found');
    return found;
  }

  private async findAccount(mark: string): Promise<string | undefined> {
    const [row]: { account_id: string }[] = await this.source.query(`SELECT account_id FROM security_event WHERE person = $1 LIMIT 1`, [mark]);
    return row?.account_id;
  }

  private async peopleIn(wanted: string): Promise<string[]> {
    const mark = markIn(wanted);
    if (mark) return [mark];
    const found: { id: string }[] = await this.source.query(NAMED, [`%${wanted.trim().replace(/[\\%_]/g, '\\$&')}%`]);
    return found.map(({ id }) => this.marks.ofPerson(id));
  }
}

/** A mark as people read it out, `7f3a-12c9-04be`. */
function referenceOf(mark: string): string {
  return mark.replace(/(.{4})(?=.)/g, '$1-');
}

function markIn(text: string): string | undefined {
  const mark = text.trim().toLowerCase().replaceAll('-', '');
  return /^[0-9a-f]{12}$/.test(mark) ? mark : undefined;
}

function personOf(mark: string | null, staff: Text | null): RecordedPerson | null {
  return mark === null ? null : { reference: referenceOf(mark), staff };
}

function viewOf({ id, at, since, kind, code, person, staff, by_person: byPerson, by_staff: byStaff, session, network, call, provider, ial, count }: Row): SecurityEventView {
  return { id, kind, code, session, network, call, provider, ial, count, at: at.toISOString(), since: since?.toISOString() ?? null, who: personOf(person, staff), by: personOf(byPerson, byStaff) };
}
