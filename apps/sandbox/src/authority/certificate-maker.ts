import { createPublicKey, randomBytes, X509Certificate, type KeyObject } from 'node:crypto';
import { derOf, distinguishedName, OID, readDer, signatureAlgorithmOf } from '@anuyat/seals';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';

const DAY_MS = 86_400_000;
const CLOCKS_APART_MS = 300_000;
const BASIC_CONSTRAINTS = '2.5.29.19';
const KEY_USAGE = '2.5.29.15';
const EXTENDED_KEY_USAGE = '2.5.29.37';
const SIGNS_DOCUMENTS = 0xc0;
const SIGNS_CERTIFICATES = 0x06;

/** What a certificate is made for. */
export type Purpose = 'authority' | 'seal' | 'time-stamp';

export interface CertificateWish {
  subject: pkijs.RelativeDistinguishedNames;
  publicKey: KeyObject;
  purpose: Purpose;
  days: number;
}

/** A certificate signed with the issuer's key; for a root, with its own. */
export function makeCertificate({ subject, publicKey, purpose, days }: CertificateWish, issuer: { subject: pkijs.RelativeDistinguishedNames; privateKey: KeyObject }, sign: (bytes: Buffer) => Buffer): X509Certificate {
  const certificate = new pkijs.Certificate();
  const now = Date.now();
  const algorithm = signatureAlgorithmOf(createPublicKey(issuer.privateKey));
  certificate.version = 2;
  certificate.serialNumber = new asn1js.Integer({ valueHex: new Uint8Array([1, ...randomBytes(15)]).buffer });
  certificate.subject = subject;
  certificate.issuer = issuer.subject;
  certificate.notBefore.value = new Date(now - CLOCKS_APART_MS);
  certificate.notAfter.value = new Date(now + days * DAY_MS);
  certificate.subjectPublicKeyInfo = new pkijs.PublicKeyInfo({ schema: readDer(publicKey.export({ type: 'spki', format: 'der' })) });
  certificate.signature = algorithm;
  certificate.signatureAlgorithm = algorithm;
  certificate.extensions = extensionsFor(purpose);
  const signed = certificate.toSchema(true).valueBlock.value[0];
  if (!signed) throw new Error('A certificate has a first part.');
  certificate.signatureValue = new asn1js.BitString({ valueHex: new Uint8Array(sign(derOf(signed))).buffer });
  return new X509Certificate(derOf(certificate.toSchema(true)));
}

/** A name in the sandbox's own country. */
export function nameOf(commonName: string): pkijs.RelativeDistinguishedNames {
  return distinguishedName([
    ['2.5.4.6', new asn1js.PrintableString({ value: 'TH' })],
    ['2.5.4.3', new asn1js.Utf8String({ value: commonName })],
  ]);
}

function extensionsFor(purpose: Purpose): pkijs.Extension[] {
  const isAuthority = purpose === 'authority';
  const usage = new asn1js.BitString({ valueHex: new Uint8Array([isAuthority ? SIGNS_CERTIFICATES : SIGNS_DOCUMENTS]).buffer, unusedBits: isAuthority ? 1 : 6 });
  const basic = new pkijs.BasicConstraints(isAuthority ? { cA: true } : {});
  return [
    new pkijs.Extension({ extnID: BASIC_CONSTRAINTS, critical: true, extnValue: basic.toSchema().toBER(false) }),
    new pkijs.Extension({ extnID: KEY_USAGE, critical: true, extnValue: usage.toBER(false) }),
    ...(purpose === 'time-stamp'
      ? [new pkijs.Extension({ extnID: EXTENDED_KEY_USAGE, critical: true, extnValue: new pkijs.ExtKeyUsage({ keyPurposes: [OID.timeStamping] }).toSchema().toBER(false) })]
      : []),
  ];
}
