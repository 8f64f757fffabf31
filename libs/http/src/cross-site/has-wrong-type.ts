import type { IncomingHttpHeaders } from 'node:http';
import { isSafe } from './is-cross-site';

/** What a form of another site cannot send without asking first, and what uploads come as. */
const taken = new Set(['application/json', 'multipart/form-data', 'application/offset+octet-stream']);

/** For `@RouteConfig`: a handler that knows nobody by cookies may take plain forms too, such as the one-click form of mail programs (RFC 8058). */
export const takesForms = { takesForms: true } as const;
const FORM = 'application/x-www-form-urlencoded';

/** Whether a request carries a body that is neither JSON nor an upload, whole or in parts; nor, where the handler takes one, a form. */
export function hasWrongType(method: string, headers: IncomingHttpHeaders, route: { takesForms?: boolean } = {}): boolean {
  if (isSafe(method)) return false;
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
  if (!hasBody) return false;
  const type = (headers['content-type'] ?? '').split(';', 1)[0] ?? '';
  const name = type.trim().toLowerCase();
  return !taken.has(name) && !(route.takesForms === true && name === FORM);
}
