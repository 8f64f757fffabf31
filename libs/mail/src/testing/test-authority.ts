import type { webcrypto } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';

const EC = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const COMMON_NAME = '2.5.4.3';
const ALTERNATIVE_NAME = '2.5.29.17';
const BASIC_CONSTRAINTS = '2.5.29.19';
const DNS_NAME = 2;
const HOUR_MS = 3_600_000;

/** A key and its certificate, both PEM, as a server is given them. */
export interface Identity {
  key: string;
  cert: string;
}

/** A certificate authority that exists for the length of a test. */
export class TestAuthority {
  private serial = 1;

  private constructor(
    private readonly name: string,
    private readonly keys: webcrypto.CryptoKeyPair,
    /** Its own certificate, PEM: whoever trusts it trusts what it signs. */
    readonly pem: string,
  ) {}

  static async open(name: string): Promise<TestAuthority> {
    const keys = await crypto.subtle.generateKey(EC, true, ['sign', 'verify']);
    const basic = new pkijs.Extension({ extnID: BASIC_CONSTRAINTS, critical: true, extnValue: new pkijs.BasicConstraints({ cA: true }).toSchema().toBER(false) });
    const certificate = await write({ subject: name, issuer: name, serial: 1, until: Date.now() + HOUR_MS, extension: basic }, keys.publicKey, keys.privateKey);
    return new TestAuthority(name, keys, certificate);
  }

  /** @param until when it ends, in milliseconds; it began two hours ago. */
  async certify(host: string, until = Date.now() + HOUR_MS): Promise<Identity> {
    const keys = await crypto.subtle.generateKey(EC, true, ['sign', 'verify']);
    const names = new pkijs.GeneralNames({ names: [new pkijs.GeneralName({ type: DNS_NAME, value: host })] });
    const extension = new pkijs.Extension({ extnID: ALTERNATIVE_NAME, extnValue: names.toSchema().toBER(false) });
    const cert = await write({ subject: host, issuer: this.name, serial: (this.serial += 1), until, extension }, keys.publicKey, this.keys.privateKey);
    return { key: pem('PRIVATE KEY', await crypto.subtle.exportKey('pkcs8', keys.privateKey)), cert };
  }
}

interface Wish {
  subject: string;
  issuer: string;
  serial: number;
  until: number;
  extension: pkijs.Extension;
}

async function write({ subject, issuer, serial, until, extension }: Wish, of: webcrypto.CryptoKey, by: webcrypto.CryptoKey): Promise<string> {
  const certificate = new pkijs.Certificate();
  certificate.version = 2;
  certificate.serialNumber = new asn1js.Integer({ value: serial });
  certificate.subject.typesAndValues.push(commonName(subject));
  certificate.issuer.typesAndValues.push(commonName(issuer));
  certificate.notBefore.value = new Date(Date.now() - 2 * HOUR_MS);
  certificate.notAfter.value = new Date(until);
  certificate.extensions = [extension];
  await certificate.subjectPublicKeyInfo.importKey(of);
  await certificate.sign(by, 'SHA-256');
  return pem('CERTIFICATE', certificate.toSchema(true).toBER(false));
}

const commonName = (value: string): pkijs.AttributeTypeAndValue => new pkijs.AttributeTypeAndValue({ type: COMMON_NAME, value: new asn1js.Utf8String({ value }) });

const pem = (label: string, bytes: ArrayBuffer): string => `-----BEGIN ${label}-----\n${Buffer.from(bytes).toString('base64').replace(/.{64}/g, '$&\n').trim()}\n-----END ${label}-----\n`;
