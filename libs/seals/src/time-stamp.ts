import { randomBytes } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { openOutbound, type Outbound } from '@anuyat/outbound';
import { bufferOf, derOf, OID, readDer, sha256 } from './pki';

const GRANTED = [0, 1];
const PATIENCE_MS = 5_000;
const NONCE_BYTES = 8;

/** The authority gave no time-stamp; what was to be stamped can be stamped later. */
export class NotStamped extends Error {}

/** Asks a time-stamp authority (RFC 3161, over HTTP). */
export class TimeStamper {
  private readonly outbound: Outbound;

  constructor(
    private readonly url: string,
    patienceMs = PATIENCE_MS,
    internalHosts: readonly string[] = [],
  ) {
    this.outbound = openOutbound(url, { patienceMs, internalHosts });
  }

  /** A token over these bytes. What it says is looked at; whether its signer is trusted is asked when the paper is checked. @throws NotStamped */
  async stamp(bytes: Uint8Array): Promise<pkijs.ContentInfo> {
    const digest = sha256(bytes);
    const nonce = new asn1js.Integer({ valueHex: bufferOf(Buffer.concat([Buffer.from([1]), randomBytes(NONCE_BYTES)])) });
    const request = new pkijs.TimeStampReq({
      version: 1,
      messageImprint: new pkijs.MessageImprint({ hashAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId: OID.sha256 }), hashedMessage: new asn1js.OctetString({ valueHex: bufferOf(digest) }) }),
      nonce,
      certReq: true,
    });
    const answer = await this.ask(derOf(request.toSchema()));
    const token = answer.timeStampToken;
    if (!GRANTED.includes(answer.status.status) || !token) throw new NotStamped(`The time-stamp authority at ${this.url} refused (status ${answer.status.status}).`);
    const info = readToken(token).info;
    const isOurs = Buffer.from(info.messageImprint.hashedMessage.getValue()).equals(digest) && info.nonce?.isEqual(nonce);
    if (!isOurs) throw new NotStamped(`The time-stamp authority at ${this.url} stamped something else.`);
    return token;
  }

  private async ask(body: Buffer): Promise<pkijs.TimeStampResp> {
    try {
      const answer = await this.outbound(this.url, { method: 'POST', headers: { 'content-type': 'application/timestamp-query' }, body: new Uint8Array(body) });
      if (!answer.ok) throw new Error(`it answered ${answer.status}`);
      return new pkijs.TimeStampResp({ schema: readDer(Buffer.from(await answer.arrayBuffer())) });
    } catch (error) {
      throw new NotStamped(`The time-stamp authority at ${this.url} is not there: ${error instanceof Error ? error.message : String(error)}.`);
    }
  }
}

/** The signed message of a token, and what it says. @throws for anything else. */
export function readToken(token: pkijs.ContentInfo): { message: pkijs.SignedData; info: pkijs.TSTInfo; content: Buffer } {
  if (token.contentType !== OID.signedData) throw new Error('A time-stamp is a signed message.');
  const message = new pkijs.SignedData({ schema: token.content });
  const { eContent, eContentType } = message.encapContentInfo;
  if (eContentType !== OID.tstInfo || !eContent) throw new Error('A time-stamp says a time.');
  const content = Buffer.from(eContent.getValue());
  return { message, content, info: new pkijs.TSTInfo({ schema: readDer(content) }) };
}
