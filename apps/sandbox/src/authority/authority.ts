import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, X509Certificate, type KeyObject } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bufferOf, derOf, encodeMessage, OID, readDer, signMessage, toPem, certificateOf } from '@anuyat/seals';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { makeCertificate, nameOf } from './certificate-maker';

const ROOT_DAYS = 3_650;
const SEAL_DAYS = 730;
const POLICY = '1.3.6.1.4.1.13762.3';

interface Kept {
  rootKey: string;
  root: string;
  stampKey: string;
  stamp: string;
}

/** The sandbox's certificate and time-stamp authority. Its root is made at the first start, and trusted by nobody but this installation. */
export class Authority {
  private constructor(
    private readonly rootKey: KeyObject,
    private readonly root: X509Certificate,
    private readonly stampKey: KeyObject,
    private readonly stampCertificate: X509Certificate,
  ) {}

  static async open(dataDir: string): Promise<Authority> {
    const file = join(dataDir, 'sandbox', 'authority.json');
    const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    const kept = text ? (JSON.parse(text) as Kept) : makeKept();
    if (!text) {
      await mkdir(join(dataDir, 'sandbox'), { recursive: true });
      await writeFile(file, JSON.stringify(kept), { mode: 0o600 });
    }
    return new Authority(createPrivateKey(kept.rootKey), new X509Certificate(kept.root), createPrivateKey(kept.stampKey), new X509Certificate(kept.stamp));
  }

  get rootPem(): string {
    return toPem('CERTIFICATE', this.root.raw);
  }

  /** The certificate for a request (PKCS #10), as a certs-only message. @throws unless whoever asks holds the key. */
  async enrol(request: Uint8Array): Promise<Buffer> {
    const asked = new pkijs.CertificationRequest({ schema: readDer(request) });
    if (!(await asked.verify())) throw new Error('The request is not signed with its own key.');
    const publicKey = createPublicKey({ key: derOf(asked.subjectPublicKeyInfo.toSchema()), type: 'spki', format: 'der' });
    return certificatesOnly([this.issue(asked.subject, publicKey)]);
  }

  certificates(): Buffer {
    return certificatesOnly([this.root]);
  }

  /** The answer to a time-stamp query (RFC 3161). */
  async stamp(query: Uint8Array, at = new Date()): Promise<Buffer> {
    let asked: pkijs.TimeStampReq;
    try {
      asked = new pkijs.TimeStampReq({ schema: readDer(query) });
    } catch {
      return derOf(new pkijs.TimeStampResp({ status: new pkijs.PKIStatusInfo({ status: 2 }) }).toSchema());
    }
    const info = new pkijs.TSTInfo({
      version: 1,
      policy: POLICY,
      messageImprint: asked.messageImprint,
      serialNumber: new asn1js.Integer({ valueHex: bufferOf(Buffer.concat([Buffer.from([1]), Buffer.from(crypto.getRandomValues(new Uint8Array(15)))])) }),
      genTime: at,
      ...(asked.nonce ? { nonce: asked.nonce } : {}),
    });
    const signer = { chain: [this.stampCertificate], sign: (bytes: Uint8Array) => Promise.resolve(sign('sha256', bytes, this.stampKey)) };
    const message = await signMessage(signer, { type: OID.tstInfo, content: derOf(info.toSchema()) });
    const token = new pkijs.ContentInfo({ schema: readDer(encodeMessage(message)) });
    return derOf(new pkijs.TimeStampResp({ status: new pkijs.PKIStatusInfo({ status: 0 }), timeStampToken: token }).toSchema());
  }

  private issue(subject: pkijs.RelativeDistinguishedNames, publicKey: KeyObject): X509Certificate {
    const issuer = { subject: certificateOf(this.root.raw).subject, privateKey: this.rootKey };
    return makeCertificate({ subject, publicKey, purpose: 'seal', days: SEAL_DAYS }, issuer, (bytes) => sign('sha256', bytes, this.rootKey));
  }
}

function makeKept(): Kept {
  const pair = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const [root, stamp] = [pair(), pair()];
  const subject = nameOf('Anuyat sandbox authority (not for real papers)');
  const issuer = { subject, privateKey: root.privateKey };
  const byRoot = (bytes: Buffer) => sign('sha256', bytes, root.privateKey);
  const pem = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'pem' }).toString();
  return {
    rootKey: pem(root.privateKey),
    root: toPem('CERTIFICATE', makeCertificate({ subject, publicKey: root.publicKey, purpose: 'authority', days: ROOT_DAYS }, issuer, byRoot).raw),
    stampKey: pem(stamp.privateKey),
    stamp: toPem('CERTIFICATE', makeCertificate({ subject: nameOf('Anuyat sandbox time-stamps (not for real papers)'), publicKey: stamp.publicKey, purpose: 'time-stamp', days: ROOT_DAYS }, issuer, byRoot).raw),
  };
}

function certificatesOnly(certificates: readonly X509Certificate[]): Buffer {
  const message = new pkijs.SignedData({ version: 1, encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: OID.data }), certificates: certificates.map(({ raw }) => certificateOf(raw)), signerInfos: [] });
  return encodeMessage(message);
}
