import type { SignInChecks } from './digital-id';
import type { ProviderCode } from '../identity-options';
import type { Sealer } from '../sealer';

/** A sign-in under way. It lives in the browser that began it, sealed: only that browser can end it, and no stranger fills a table. */
export interface PendingSignIn extends SignInChecks {
  provider: ProviderCode;
  redirectUri: string;
  returnTo: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
  /** Present when an open session's person proves anew who it is: which session, and since when, in milliseconds since 1970. */
  stepUp?: { sessionId: string; since: number };
}

/** Seconds in which a person must come back from the provider. */
export const pendingSeconds = 600;

/** The cookie's name; one for each state, so that two windows can sign in at once. */
export function pendingCookieName(prefix: string, state: string): string {
  return `${prefix}anuyat-sign-in-${state.slice(0, 8)}`;
}

/** Windows in which one browser may sign in at once. */
const mostPending = 3;

/** Sign-ins that were begun and left: too many of their cookies would make every later request of the browser too large to be read. */
export function surplusPending(prefix: string, cookies: Record<string, string | undefined>): string[] {
  const begun = Object.keys(cookies).filter((name) => name.startsWith(pendingCookieName(prefix, '')));
  return begun.slice(0, Math.max(0, begun.length - mostPending + 1));
}

export function sealPending(sealer: Sealer, pending: PendingSignIn): string {
  return sealer.seal('sign-in', JSON.stringify(pending)).toString('base64url');
}

/** Undefined when there is none, it was changed, it is over time, or it belongs to another state. */
export function openPending(sealer: Sealer, cookie: string | undefined, state: string, now: number): PendingSignIn | undefined {
  const text = cookie === undefined ? undefined : sealer.open('sign-in', Buffer.from(cookie, 'base64url'));
  const pending = text === undefined ? undefined : (JSON.parse(text) as PendingSignIn);
  return pending && pending.expiresAt > now && pending.state === state ? pending : undefined;
}
