import type { OfficePermission, Text } from '@anuyat/licence-kit';
import type { OfficeRef } from './people';

/** `POST /api/people/agencies/:agency/systems` */
export interface RegisterSystem {
  name: Text;
  /** Whom to call when it misbehaves. */
  contact: string;
  offices: string[];
  /** A public key as a JWK: Ed25519, or P-256. */
  key: { kty: string; crv: string; x: string; y?: string };
  /** Days in Thailand; the last counts. */
  from: string;
  until: string;
  /** Where it is told that there is something to do; without it, it asks by itself. */
  webhookUrl?: string;
}

/** An agency's own system, as those who look after the agency's people see it. */
export interface AgencySystemView {
  id: string;
  name: Text;
  contact: string;
  offices: OfficeRef[];
  keyThumbprint: string;
  from: string;
  until: string;
  state: 'waiting' | 'coming' | 'working' | 'suspended' | 'over' | 'ended';
  registeredBy: Text;
  registeredAt: string;
  confirmedBy: Text | null;
  /** Whether the reader may confirm it: nobody confirms their own. */
  mayConfirm: boolean;
  webhook: {
    url: string;
    /** Since when it cannot be reached; null while it can. */
    failingSince: string | null;
    /** When it last took a message. */
    reachedAt: string | null;
    waiting: number;
  } | null;
  lastSeenAt: string | null;
}

/** `GET /api/people/agencies/:agency/systems` */
export interface AgencySystemsView {
  agency: { code: string; title: Text };
  systems: AgencySystemView[];
}

/** `GET /api/system`: what a system is told of itself, and whom it may name. */
export interface OwnSystemView {
  id: string;
  name: Text;
  agency: string;
  offices: OfficeRef[];
  until: string;
  officers: { accountId: string; name: Text; office: string; permissions: OfficePermission[] }[];
}

/** What comes back when a system was registered; the secret of its messages is told here and nowhere else. */
export interface RegisteredSystem {
  id: string;
  webhookSecret?: string;
}
