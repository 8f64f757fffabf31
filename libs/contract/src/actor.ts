import type { OfficePermission, Text } from '@anuyat/licence-kit';
import type { MandateAct } from './mandates';
import type { Role } from './people';

/** A signed-in person with the rights held at this moment. */
export interface PersonActor {
  kind: 'person';
  accountId: string;
  name: Text;
  roles: Role[];
  offices: { code: string; permissions: OfficePermission[] }[];
  /** Codes of estates and zones; `*` is all of the EEC. */
  territories: string[];
  companies: { juristicId: string; name: Text }[];
  /** Present while a person acts for a company: `accountId` and `name` are then the company's, and this is who really acts. */
  agent?: { accountId: string; name: Text; acts: MandateAct[] };
}

/** The portal itself: `job` says which part of it acted, such as `timekeeper`. */
export interface PortalActor {
  kind: 'portal';
  job: string;
}

export type Actor = PersonActor | PortalActor;
