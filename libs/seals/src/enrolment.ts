import { X509Certificate } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { openOutbound, type Outbound } from '@anuyat/outbound';
import { toPem } from './pem';
import { bufferOf, derOf, distinguishedName, readDer, signatureAlgorithmOf } from './pki';
import type { SealingKey } from './sealing-key';

/** Whom a certificate is for. */
export interface Subject {
  commonName: string;
  organization: string;
}

const COUNTRY = '2.5.4.6';
const ORGANIZATION = '2.5.4.10';
const COMMON_NAME = '2.5.4.3';
const PATIENCE_MS = 10_000;

/** Asks a certificate authority for certificates, by Enrolment over Secure Transport (RFC 7030). */
export class Enrolment {
  private readonly outbound: Outbound;

  /** @param secret of this client; the authority knows whom it belongs to. */
  constructor(
    private readonly url: string,
    private readonly secret: string,
    internalHosts: readonly string[] = [],
  ) {
    this.outbound = openOutbound(url, { patienceMs: PATIENCE_MS, internalHosts });
  }

  /** The certificate for a key and those above it, without the root, as PEM. @throws when the authority does not answer or says no. */
  async enrol(key: Pick<SealingKey, 'publicKey' | 'sign'>, subject: Subject): Promise<string> {
    const answer = await this.ask('simpleenroll', { method: 'POST', headers: { 'content-type': 'application/pkcs10' }, body: (await requestFor(key, subject)).toString('base64') });
    const own = key.publicKey.export({ type: 'spki', format: 'der' });
    const chain = answer.filter(({ subject: name, issuer }) => name !== issuer).toSorted((a, b) => rank(a, own) - rank(b, own));
    if (!chain[0]?.publicKey.export({ type: 'spki', format: 'der' }).equals(own)) throw new Error(`The authority at ${this.url} gave no certificate for the key.`);
    return chain.map(({ raw }) => toPem('CERTIFICATE', raw)).join('');
  }

  /** The authority's own certificates, as PEM: what its certificates are checked against. */
  async authorities(): Promise<string> {
    return (await this.ask('cacerts', {})).map(({ raw }) => toPem('CERTIFICATE', raw)).join('');
  }

  private async ask(operation: string, init: RequestInit): Promise<X509Certificate[]> {
    const authorization = `Basic ${Buffer.from(`anuyat:${this.secret}`).toString('base64')}`;
    const answer = await this.outbound(`${this.url}/.well-known/est/${operation}`, { ...init, headers: { authorization, ...init.headers } });
    if (!answer.ok) throw new Error(`The authority at ${this.url} answered ${operation} with ${answer.status}.`);
    return certificatesIn(Buffer.from(await answer.text(), 'base64'));
  }
}

/** A signed request for a certificate (PKCS #10). */
export async function requestFor({ publicKey, sign }: Pick<SealingKey, 'publicKey' | 'sign'>, { commonName, organization }: Subject): Promise<Buffer> {
  const request = new pkijs.CertificationRequest();
  request.subject = distinguishedName([
    [COUNTRY, new asn1js.PrintableString({ value: 'TH' })],
    [ORGANIZATION, new asn1js.Utf8String({ value: organization })],
    [COMMON_NAME, new asn1js.Utf8String({ value: commonName })],
  ]);
  request.subjectPublicKeyInfo = new pkijs.PublicKeyInfo({ schema: readDer(publicKey.export({ type: 'spki', format: 'der' })) });
  request.attributes = [];
  const signed = request.toSchema(true).valueBlock.value[0];
  if (!signed) throw new Error('A request has a first part.');
  request.signatureAlgorithm = signatureAlgorithmOf(publicKey);
  request.signatureValue = new asn1js.BitString({ valueHex: bufferOf(await sign(derOf(signed))) });
  return derOf(request.toSchema(true));
}

/** The certificates of a certs-only message (PKCS #7). */
function certificatesIn(der: Uint8Array): X509Certificate[] {
  const content = new pkijs.ContentInfo({ schema: readDer(der) });
  const { certificates = [] } = new pkijs.SignedData({ schema: content.content });
  return certificates.filter((each) => each instanceof pkijs.Certificate).map((each) => new X509Certificate(derOf(each.toSchema())));
}

function rank(certificate: X509Certificate, own: Buffer): number {
  return certificate.publicKey.export({ type: 'spki', format: 'der' }).equals(own) ? 0 : 1;
}
