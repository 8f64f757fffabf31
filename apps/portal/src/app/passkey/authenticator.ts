import { Injectable, inject } from '@angular/core';
import type { AskProof, PasskeyAsked } from '@anuyat/contract';
import type { PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser';
import { ApiClient } from '../core/api-client';

/** The person stopped, or the device could not: nothing was sent, and it can be tried again. */
export class PasskeyNotUsed extends Error {}

/** Asks the device for a passkey: to make one, to enter with it, or to sign. What speaks to the device is loaded when it is first needed. */
@Injectable({ providedIn: 'root' })
export class Authenticator {
  private readonly api = inject(ApiClient);

  async make(name: string): Promise<void> {
    const { challengeId, options } = await this.api.send<PasskeyAsked>('POST', '/api/auth/passkeys/made', {});
    const { startRegistration } = await import('@simplewebauthn/browser');
    const response = await used(startRegistration({ optionsJSON: options as PublicKeyCredentialCreationOptionsJSON }));
    await this.api.send('POST', `/api/auth/passkeys/made/${challengeId}`, { name, response });
  }

  enter(): Promise<void> {
    return this.show({});
  }

  /** @param digest of what is decided, as the refusal named it. */
  sign(digest: string): Promise<void> {
    return this.show({ digest });
  }

  private async show(wanted: AskProof): Promise<void> {
    const { challengeId, options } = await this.api.send<PasskeyAsked>('POST', '/api/auth/passkeys/proofs', wanted);
    const { startAuthentication } = await import('@simplewebauthn/browser');
    const response = await used(startAuthentication({ optionsJSON: options as PublicKeyCredentialRequestOptionsJSON }));
    await this.api.send('POST', `/api/auth/passkeys/proofs/${challengeId}`, { response });
  }
}

async function used<T>(asking: Promise<T>): Promise<T> {
  return asking.catch((error: unknown) => {
    throw new PasskeyNotUsed('The device gave no passkey.', { cause: error });
  });
}
