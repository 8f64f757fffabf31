import type { OfficePermission, Text } from '@anuyat/licence-kit';

export type Role = 'applicant' | 'officer' | 'monitor' | 'admin';

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
  signedInAt: string;
}

export interface OfficeMembershipView {
  office: OfficeRef;
  permissions: OfficePermission[];
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
}
