/**
 * What stands between who somebody is and an officer's rights: the passkey has to be shown (`enter`), one has to be made first (`enrol`), or
 * one has to be made until a day (`soon`), until which the rights are there.
 */
export interface SecondStep {
  step: 'enter' | 'enrol' | 'soon';
  /** With `soon`: the rights rest from then on without a passkey. */
  until?: string;
}

/** `GET /api/auth/passkeys` */
export interface PasskeyView {
  id: string;
  name: string;
  createdAt: string;
  lastUsedAt: string | null;
  /** Kept by a provider of the officer's, on several devices; otherwise it is in one device alone. */
  isSynced: boolean;
}

/** What the browser is to ask an authenticator for: WebAuthn's options, as JSON. */
export interface PasskeyAsked {
  challengeId: string;
  options: object;
}

/** `POST /api/auth/passkeys/proofs`: to enter, or for the digest that a refusal named. */
export interface AskProof {
  /** Hex of SHA-256 over what is signed; absent: to enter. */
  digest?: string;
}

/** `PUT /api/auth/passkeys/…/:challengeId`: what the authenticator answered, as JSON. */
export interface PasskeyAnswer {
  response: object;
}
