/** Injection token of the options. */
export const identityOptions = Symbol('IdentityOptions');

export interface IdentityOptions {
  /** Issuer of the identity provider. https, or http while the sandbox plays it. */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What is asked of the provider; by default what Thailand's Digital ID knows of a person. */
  scope?: string;
  /** At least 32 characters; keys for sealing are derived from it. */
  sessionSecret: string;
  /** Present while stand-ins play the outside world: its people may be listed. */
  sandboxUrl?: string;
  /** Seconds without a call after which a session ends; 2 hours unless told. */
  idleSeconds?: number;
  /** Seconds after which a session ends in any case; 12 hours unless told. */
  absoluteSeconds?: number;
}

export const defaultScope = 'openid pid title given_name family_name name given_name_en family_name_en name_en ial';
export const defaultIdleSeconds = 2 * 60 * 60;
export const defaultAbsoluteSeconds = 12 * 60 * 60;
