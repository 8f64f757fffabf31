import { isIP } from 'node:net';
import type { Configuration } from '@anuyat/database';

/** Whom the operator lets be called, as `name` or `name:port`, and which of them without TLS. */
export interface WebhookHosts {
  allowed: readonly string[];
  plain: readonly string[];
}

/** As the configuration says; while stand-ins play the outside world, they are allowed too. */
export function webhookHostsFrom({ AGENCY_HOSTS, PLAIN_HOSTS, SANDBOX_URL }: Pick<Configuration, 'AGENCY_HOSTS' | 'PLAIN_HOSTS' | 'SANDBOX_URL'>): WebhookHosts {
  const standIns = SANDBOX_URL ? [new URL(SANDBOX_URL)] : [];
  return { allowed: [...AGENCY_HOSTS, ...standIns.map(({ host }) => host)], plain: [...PLAIN_HOSTS, ...standIns.map(({ hostname }) => hostname)] };
}

/** Written plainly: a name in small letters, a port, a path. What parsers read in different ways is no address here. */
const PLAINLY = /^(https?):\/\/([a-z0-9]([a-z0-9.-]*[a-z0-9])?)(:\d{1,5})?(\/[\w.~%!$&'()*+,;=:/?-]*)?$/;

/**
 * The address of an agency's system, where it is one that may be called: https (http only where the operator says so), a host of the operator's
 * list, no number in the place of a name, no user, no other port. undefined for everything else.
 */
export function findWebhookAddress(given: string, { allowed, plain }: WebhookHosts): URL | undefined {
  const [, protocol, name = '', , port = ''] = PLAINLY.exec(given) ?? [];
  if (!protocol || !URL.canParse(given)) return undefined;
  const url = new URL(given);
  if (url.hostname !== name || isIP(name) > 0 || /\.\.|%(00|2e|2f|5c)/i.test(given)) return undefined;
  const isListed = allowed.includes(`${name}${port}`) || allowed.includes(url.host);
  return isListed && (protocol === 'https' || plain.includes(name)) ? url : undefined;
}
