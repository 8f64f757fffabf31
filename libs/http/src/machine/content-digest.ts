import { createHash, timingSafeEqual } from 'node:crypto';

/** The value of `Content-Digest` (RFC 9530) for these bytes. */
export function contentDigest(body: Buffer): string {
  return `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;
}

/** Whether the header tells the SHA-256 of exactly these bytes. Other algorithms beside it are not looked at. */
export function isDigestOf(header: string, body: Buffer): boolean {
  const told = /(?:^|,\s*)sha-256=:([A-Za-z0-9+/]{43}=):(?=\s*(?:,|$))/.exec(header)?.[1];
  return told !== undefined && timingSafeEqual(Buffer.from(told, 'base64'), createHash('sha256').update(body).digest());
}
