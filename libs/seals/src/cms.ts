import { X509Certificate } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { bufferOf, certificateOf, derOf, OID, sha256, signatureAlgorithmOf } from './pki';

/** What signs a message: its certificate, those above it, and how. */
export interface Signer {
  chain: X509Certificate[];
  sign(bytes: Uint8Array): Promise<Buffer>;
}

/** What is signed: a digest of what lies elsewhere, or content that the message carries. */
export type Signed = { digest: Uint8Array } | { type: string; content: Uint8Array };

/**
 * A signed message (CMS, RFC 5652) with the attributes that PAdES and RFC 3161 ask for: type of the content, its digest, and the digest of
 * the signer's certificate (RFC 5035). No signing time: a PDF says it itself, and a time-stamp proves it.
 */
export async function signMessage(signer: Signer, signed: Signed): Promise<pkijs.SignedData> {
  const [own] = signer.chain;
  if (!own) throw new Error('Who signs needs a certificate.');
  const certificate = certificateOf(own.raw);
  const type = 'type' in signed ? signed.type : OID.data;
  const attributes = sorted([
    new pkijs.Attribute({ type: OID.contentType, values: [new asn1js.ObjectIdentifier({ value: type })] }),
    new pkijs.Attribute({ type: OID.messageDigest, values: [new asn1js.OctetString({ valueHex: bufferOf('type' in signed ? sha256(signed.content) : signed.digest) })] }),
    new pkijs.Attribute({ type: OID.signingCertificateV2, values: [signingCertificate(own)] }),
  ]);
  const signature = await signer.sign(attributesToSign(attributes));
  return new pkijs.SignedData({
    version: type === OID.data ? 1 : 3,
    digestAlgorithms: [new pkijs.AlgorithmIdentifier({ algorithmId: OID.sha256 })],
    encapContentInfo: new pkijs.EncapsulatedContentInfo({
      eContentType: type,
      ...('type' in signed ? { eContent: new asn1js.OctetString({ valueHex: bufferOf(signed.content) }) } : {}),
    }),
    certificates: signer.chain.map(({ raw }) => certificateOf(raw)),
    signerInfos: [
      new pkijs.SignerInfo({
        version: 1,
        sid: new pkijs.IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
        digestAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId: OID.sha256 }),
        signedAttrs: new pkijs.SignedAndUnsignedAttributes({ type: 0, attributes }),
        signatureAlgorithm: signatureAlgorithmOf(own.publicKey),
        signature: new asn1js.OctetString({ valueHex: bufferOf(signature) }),
      }),
    ],
  });
}

export function encodeMessage(message: pkijs.SignedData): Buffer {
  return derOf(new pkijs.ContentInfo({ contentType: OID.signedData, content: message.toSchema(true) }).toSchema());
}

/** What the signature is over: the attributes as a set, whatever tag they have in the message. */
export function attributesToSign(attributes: readonly pkijs.Attribute[]): Buffer {
  return derOf(new asn1js.Set({ value: attributes.map((attribute) => attribute.toSchema()) }));
}

/** The certificates that a message carries. */
export function certificatesOf({ certificates = [] }: pkijs.SignedData): X509Certificate[] {
  return certificates.filter((each) => each instanceof pkijs.Certificate).map((each) => new X509Certificate(derOf(each.toSchema())));
}

/** Sets are sorted by their bytes in DER; whoever encodes the message anew must get the same. */
function sorted(attributes: pkijs.Attribute[]): pkijs.Attribute[] {
  return attributes.toSorted((a, b) => Buffer.compare(derOf(a.toSchema()), derOf(b.toSchema())));
}

/** SigningCertificateV2 with the digest of one certificate; SHA-256 is its default and so not named. */
function signingCertificate({ raw }: X509Certificate): asn1js.Sequence {
  const id = new asn1js.Sequence({ value: [new asn1js.OctetString({ valueHex: bufferOf(sha256(raw)) })] });
  return new asn1js.Sequence({ value: [new asn1js.Sequence({ value: [id] })] });
}
