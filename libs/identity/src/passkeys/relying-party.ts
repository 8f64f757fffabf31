import { Inject, Injectable } from '@nestjs/common';
import type { AuthenticationResponseJSON, PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON, RegistrationResponseJSON, WebAuthnCredential } from '@simplewebauthn/server';
import type { FastifyRequest } from 'fastify';
import { Origins } from '@anuyat/http';

const timeout = 120_000;

/** A passkey that was made. */
export interface MadePasskey {
  credential: WebAuthnCredential;
  isSynced: boolean;
}

/** An account as authenticators show it. */
export interface PasskeyOwner {
  accountId: string;
  name: string;
}

/** WebAuthn as this portal speaks it: bound to the address that people typed, the person verified by the device each time. */
@Injectable()
export class RelyingParty {
  constructor(@Inject(Origins) private readonly origins: Origins) {}

  async creation(request: FastifyRequest, { accountId, name }: PasskeyOwner, known: { id: string; transports: string[] }[]): Promise<PublicKeyCredentialCreationOptionsJSON> {
    const { generateRegistrationOptions } = await webAuthn();
    return generateRegistrationOptions({
      rpName: 'Anuyat', rpID: this.at(request).rpId, userName: name, userDisplayName: name, userID: new Uint8Array(Buffer.from(accountId)), timeout,
      excludeCredentials: known, authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
    });
  }

  async request(request: FastifyRequest, challenge: Buffer, known: { id: string; transports: string[] }[]): Promise<PublicKeyCredentialRequestOptionsJSON> {
    const { generateAuthenticationOptions } = await webAuthn();
    return generateAuthenticationOptions({ rpID: this.at(request).rpId, challenge: new Uint8Array(challenge), allowCredentials: known, userVerification: 'required', timeout });
  }

  /** Undefined when the answer is not right. */
  async made(request: FastifyRequest, response: object, challenge: string): Promise<MadePasskey | undefined> {
    const { verifyRegistrationResponse } = await webAuthn();
    const { origin, rpId } = this.at(request);
    const check = verifyRegistrationResponse({ response: response as RegistrationResponseJSON, expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: rpId });
    const { registrationInfo } = await check.catch(() => ({ registrationInfo: undefined }));
    return registrationInfo && { credential: registrationInfo.credential, isSynced: registrationInfo.credentialDeviceType === 'multiDevice' };
  }

  /** @returns the authenticator's new counter; undefined when the answer is not right. */
  async shown(request: FastifyRequest, response: object, challenge: string, credential: WebAuthnCredential): Promise<number | undefined> {
    const { verifyAuthenticationResponse } = await webAuthn();
    const { origin, rpId } = this.at(request);
    const check = verifyAuthenticationResponse({ response: response as AuthenticationResponseJSON, expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: rpId, credential });
    const told = await check.catch(() => undefined);
    return told?.verified ? told.authenticationInfo.newCounter : undefined;
  }

  private at(request: FastifyRequest): { origin: string; rpId: string } {
    const origin = this.origins.originFor(request.host);
    return { origin, rpId: new URL(origin).hostname };
  }
}

/** Loaded when it is first needed: a portal without passkeys does without it. */
function webAuthn(): Promise<typeof import('@simplewebauthn/server')> {
  return import('@simplewebauthn/server');
}
