import type { IncomingHttpHeaders } from 'node:http';
import type { Origins } from './origins';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whether a method promises to change nothing (RFC 9110, 9.2.1). */
export function isSafe(method: string): boolean {
  return safeMethods.has(method);
}

/**
 * Whether a state-changing request was caused by somebody else's page: the browser says so in `Sec-Fetch-Site`, or its `Origin` is
 * not the portal. Browsers send at least one of the two and no page can forge them; a request with neither comes from a script,
 * which has no stranger's cookies to abuse.
 */
export function isCrossSite(method: string, headers: IncomingHttpHeaders, origins: Pick<Origins, 'isKnown'>): boolean {
  if (isSafe(method)) return false;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  return headers.origin !== undefined && !origins.isKnown(headers.origin);
}
