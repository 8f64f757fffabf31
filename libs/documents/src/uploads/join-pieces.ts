import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { Refusal } from '@anuyat/contract';
import type { ContentStore } from '../store/content-store';
import type { Piece } from './upload-row';

/**
 * The file that pieces make together. Reading ends with Refusal `upload-checksum` where it is not the file that was announced, and with
 * `temporarily-unavailable` where the store does not give a piece.
 */
export function joinPieces(store: ContentStore, pieces: readonly Piece[], announced: { bytes: number; sha256: string | null }): Readable {
  return Readable.from(join(store, pieces, announced), { objectMode: false });
}

async function* join(store: ContentStore, pieces: readonly Piece[], { bytes, sha256 }: { bytes: number; sha256: string | null }): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let at = 0;
  for (const piece of pieces) {
    if (piece.starts_at !== at) throw new Error('A piece of the upload is missing.');
    for await (const chunk of opened(store, piece)) {
      hash.update(chunk);
      at += chunk.length;
      yield chunk;
    }
  }
  if (at !== bytes) throw new Error('The pieces of the upload do not make it whole.');
  if (sha256 !== null && hash.digest('hex') !== sha256) throw new Refusal('upload-checksum', { detail: anotherFile });
}

async function* opened(store: ContentStore, { sha256, seal }: Piece): AsyncGenerator<Buffer> {
  try {
    yield* (await store.read(sha256, seal)) as AsyncIterable<Buffer>;
  } catch (error) {
    throw Object.assign(new Refusal('temporarily-unavailable'), { cause: error });
  }
}

const anotherFile = {
  th: 'ไฟล์ที่ส่งต่อไม่ใช่ไฟล์เดียวกับที่เริ่มส่งไว้ โปรดยกเลิกแล้วอัปโหลดใหม่ตั้งแต่ต้น',
  en: 'What was sent is not the file that was begun. Cancel it and upload the file from its beginning.',
};
