import { randomBytes } from 'node:crypto';
import type { SandboxSettings } from '../../../apps/sandbox/src/settings';
import type { PatienceName } from '../programs/patience';
import type { Lines } from './lines';

const secret = (): string => randomBytes(32).toString('base64url');

/** What the run's programs are told: every way between them is a line. */
export interface Settings {
  environment: Record<string, string>;
  sandbox: SandboxSettings;
}

export interface Wiring {
  lines: Lines;
  ports: { api: number; sandbox: number; scanner: number; mail: number };
  dataDir: string;
  appUrl: string;
  ownerUrl: string;
  hasRedis: boolean;
  patience: PatienceName;
}

/** @returns the settings of an installation in which each party outside has an address of its own. */
export function settingsOf({ lines, ports, dataDir, appUrl, ownerUrl, hasRedis, patience }: Wiring): Settings {
  const at = (line: { port: number }): string => `http://localhost:${line.port}`;
  const [clientSecret, gdxSecret, dgaSecret, callbackSecret, authoritySecret] = [secret(), secret(), secret(), secret(), secret()];
  const url = at(lines.portal);
  const through = (address: string): string => Object.assign(new URL(address), { port: String(lines.database.port) }).href;
  return {
    environment: {
      ...(process.env as Record<string, string>),
      NODE_ENV: 'production', NODE_OPTIONS: '', PORT: String(ports.api), PUBLIC_URL: url, DATA_DIR: dataDir, CHAOS_PATIENCE: patience,
      DATABASE_URL: through(appUrl), DATABASE_MIGRATE_URL: ownerUrl, REDIS_URL: hasRedis ? `redis://127.0.0.1:${lines.queue.port}` : '',
      OIDC_ISSUER: at(lines.identity), OIDC_CLIENT_ID: 'anuyat', OIDC_CLIENT_SECRET: clientSecret,
      GDX_URL: at(lines.register), GDX_CONSUMER_KEY: 'anuyat', GDX_CONSUMER_SECRET: gdxSecret,
      AUTHORITY_URL: at(lines.authority), AUTHORITY_SECRET: authoritySecret, TIME_STAMP_URL: `${at(lines.timeStamps)}/tsa`, SEAL_SECRET: secret(),
      SESSION_SECRET: secret(), BANK_CALLBACK_SECRET: callbackSecret, BANK_URL: at(lines.bank), SANDBOX_URL: at(lines.bank),
      CLAMD_URL: `tcp://127.0.0.1:${lines.scanner.port}`, SMTP_URL: `smtp://127.0.0.1:${lines.mail.port}`, MAIL_FROM: 'Anuyat <no-reply@anuyat.example>', STEP_UP_SECONDS: '43200', LOG_LEVEL: 'info',
    },
    sandbox: {
      url: at(lines.identity), port: ports.sandbox, hosts: ['127.0.0.1'], portalUrls: [url], callbackUrl: `http://127.0.0.1:${lines.portal.port}/api/payments/callback`,
      scannerPort: ports.scanner, mailPort: ports.mail, dataDir, clientId: 'anuyat', clientSecret, dgaSecret, gdxSecret, callbackSecret, authoritySecret,
    },
  };
}
