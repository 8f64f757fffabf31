import type { OfficePermission, Text } from '@anuyat/licence-kit';
import type { OfficeRef } from './people';

/** A time in an office, by days in Thailand: the last day counts. */
export interface TermView {
  id: string;
  office: OfficeRef;
  permissions: OfficePermission[];
  from: string;
  /** Null: until it is ended. */
  until: string | null;
  state: 'coming' | 'live' | 'ended';
}

export interface OfficerView {
  accountId: string;
  name: Text;
  lastSignedInAt: string | null;
  passkeys: number;
  terms: TermView[];
}

export interface InvitationView {
  id: string;
  agency: { code: string; title: Text };
  /** Null: to look after the agency's people. */
  office: OfficeRef | null;
  permissions: OfficePermission[];
  name: string;
  /** The e-mail address, or the personal number with its middle hidden. */
  address: string;
  from: string;
  until: string | null;
  expiresAt: string;
}

/** Somebody does another's work from one day to another. */
export interface CoverView {
  id: string;
  absent: { accountId: string; name: Text };
  standIn: { accountId: string; name: Text };
  from: string;
  until: string;
}

/** What was done about people: by whom, about whom. */
export interface PeopleNoteView {
  id: string;
  at: string;
  what: 'invited' | 'invitation-withdrawn' | 'joined' | 'term-changed' | 'term-ended' | 'cover-named' | 'cover-ended' | 'passkeys-removed' | 'sessions-ended' | 'administrator-joined' | 'administrator-ended' | 'system-registered' | 'system-confirmed' | 'system-suspended' | 'system-resumed' | 'system-ended';
  by: Text;
  about: string;
  office: OfficeRef | null;
}

/** `GET /api/people/agencies/:agency` */
export interface AgencyPeopleView {
  agency: { code: string; title: Text };
  officers: OfficerView[];
  administrators: { id: string; accountId: string; name: Text; since: string }[];
  invitations: InvitationView[];
  covers: CoverView[];
  notes: PeopleNoteView[];
}

/** `GET /api/people/mine`: what an officer may do about the own absence, and what was done about the officer. */
export interface MyOfficeView {
  colleagues: { accountId: string; name: Text; offices: OfficeRef[] }[];
  covers: CoverView[];
  notes: PeopleNoteView[];
}

/** `POST /api/people/agencies/:agency/invitations`; without an office, to look after the agency's people. */
export interface InviteOfficer {
  office?: string;
  permissions?: OfficePermission[];
  name: string;
  personalId?: string;
  email?: string;
  from: string;
  until?: string | null;
}

/** The one-time link is told once, and to nobody else. */
export interface InvitedOfficer {
  id: string;
  link: string;
  /** Whether a letter with the link is on its way to the invited address, too. */
  isMailed: boolean;
}

/** `PUT /api/people/terms/:id`; `isSure` where nobody else would be left who can do a lane's work. */
export interface ChangeTerm {
  permissions: OfficePermission[];
  from: string;
  until?: string | null;
  isSure?: boolean;
}

/** `POST /api/people/covers` by the absent officer, `POST /api/people/agencies/:agency/covers` by an administrator. */
export interface NameCover {
  /** Absent: oneself. */
  absent?: string;
  standIn: string;
  from: string;
  until: string;
}
