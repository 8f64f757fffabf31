import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc';
import { digest, generateSalt } from '@sd-jwt/crypto-nodejs';
import { getOffice, sealerOf } from '@anuyat/dictionary/reference';
import { textOf, type LicenceDefinition } from '@anuyat/licence-kit';
import { jwkOf, type SealingKey } from '@anuyat/seals';
import type { LicenceRow } from '../licences';

/** Which credentials these are; the address tells what is in them. */
export function credentialType(publicUrl: string): string {
  return `${publicUrl}/api/seals/credential-type`;
}

/** Who an agency is in a credential: its keys are found from here (`/.well-known/jwt-vc-issuer`). */
export function issuerOf(publicUrl: string, agency: string): string {
  return `${publicUrl}/api/seals/issuers/${agency}`;
}

/** Where an agency's list of withdrawn licences is. */
export function statusListAt(publicUrl: string, agency: string): string {
  return `${publicUrl}/api/seals/status-lists/${agency}`;
}

export interface CredentialParts {
  row: LicenceRow;
  definition: LicenceDefinition;
  key: SealingKey;
  statusIndex: number;
  publicUrl: string;
  at: Date;
}

/**
 * A licence as a verifiable credential (SD-JWT VC): what names a person or a place is told only by who holds it, the rest to everybody. It
 * is not bound to a holder's key: like the paper, it says whom it is for.
 */
export async function writeCredential({ row, definition, key, statusIndex, publicUrl, at }: CredentialParts): Promise<string> {
  const { alg, kid, x5c } = jwkOf(key);
  const office = getOffice(row.office);
  const sealer = sealerOf(office);
  const writer = new SDJwtVcInstance({
    signer: async (data) => (await key.sign(Buffer.from(data), 'ieee-p1363')).toString('base64url'),
    signAlg: String(alg),
    hasher: digest,
    hashAlg: 'sha-256',
    saltGenerator: generateSalt,
  });
  const claims = {
    iss: issuerOf(publicUrl, sealer.code),
    vct: credentialType(publicUrl),
    iat: Math.floor(at.getTime() / 1_000),
    nbf: Date.parse(`${row.valid_from}T00:00:00+07:00`) / 1_000,
    ...(row.valid_until ? { exp: Date.parse(`${row.valid_until}T23:59:59+07:00`) / 1_000 } : {}),
    status: { status_list: { idx: statusIndex, uri: statusListAt(publicUrl, sealer.code) } },
    licence_number: row.number,
    edition: row.edition,
    licence_type: row.code,
    title: textOf(definition.texts, 'output'),
    issuing_authority: sealer.title,
    issuing_office: office.title,
    issued_on: row.issued_on,
    valid_until: row.valid_until ?? null,
    conditions: row.conditions,
    holder: row.holder,
    business_name: row.business_name ?? '',
    place: { th: row.place_th, en: row.place_en },
  };
  return writer.issue(claims, { _sd: ['holder', 'business_name', 'place'] }, { header: { kid, x5c } });
}
