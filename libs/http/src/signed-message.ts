import { createHmac, timingSafeEqual } from 'node:crypto';

/** Seconds by which a message may be older, or a clock ahead. */
const window = 300;

/**
 * The value of a signature header, `t=<unix seconds>,v1=<hex>`: HMAC-SHA256 over the time, a full stop and the bytes as they are sent,
 * so that neither the body nor the time can be exchanged.
 */
export function signMessage(secret: string, body: string | Buffer, at: Date): string {
  const seconds = Math.floor(at.getTime() / 1000);
  return `t=${seconds},v1=${digest(secret, seconds, body).toString('hex')}`;
}

/** Whether the header was made with the secret for exactly these bytes, not more than five minutes ago. */
export function isSignedMessage(secret: string, header: string | undefined, body: string | Buffer, now: Date): boolean {
  const match = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header ?? '');
  if (!match) return false;
  const seconds = Number(match[1]);
  const isInTime = Math.abs(now.getTime() / 1000 - seconds) <= window;
  return timingSafeEqual(digest(secret, seconds, body), Buffer.from(match[2] ?? '', 'hex')) && isInTime;
}

function digest(secret: string, seconds: number, body: string | Buffer): Buffer {
  return createHmac('sha256', secret).update(`${seconds}.`).update(body).digest();
}
