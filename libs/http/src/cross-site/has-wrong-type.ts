import type { IncomingHttpHeaders } from 'node:http';
import { isSafe } from './is-cross-site';

/** What a form of another site cannot send without asking first, and what uploads come as. */
const taken = new Set(['application/json', 'multipart/form-data', 'application/offset+octet-stream']);

/** Whether a request carries a body that is neither JSON nor an upload, whole or in parts. */
export function hasWrongType(method: string, headers: IncomingHttpHeaders): boolean {
  if (isSafe(method)) return false;
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
  if (!hasBody) return false;
  const type = (headers['content-type'] ?? '').split(';', 1)[0] ?? '';
  return !taken.has(type.trim().toLowerCase());
}
