import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** Seconds by which a message may be older, or a clock ahead. */
const WINDOW = 300;

/** The secret of one system's messages, as Standard Webhooks write it; made from the portal's own, so that it lies nowhere. */
export function webhookSecretOf(portalSecret: string, systemId: string): string {
  return `whsec_${Buffer.from(hkdfSync('sha256', portalSecret, systemId, 'anuyat webhook 1', 32)).toString('base64')}`;
}

/** The headers of a message (Standard Webhooks 1.0): HMAC-SHA256 over its id, its time and its bytes. */
export function signMessageTo(secret: string, { id, at, body }: { id: string; at: Date; body: string }): Record<string, string> {
  const seconds = Math.floor(at.getTime() / 1000);
  return { 'webhook-id': id, 'webhook-timestamp': String(seconds), 'webhook-signature': `v1,${macOf(secret, id, seconds, body).toString('base64')}` };
}

/** Whether the headers were made with the secret for exactly these bytes, not more than five minutes ago. */
export function isMessageSigned(secret: string, headers: Record<string, string | string[] | undefined>, body: string, now: Date): boolean {
  const [id, time, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => String(headers[name] ?? ''));
  if (!id || !/^\d{1,12}$/.test(time ?? '') || Math.abs(now.getTime() / 1000 - Number(time)) > WINDOW) return false;
  const mac = macOf(secret, id, Number(time), body);
  return (signatures ?? '').split(' ').some((each) => {
    const told = Buffer.from(each.startsWith('v1,') ? each.slice(3) : '', 'base64');
    return told.length === mac.length && timingSafeEqual(told, mac);
  });
}

function macOf(secret: string, id: string, seconds: number, body: string): Buffer {
  return createHmac('sha256', Buffer.from(secret.replace(/^whsec_/, ''), 'base64')).update(`${id}.${seconds}.${body}`).digest();
}
