import { toolEnvironment } from '../lib/node-runtime.mjs';
import { inRoot } from '../lib/paths.mjs';
import { keepSecrets } from './data-dir.mjs';

/** What api, worker, sandbox and the migration read; libs/database's Configuration says what each name means. */
export function programEnvironment({ port, publicUrl, dataDir, redisUrl }, databaseUrl, sandboxPort) {
  const given = process.env;
  const sandboxUrl = given.SANDBOX_URL || `http://localhost:${sandboxPort}`;
  return toolEnvironment({
    ...keepSecrets(dataDir, given),
    NODE_ENV: 'production',
    PORT: String(port),
    PUBLIC_URL: publicUrl,
    DATABASE_URL: databaseUrl,
    DATABASE_MIGRATE_URL: '',
    ...(redisUrl ? { REDIS_URL: redisUrl } : {}),
    DATA_DIR: dataDir,
    SANDBOX_PORT: String(sandboxPort),
    SANDBOX_URL: sandboxUrl,
    OIDC_ISSUER: given.OIDC_ISSUER || sandboxUrl,
    OIDC_CLIENT_ID: given.OIDC_CLIENT_ID || 'anuyat',
    GDX_URL: given.GDX_URL || sandboxUrl,
    GDX_CONSUMER_KEY: given.GDX_CONSUMER_KEY || 'anuyat',
    DGA_ISSUER: given.DGA_ISSUER || `${sandboxUrl}/dga`,
    DGA_CLIENT_ID: given.DGA_CLIENT_ID || 'anuyat',
    BANK_URL: given.BANK_URL || sandboxUrl,
    AUTHORITY_URL: given.AUTHORITY_URL || sandboxUrl,
    TIME_STAMP_URL: given.TIME_STAMP_URL || `${sandboxUrl}/tsa`,
    PORTAL_DIR: inRoot('dist', 'apps', 'portal'),
  });
}
