import { verify, type X509Certificate } from 'node:crypto';
import type * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { attributesToSign, certificatesOf, encodeMessage } from './cms';
import { derOf, OID, sha256 } from './pki';
import { readToken } from './time-stamp';
import { leadsToRoot } from './trust';

/** By which digest each algorithm signs; the others are not believed. */
const DIGESTS: Record<string, string> = {
  [OID.ecdsaWithSha256]: 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
  '1.2.840.113549.1.1.1': 'sha256',
  [OID.sha256WithRsa]: 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
};

const TOKEN_VERSION = 3;

/** When the authority saw these bytes; undefined unless the token is whole, about them, and of an authority that leads to a trusted root. */
export function checkToken(token: pkijs.ContentInfo, stamped: Uint8Array, roots: readonly X509Certificate[]): Date | undefined {
  const { message, info, content } = readToken(token);
  const [signerInfo] = message.signerInfos;
  const chain = certificatesOf(message);
  const own = chain.findIndex(({ serialNumber }) => signerInfo?.sid instanceof pkijs.IssuerAndSerialNumber && sameSerial(signerInfo.sid.serialNumber, serialNumber));
  const certificate = chain[own];
  if (!certificate || !signerInfo?.signedAttrs || !certificate.keyUsage?.includes(OID.timeStamping)) return undefined;
  const attributes = signerInfo.signedAttrs.attributes;
  const digest = DIGESTS[signerInfo.signatureAlgorithm.algorithmId];
  const isWhole =
    message.version === TOKEN_VERSION &&
    signerInfo.version === 1 &&
    message.digestAlgorithms.length === 1 &&
    message.digestAlgorithms[0]?.isEqual(signerInfo.digestAlgorithm) === true &&
    signerInfo.digestAlgorithm.algorithmId === OID.sha256 &&
    isName(signerInfo.sid, chain[own]) &&
    encodeMessage(message).equals(derOf(token.toSchema())) &&
    sameDigest(attributes, content) &&
    info.messageImprint.hashAlgorithm.algorithmId === OID.sha256 &&
    Buffer.from(info.messageImprint.hashedMessage.getValue()).equals(sha256(stamped));
  if (!isWhole || !digest) return undefined;
  if (!verify(digest, attributesToSign(attributes), certificate.publicKey, new Uint8Array(signerInfo.signature.getValue()))) return undefined;
  return leadsToRoot([certificate, ...chain.filter((other) => other !== certificate)], roots, info.genTime) ? info.genTime : undefined;
}

function sameDigest(attributes: readonly pkijs.Attribute[], content: Buffer): boolean {
  const [value] = (attributes.find(({ type }) => type === OID.messageDigest)?.values ?? []) as asn1js.OctetString[];
  return value !== undefined && Buffer.from(value.getValue()).equals(sha256(content));
}

function sameSerial(serial: asn1js.Integer, hex: string): boolean {
  return BigInt(`0x${Buffer.from(serial.valueBlock.valueHexView).toString('hex')}`) === BigInt(`0x${hex}`);
}

function isName(sid: unknown, certificate: X509Certificate | undefined): boolean {
  return certificate !== undefined && sid instanceof pkijs.IssuerAndSerialNumber && derOf(sid.issuer.toSchema()).equals(issuerOf(certificate));
}

function issuerOf({ raw }: X509Certificate): Buffer {
  return derOf(pkijs.Certificate.fromBER(new Uint8Array(raw).buffer).issuer.toSchema());
}
