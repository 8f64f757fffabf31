import type { DataSource } from 'typeorm';
import type { ContentStore } from '../store/content-store';
import { piecesOf } from './upload-row';

const BATCH = 100;

/** Removes uploads that nobody went on with for a day, with every byte of them. @returns how many. */
export async function sweepUploads(source: DataSource, store: ContentStore): Promise<number> {
  const past: { id: string }[] = await source.query(`SELECT id FROM upload WHERE expires_at <= now() ORDER BY expires_at LIMIT ${BATCH}`);
  for (const { id } of past) await removeUpload(source, store, id);
  return past.length;
}

/** Removes an upload, whoever writes it: from here on nobody else can. What breaks off in the middle is past, and is removed by the next sweep. */
export async function removeUpload(source: DataSource, store: ContentStore, id: string): Promise<void> {
  await source.query(`UPDATE upload SET expires_at = now(), writer = NULL, writer_until = NULL WHERE id = $1`, [id]);
  await dropPieces(source, store, id);
  await source.query(`DELETE FROM upload WHERE id = $1`, [id]);
}

/** Bytes first, so that no row is forgotten before what it stands for. */
export async function dropPieces(source: DataSource, store: ContentStore, id: string): Promise<void> {
  for (const { sha256, seal } of await piecesOf(source, id)) await store.drop(sha256, seal);
  await source.query(`DELETE FROM upload_piece WHERE upload_id = $1`, [id]);
}
