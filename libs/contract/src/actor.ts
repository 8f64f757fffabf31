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
  /** Present while a person acts for a company: `accountId` and `name` are then the company's, and this is who really acts. */
  agent?: { accountId: string; name: Text; acts: MandateAct[] };
}

/** The portal itself: `job` says which part of it acted, such as `timekeeper`. */
export interface PortalActor {
  kind: 'portal';
  job: string;
}

export type Actor = PersonActor | PortalActor;
