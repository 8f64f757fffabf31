import * as pkijs from 'pkijs';
import { encodeMessage, signMessage } from './cms';
import { OID, readDer, sha256 } from './pki';
import type { SealingKey } from './sealing-key';
import { addSignatureField, type FieldWords } from './signature-field';
import { readToken, type TimeStamper } from './time-stamp';

/** Room for the message beside its certificates: attributes, signature, and a time-stamp with its own certificates. */
const ROOM = 7_000;

/** Where the signature of a sealed PDF lies, and what it is over. */
export interface SealPlace {
  /** The signed message as DER, without the room after it. */
  message: Buffer;
  signedBytes: Buffer;
  from: number;
  to: number;
}

/** Seals a PDF with an agency's key (PAdES baseline B). The time-stamp, which makes it B-T, is {@link stampPaper}'s. */
export async function sealPaper(pdf: Buffer, key: SealingKey, words: FieldWords): Promise<Buffer> {
  const room = ROOM + key.chain.reduce((sum, { raw }) => sum + raw.length, 0);
  const prepared = addSignatureField(pdf, words, room);
  const digest = sha256(Buffer.concat([prepared.pdf.subarray(0, prepared.from), prepared.pdf.subarray(prepared.to)]));
  return withMessage(prepared.pdf, prepared, encodeMessage(await signMessage(key, { digest })));
}

/** Adds the time-stamp to a sealed PDF; everything that was signed stays as it is. @throws NotStamped while the authority cannot give one. */
export async function stampPaper(pdf: Buffer, stamper: TimeStamper): Promise<{ pdf: Buffer; at: Date }> {
  const place = findSeal(pdf);
  const message = new pkijs.SignedData({ schema: new pkijs.ContentInfo({ schema: readDer(place.message) }).content });
  const [info] = message.signerInfos;
  if (!info) throw new Error('This PDF is sealed by nobody.');
  const token = await stamper.stamp(new Uint8Array(info.signature.getValue()));
  info.unsignedAttrs = new pkijs.SignedAndUnsignedAttributes({ type: 1, attributes: [new pkijs.Attribute({ type: OID.timeStampToken, values: [token.toSchema()] })] });
  return { pdf: withMessage(pdf, place, encodeMessage(message)), at: readToken(token).info.genTime };
}

/** The one seal of a PDF. @throws unless it covers the whole file but itself, and is written as we write it. */
export function findSeal(pdf: Buffer): SealPlace {
  const at = pdf.lastIndexOf('/ByteRange [');
  const [, start = '', from = '', to = '', rest = ''] = /^\/ByteRange \[(\d+) +(\d+) +(\d+) +(\d+) *\]/.exec(pdf.toString('latin1', at, at + 80)) ?? [];
  const range = { from: Number(from), to: Number(to) };
  if (at < 0 || Number(start) !== 0 || !from || range.to + Number(rest) !== pdf.length) throw new Error('This PDF has no seal over all of it.');
  const hex = pdf.toString('latin1', range.from, range.to);
  const bytes = Buffer.from(hex.slice(1, -1), 'hex');
  if (hex !== `<${bytes.toString('hex')}>`) throw new Error('The seal is not written as a seal is.');
  const length = lengthOf(bytes);
  if (bytes.subarray(length).some((byte) => byte !== 0)) throw new Error('There is something behind the seal.');
  return { ...range, message: bytes.subarray(0, length), signedBytes: Buffer.concat([pdf.subarray(0, range.from), pdf.subarray(range.to)]) };
}

function withMessage(pdf: Buffer, { from, to }: { from: number; to: number }, message: Buffer): Buffer {
  const room = to - from - 2;
  if (2 * message.length > room) throw new Error(`The seal has ${message.length} bytes; there is room for ${room / 2}.`);
  const sealed = Buffer.from(pdf);
  sealed.write(message.toString('hex').padEnd(room, '0'), from + 1, 'latin1');
  return sealed;
}

/** Of the DER value that these bytes begin with. */
function lengthOf(bytes: Buffer): number {
  const first = bytes[1] ?? 0;
  if (first < 0x80) return first + 2;
  const count = first & 0x7f;
  return 2 + count + bytes.readUIntBE(2, Math.min(Math.max(count, 1), 6));
}
