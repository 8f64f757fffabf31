import type { Configuration } from '@anuyat/database';
import { readPolicy, type IdentityOptions } from '@anuyat/identity';

/** How people are recognised, as the environment says. */
export function identityFrom(configuration: Configuration): IdentityOptions {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, DGA_ISSUER, DGA_CLIENT_ID, DGA_CLIENT_SECRET, GDX_URL, GDX_CONSUMER_KEY, GDX_CONSUMER_SECRET, SESSION_SECRET, STEP_UP_SECONDS, SANDBOX_URL, PASSKEYS_REQUIRED, PASSKEYS_GRACE_DAYS, INTERNAL_HOSTS, SMTP_URL } = configuration;
  return {
    issuer: OIDC_ISSUER,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    ...(DGA_ISSUER && DGA_CLIENT_ID && DGA_CLIENT_SECRET ? { dga: { issuer: DGA_ISSUER, clientId: DGA_CLIENT_ID, clientSecret: DGA_CLIENT_SECRET } } : {}),
    ...(GDX_URL && GDX_CONSUMER_KEY && GDX_CONSUMER_SECRET ? { exchange: { url: GDX_URL, consumerKey: GDX_CONSUMER_KEY, consumerSecret: GDX_CONSUMER_SECRET } } : {}),
    internalHosts: INTERNAL_HOSTS,
    sessionSecret: SESSION_SECRET,
    freshSeconds: STEP_UP_SECONDS,
    passkeys: readPolicy(PASSKEYS_REQUIRED, PASSKEYS_GRACE_DAYS),
    sendsMail: SMTP_URL !== undefined,
    ...(SANDBOX_URL ? { sandboxUrl: SANDBOX_URL } : {}),
  };
}
