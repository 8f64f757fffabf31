import { createHash, type Hash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Refusal } from '@anuyat/contract';
import type { ContentStore } from '../store/content-store';
import type { Pen } from './pen';
import type { Piece } from './upload-row';

/** Bytes of a piece, and so the most of a body that is in memory. */
const PIECE_BYTES = 1024 * 1024;
/** A sender that says nothing for so long is cut off; what it brought is kept. */
const SILENCE_MS = 30_000;

/** What a body has to digest to: base64, of the whole body. */
export interface Checksum {
  algorithm: 'sha1' | 'sha256';
  digest: string;
}

/** A body on its way in, and the part of the upload that it may fill. */
export interface Body {
  content: Readable;
  from: number;
  until: number;
  checksum?: Checksum;
}

/**
 * Takes a body in piece by piece. Where it breaks off, what has come is kept, unless a checksum was to hold for the whole of it.
 * @returns where the upload stands now. @throws Refusal `body-too-large` for a byte more than the upload has, `upload-checksum`,
 * `upload-busy` where another has taken over meanwhile.
 */
export async function writePieces(store: ContentStore, pen: Pen, { content, from, until, checksum }: Body): Promise<number> {
  const held: Piece[] = [];
  const hash = checksum && createHash(checksum.algorithm);
  let at = from;
  const keep = async (bytes: Buffer): Promise<void> => {
    if (bytes.length === 0) return;
    const piece: Piece = { starts_at: at, bytes: bytes.length, ...(await pen.during(() => store.keepPiece(bytes))) };
    at += bytes.length;
    held.push(piece);
    if (!hash) await note(pen, held);
  };
  try {
    const { rest, isWhole } = await gather(content, { pen, hash, most: until - from }, keep);
    if (!isWhole && hash) throw new Refusal('upload-checksum');
    await keep(rest);
    if (checksum && hash && hash.digest('base64') !== checksum.digest) throw new Refusal('upload-checksum');
    if (hash && held.length > 0) await note(pen, held);
    return at;
  } catch (error) {
    await forget(store, held);
    throw error;
  }
}

/** Reads a body in full pieces. @returns what is left at its end, and whether it came to its end. */
async function gather(content: Readable, { pen, hash, most }: { pen: Pen; hash: Hash | undefined; most: number }, keep: (bytes: Buffer) => Promise<void>): Promise<{ rest: Buffer; isWhole: boolean }> {
  let waiting: Buffer[] = [];
  let length = 0;
  let came = 0;
  const silence = setTimeout(() => content.destroy(new Error('The sender fell silent.')), SILENCE_MS);
  const chunks = content.iterator({ destroyOnReturn: false }) as AsyncIterableIterator<Buffer>;
  try {
    for (;;) {
      const next = await chunks.next().catch(() => undefined);
      if (!next || next.done) return { rest: Buffer.concat(waiting), isWhole: next !== undefined };
      silence.refresh();
      pen.sign();
      came += next.value.length;
      if (came > most) throw new Refusal('body-too-large');
      hash?.update(next.value);
      waiting.push(next.value);
      length += next.value.length;
      if (length < PIECE_BYTES) continue;
      const whole = Buffer.concat(waiting);
      const full = length - (length % PIECE_BYTES);
      for (let at = 0; at < full; at += PIECE_BYTES) await keep(whole.subarray(at, at + PIECE_BYTES));
      waiting = [whole.subarray(full)];
      length -= full;
      silence.refresh();
    }
  } finally {
    clearTimeout(silence);
  }
}

/** Notes what is held; from then on it is the upload’s. */
async function note(pen: Pen, held: Piece[]): Promise<void> {
  if (!(await pen.note(held))) throw new Refusal('upload-busy');
  held.length = 0;
}

async function forget(store: ContentStore, held: readonly Piece[]): Promise<void> {
  for (const { sha256, seal } of held) await store.drop(sha256, seal);
}
