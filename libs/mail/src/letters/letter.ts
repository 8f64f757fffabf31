import type { MailLanguage } from '@anuyat/contract';
import { inForce } from '@anuyat/database';
import type { EntityManager } from 'typeorm';

/** What a letter is about, as the tables say at the moment of sending. */
export type Letter = { id: string; to: string; masked: string } & (
  | { kind: 'notice'; language: MailLanguage; addressId: string; notice: ToldNotice }
  | { kind: 'confirmation'; language: MailLanguage; addressId: string }
  | { kind: 'invitation'; invitation: OpenInvitation }
);

export interface ToldNotice {
  id: string;
  kind: string;
  audience: 'applicant' | 'staff';
  title: { th: string; en: string };
  at: Date;
  caseId: string;
  caseNumber: string | null;
  /** Of the application, for staff. */
  number: string | null;
  looksAfterPeople: boolean;
}

export interface OpenInvitation {
  id: string;
  name: string;
  agency: string;
  office: string | null;
  tokenHash: Buffer;
  expiresAt: Date;
}

interface Row {
  kind: Letter['kind'];
  is_wanted: boolean;
  address_id: string;
  address: string;
  masked: string;
  language: MailLanguage;
  notice_id: string;
  notice: string;
  audience: ToldNotice['audience'];
  title_th: string;
  title_en: string;
  at: Date;
  case_id: string;
  case_number: string | null;
  number: string | null;
  looks_after: boolean;
  invitation_id: string;
  email: string;
  name: string;
  agency: string;
  office: string | null;
  token_hash: Buffer;
  expires_at: Date;
}

const LETTER = `
  SELECT l.kind, m.id AS address_id, m.address, m.masked, m.language, n.id AS notice_id, n.notice, n.audience, n.title_th, n.title_en, n.at, n.case_id, c.number AS case_number, a.number,
         EXISTS (SELECT FROM agency_administrator g WHERE g.account_id = n.account_id AND ${inForce('g')}) AS looks_after,
         i.id AS invitation_id, i.email, i.name, i.agency, i.office, i.token_hash, i.expires_at,
         CASE l.kind WHEN 'notice' THEN m.address IS NOT NULL AND m.failing_since IS NULL
                     WHEN 'confirmation' THEN m.address IS NOT NULL AND m.confirmed_at IS NULL
                     ELSE i.email IS NOT NULL AND i.accepted_at IS NULL AND i.withdrawn_at IS NULL AND i.expires_at > now() END AS is_wanted
    FROM letter l LEFT JOIN mail_address m ON m.id = l.address_id LEFT JOIN notice n ON n.id = l.notice_id LEFT JOIN case_file c ON c.id = n.case_id
    LEFT JOIN application a ON a.id = n.application_id LEFT JOIN officer_invitation i ON i.id = l.invitation_id
   WHERE l.id = $1`;

/** @returns undefined where nobody wants it any more: the address is not used, or the invitation is over. */
export async function findLetter(tx: EntityManager, id: string, mask: (address: string) => string): Promise<Letter | undefined> {
  const [row]: Row[] = await tx.query(LETTER, [id]);
  if (!row?.is_wanted) return undefined;
  if (row.kind === 'invitation') {
    const { invitation_id, name, agency, office, token_hash, expires_at, email } = row;
    return { id, kind: row.kind, to: email, masked: mask(email), invitation: { id: invitation_id, name, agency, office, tokenHash: token_hash, expiresAt: expires_at } };
  }
  const to = { id, to: row.address, masked: row.masked, language: row.language, addressId: row.address_id };
  if (row.kind === 'confirmation') return { ...to, kind: row.kind };
  const { notice_id, notice, audience, title_th: th, title_en: en, at, case_id, case_number, number, looks_after } = row;
  return { ...to, kind: row.kind, notice: { id: notice_id, kind: notice, audience, title: { th, en }, at, caseId: case_id, caseNumber: case_number, number, looksAfterPeople: looks_after } };
}
