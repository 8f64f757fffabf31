import { createCipheriv, createDecipheriv } from 'node:crypto';

/** Bytes of a piece before it is sealed; a reader holds one or two of them, whatever the length of the file. */
const PIECE = 64 * 1024;
const TAG = 16;

/**
 * Seals a stream with AES-256-GCM, piece by piece: each piece is authentic before a byte of it is given out, and none can be cut off,
 * doubled or moved, for its place and whether it is the last are part of its nonce. `key` is of this content alone, so nonces never repeat.
 * @param about what the content is, such as its digest; it opens under no other name.
 */
export async function* seal(source: AsyncIterable<Buffer>, key: Buffer, about: string): AsyncGenerator<Buffer> {
  for await (const { piece, at, isLast } of inPieces(source, PIECE)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(at, isLast)).setAAD(Buffer.from(about));
    yield Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()]);
  }
}

/** Opens what {@link seal} sealed. @throws where a byte of it is not what it was, or the end is missing. */
export async function* unseal(source: AsyncIterable<Buffer>, key: Buffer, about: string): AsyncGenerator<Buffer> {
  for await (const { piece, at, isLast } of inPieces(source, PIECE + TAG)) {
    if (piece.length < TAG) throw new Error('A sealed content ends too early.');
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(at, isLast)).setAAD(Buffer.from(about)).setAuthTag(piece.subarray(-TAG));
    yield Buffer.concat([decipher.update(piece.subarray(0, -TAG)), decipher.final()]);
  }
}

/** Bytes that a content of this length has when it is sealed. */
export function sealedLength(bytes: number): number {
  return bytes + TAG * Math.max(1, Math.ceil(bytes / PIECE));
}

/** Full pieces and a last one, which may be shorter; at least one. */
async function* inPieces(source: AsyncIterable<Buffer>, size: number): AsyncGenerator<{ piece: Buffer; at: number; isLast: boolean }> {
  let waiting: Buffer[] = [];
  let length = 0;
  let at = 0;
  for await (const chunk of source) {
    waiting.push(chunk);
    length += chunk.length;
    if (length <= size) continue;
    const whole = Buffer.concat(waiting);
    let from = 0;
    for (; whole.length - from > size; from += size) yield { piece: whole.subarray(from, from + size), at: at++, isLast: false };
    waiting = [whole.subarray(from)];
    length = whole.length - from;
  }
  yield { piece: Buffer.concat(waiting), at, isLast: true };
}

function nonceOf(at: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(at, 7);
  nonce.writeUInt8(isLast ? 1 : 0, 11);
  return nonce;
}
