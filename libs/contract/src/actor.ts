import type { OfficePermission, Text } from '@anuyat/licence-kit';
import type { MandateAct } from './mandates';
import type { Role } from './people';

/** A signed-in person with the rights held at this moment. */
export interface PersonActor {
  kind: 'person';
  accountId: string;
  name: Text;
  roles: Role[];
  /** One's own, and those of absent colleagues for whom one stands in. */
  offices: { code: string; permissions: OfficePermission[]; standsInFor?: { accountId: string; name: Text } }[];
  /** Codes of estates and zones; `*` is all of the EEC. */
  territories: string[];
  companies: { juristicId: string; name: Text }[];
  /** Companies for which a mandate ended, and when, in ISO 8601. */
  formerCompanies?: { juristicId: string; until: string }[];
  /** Codes of agencies whose people this person looks after. */
  looksAfter?: string[];
  /**
   * Present when an agency's own system sends it: `accountId` and `name` are then those of the officer whom the system names, or the system's own
   * where it names nobody.
   */
  system?: ActingSystem;
  /** Present while a person acts for a company: `accountId` and `name` are then the company's, and this is who really acts. */
  agent?: { accountId: string; name: Text; acts: MandateAct[] };
}

/** An agency's system as it acts: `signature` is hex of the SHA-256 of what it signed. */
export interface ActingSystem {
  id: string;
  name: Text;
  agency: string;
  /** Of the officer whom it names, in the system's words. */
  position?: string;
  signature?: string;
}

/** The portal itself: `job` says which part of it acted, such as `timekeeper`. */
export interface PortalActor {
  kind: 'portal';
  job: string;
}

export type Actor = PersonActor | PortalActor;
