import type { OfficePermission, Text } from '@anuyat/licence-kit';
import type { MandateAct } from './mandates';
import type { SecondStep } from './passkeys';

/** `agency-admin` looks after the people of an agency: invites, changes and ends, and decides nothing. */
export type Role = 'applicant' | 'officer' | 'monitor' | 'agency-admin' | 'admin';

/** `GET /api/auth/me` */
export interface Me {
  isSignedIn: boolean;
  account?: AccountView;
}

export interface AccountView {
  id: string;
  name: Text;
  roles: Role[];
  /** Offices an officer works in now. */
  offices: OfficeMembershipView[];
  /** Companies this person may act for. */
  companies: { juristicId: string; name: Text }[];
  /** Estates and zones that a monitor looks after; `*` is all of the EEC. */
  territories: string[];
  /** Agencies whose people this person looks after. */
  looksAfter: { code: string; title: Text }[];
  signedInAt: string;
  /** Present while the account is a company's: who acts for it, and what the mandate allows. */
  actingAs?: { person: Text; acts: MandateAct[] };
  /** Present while the rights of an office rest, or will, for want of a passkey. */
  secondStep?: SecondStep;
  session: OwnSession;
}

/** The session that asks: how it was opened, and until when it lasts. */
export interface OwnSession {
  /** Who said who this is: `thaid` or `dga`; absent where a session is older than that record. */
  provider?: string;
  /** Identity assurance level, such as `2.3`. */
  ial?: string;
  /** When the person last proved who it is. */
  provedAt: string;
  /** Until when that is fresh enough to file or to sign. */
  freshUntil: string;
  /** Ends then without another call. */
  idleUntil: string;
  /** Ends then in any case. */
  endsAt: string;
}

/** `GET /api/auth/providers`: the ways to sign in. */
export interface ProviderView {
  code: string;
  title: Text;
}

export interface OfficeMembershipView {
  office: OfficeRef;
  permissions: OfficePermission[];
  /** Where the right is an absent colleague's. */
  standsInFor?: { accountId: string; name: Text };
}

export interface OfficeRef {
  code: string;
  title: Text;
  agency: { code: string; title: Text };
}

/** `GET /api/auth/personas`: only while the sandbox plays the identity provider. */
export interface PersonaView {
  hint: string;
  name: Text;
  role: Role;
  about: Text;
}

/** `GET /api/auth/sessions`, newest first; `DELETE /api/auth/sessions/:id` ends one. */
export interface SessionView {
  id: string;
  /** The session that asked. */
  isThisOne: boolean;
  signedInAt: string;
  lastSeenAt: string;
  /** What the browser called itself. */
  agent: string;
  ip: string;
  provider?: string;
}
