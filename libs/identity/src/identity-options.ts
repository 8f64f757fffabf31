import type { ExchangeClient } from './mandates/company-register';
import type { PasskeyPolicy } from './passkeys/passkey-policy';

/** Injection token of the options. */
export const identityOptions = Symbol('IdentityOptions');

/** Who can say who somebody is: the Department of Provincial Administration's ThaID, or the DGA's Digital ID (ทางรัฐ). */
export type ProviderCode = 'thaid' | 'dga';

/** How the portal is known at one provider. */
export interface ProviderClient {
  /** https, or http while the sandbox plays it. */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What is asked of the provider; by default what it knows of a person. */
  scope?: string;
  /** Assurance level of those whom the provider sends without saying one. */
  assumedIal?: string;
}

/** ThaID's client, and whatever else there is. */
export interface IdentityOptions extends ProviderClient {
  /** The second way in; absent: there is none. */
  dga?: ProviderClient;
  /** The government's data exchange, for the register of companies; absent: no directorship can be looked up. */
  exchange?: ExchangeClient;
  /** Hosts that may be called though they are in the own network. */
  internalHosts?: readonly string[];
  /** At least 32 characters; keys for sealing are derived from it. */
  sessionSecret: string;
  /** Whether this installation sends e-mail: invitations to an address go there too. */
  sendsMail?: boolean;
  /** Present while stand-ins play the outside world: its people may be listed. */
  sandboxUrl?: string;
  /** Seconds without a call after which a session ends; 2 hours unless told. */
  idleSeconds?: number;
  /** Seconds after which a session ends in any case; 12 hours unless told. */
  absoluteSeconds?: number;
  /** Seconds for which having proved who one is counts as fresh; 15 minutes unless told. */
  freshSeconds?: number;
  /** Which agencies ask their people for a passkey; none unless told. */
  passkeys?: PasskeyPolicy;
}

export const defaultIdleSeconds = 2 * 60 * 60;
export const defaultAbsoluteSeconds = 12 * 60 * 60;
export const defaultFreshSeconds = 15 * 60;
export const noPasskeyPolicy: PasskeyPolicy = { required: [], graceDays: 0 };
