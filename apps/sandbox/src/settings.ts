/** What the sandbox reads from its environment. */
export interface SandboxSettings {
  /** Its own address, which is the issuer too. */
  url: string;
  port: number;
  /** Addresses to listen on. Loopback unless told: anyone who reaches the sandbox can sign in as anyone. */
  hosts: string[];
  /** Addresses of the portal; browsers are sent back to these only. */
  portalUrls: string[];
  /** Where the portal takes the bank's word. */
  callbackUrl: string;
  /** Where the stand-in for a scanner listens; absent: there is none. */
  scannerPort?: number;
  /** Where the mail server listens; absent: there is none. */
  mailPort?: number;
  dataDir: string;
  clientId: string;
  clientSecret: string;
  /** The portal's secret at the second provider. */
  dgaSecret: string;
  /** The portal's secret at the data exchange. */
  gdxSecret: string;
  callbackSecret: string;
  /** Of the portal, when it asks for certificates. */
  authoritySecret: string;
}

/** @throws one error that names every missing variable with an example. */
export function readSettings(environment: Record<string, string | undefined>): SandboxSettings {
  const examples: Record<string, string> = {
    SANDBOX_PORT: '4201',
    PUBLIC_URL: 'http://localhost:4200',
    PORT: '4200',
    DATA_DIR: './.data',
    OIDC_CLIENT_ID: 'anuyat',
    OIDC_CLIENT_SECRET: 'the secret that the portal has too',
    BANK_CALLBACK_SECRET: 'at least 32 characters, the same as the portal’s',
    AUTHORITY_SECRET: 'the secret that the worker has too',
  };
  const missing = Object.entries(examples).filter(([name]) => !environment[name]);
  if (missing.length > 0) throw new Error(`The sandbox lacks settings:\n${missing.map(([name, example]) => `  ${name}, for example ${example}`).join('\n')}`);
  const value = (name: string) => environment[name] ?? '';
  const port = Number(value('SANDBOX_PORT'));
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`SANDBOX_PORT is ${value('SANDBOX_PORT')}; it must be a port such as 4201.`);
  const publicUrl = new URL(value('PUBLIC_URL')).origin;
  const portalUrls = [...new Set([publicUrl, `http://localhost:${value('PORT')}`, `http://127.0.0.1:${value('PORT')}`])];
  return {
    url: new URL(environment['SANDBOX_URL'] ?? `http://localhost:${port}`).origin,
    port,
    hosts: environment['SANDBOX_HOST'] ? [environment['SANDBOX_HOST']] : ['127.0.0.1', '::1'],
    portalUrls,
    callbackUrl: `${publicUrl}/api/payments/callback`,
    ...(environment['SANDBOX_SCANNER_PORT'] ? { scannerPort: Number(environment['SANDBOX_SCANNER_PORT']) } : {}),
    ...(environment['SANDBOX_MAIL_PORT'] ? { mailPort: Number(environment['SANDBOX_MAIL_PORT']) } : {}),
    dataDir: value('DATA_DIR'),
    clientId: value('OIDC_CLIENT_ID'),
    clientSecret: value('OIDC_CLIENT_SECRET'),
    dgaSecret: environment['DGA_CLIENT_SECRET'] || value('OIDC_CLIENT_SECRET'),
    gdxSecret: environment['GDX_CONSUMER_SECRET'] || value('OIDC_CLIENT_SECRET'),
    callbackSecret: value('BANK_CALLBACK_SECRET'),
    authoritySecret: value('AUTHORITY_SECRET'),
  };
}
