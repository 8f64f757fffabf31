import { createHash, type KeyObject } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';

/** Object identifiers that are spoken of by name. */
export const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timeStampToken: '1.2.840.113549.1.9.16.2.14',
  tstInfo: '1.2.840.113549.1.9.16.1.4',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha512: '2.16.840.1.101.3.4.2.3',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  sha256WithRsa: '1.2.840.113549.1.1.11',
  timeStamping: '1.3.6.1.5.5.7.3.8',
} as const;

export function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

/** A view's own bytes as the libraries want them. */
export function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}

export function derOf(schema: { toBER(sizeOnly?: boolean): ArrayBuffer }): Buffer {
  return Buffer.from(schema.toBER(false));
}

/** @throws unless the bytes are one whole ASN.1 value. */
export function readDer(bytes: Uint8Array): asn1js.AsnType {
  const { result, offset } = asn1js.fromBER(bufferOf(bytes));
  if (offset !== bytes.length) throw new Error('These bytes are not one ASN.1 value.');
  return result;
}

export function certificateOf(der: Uint8Array): pkijs.Certificate {
  return new pkijs.Certificate({ schema: readDer(der) });
}

/** A name as a list of single parts, in their order: object identifier and words. */
export function distinguishedName(parts: readonly (readonly [type: string, value: asn1js.PrintableString | asn1js.Utf8String])[]): pkijs.RelativeDistinguishedNames {
  const sets = parts.map(([type, value]) => new asn1js.Set({ value: [new asn1js.Sequence({ value: [new asn1js.ObjectIdentifier({ value: type }), value] })] }));
  return new pkijs.RelativeDistinguishedNames({ schema: readDer(derOf(new asn1js.Sequence({ value: sets }))) });
}

/** The algorithm that a key signs with over SHA-256. */
export function signatureAlgorithmOf(publicKey: KeyObject): pkijs.AlgorithmIdentifier {
  if (publicKey.asymmetricKeyType === 'ec') return new pkijs.AlgorithmIdentifier({ algorithmId: OID.ecdsaWithSha256 });
  if (publicKey.asymmetricKeyType === 'rsa') return new pkijs.AlgorithmIdentifier({ algorithmId: OID.sha256WithRsa, algorithmParams: new asn1js.Null() });
  throw new Error(`Papers are not signed with keys of the kind ${publicKey.asymmetricKeyType ?? 'unknown'}.`);
}
