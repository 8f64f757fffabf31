import 'reflect-metadata';
import { plainToInstance, Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUrl, Matches, Max, Min, MinLength, ValidateIf, validateSync } from 'class-validator';
import { plainConnections } from './plain-connections';

const url = { require_tld: false, require_protocol: true } as const;

/** Everything the processes read from their environment; validated at start, before anything else happens. */
export class Configuration {
  /** The running role's connection, for example postgres://anuyat_app:secret@127.0.0.1:5432/anuyat */
  @IsUrl({ ...url, protocols: ['postgres', 'postgresql'] }, { message: 'DATABASE_URL: postgres://anuyat_app:secret@127.0.0.1:5432/anuyat' })
  DATABASE_URL!: string;

  /** The owner's connection, used to migrate only. Absent: migrations run with DATABASE_URL. */
  @IsOptional()
  @IsUrl({ ...url, protocols: ['postgres', 'postgresql'] }, { message: 'DATABASE_MIGRATE_URL: postgres://anuyat_owner:secret@127.0.0.1:5432/anuyat' })
  DATABASE_MIGRATE_URL?: string;

  /** Connections of one process, at most. Where commits wait long for the disk, more of them share one wait. */
  @Transform(({ value }) => Number(value))
  @IsInt({ message: 'DATABASE_POOL: 8' })
  @Min(2, { message: 'DATABASE_POOL: 8' })
  @Max(100, { message: 'DATABASE_POOL: 8' })
  DATABASE_POOL = 8;

  /** Present: BullMQ runs on Redis. Absent: on PostgreSQL. */
  @IsOptional()
  @IsUrl({ ...url, protocols: ['redis', 'rediss'] }, { message: 'REDIS_URL: redis://127.0.0.1:6379' })
  REDIS_URL?: string;

  @Transform(({ value }) => Number(value ?? 4200))
  @IsInt({ message: 'PORT: 4200' })
  @Min(1, { message: 'PORT: 4200' })
  @Max(65_535, { message: 'PORT: 4200' })
  PORT = 4200;

  /** The address that people type; it decides cookies, redirects and what a licence's QR code says. */
  @IsUrl({ ...url, protocols: ['http', 'https'] }, { message: 'PUBLIC_URL: https://anuyat.example.go.th' })
  PUBLIC_URL!: string;

  /** Where uploaded documents are kept. */
  @IsString({ message: 'DATA_DIR: /var/lib/anuyat' })
  @MinLength(1)
  DATA_DIR!: string;

  /** Seconds for which an api that is told to end still takes what comes, until whoever stands before it leads people elsewhere. */
  @IsOptional()
  @Transform(({ value }) => Number(value ?? 0))
  @IsInt({ message: 'LINGER_SECONDS: 5' })
  @Min(0, { message: 'LINGER_SECONDS: 5' })
  @Max(300, { message: 'LINGER_SECONDS: 5' })
  LINGER_SECONDS = 0;

  /** Where the key is that signs the ledger's roots; absent: below DATA_DIR, made at the first root. */
  @IsOptional()
  @IsString({ message: 'LEDGER_KEY_FILE: /run/secrets/ledger-key.json' })
  LEDGER_KEY_FILE?: string;

  /** Master keys that close the keys of documents, `name:base64` of 32 bytes, the current one first. Absent: the data directory’s own. */
  @IsOptional()
  @Matches(/^[\w.-]{1,40}:[A-Za-z0-9+/]{43}=(\s*,\s*[\w.-]{1,40}:[A-Za-z0-9+/]{43}=)*$/, { message: 'VAULT_KEYS: k2:BASE64,k1:BASE64, each of 32 random bytes' })
  VAULT_KEYS?: string;

  /** Present: documents lie in this bucket of an S3-compatible store, and not in DATA_DIR. */
  @IsOptional()
  @IsUrl({ ...url, protocols: ['http', 'https'] }, { message: 'BUCKET_URL: https://s3.example.go.th/documents' })
  BUCKET_URL?: string;

  @IsString({ message: 'BUCKET_REGION: us-east-1' })
  BUCKET_REGION = 'us-east-1';

  @IsOptional()
  @IsString({ message: 'BUCKET_ACCESS_KEY_ID: the name of the key that the store gave' })
  BUCKET_ACCESS_KEY_ID?: string;

  @IsOptional()
  @IsString({ message: 'BUCKET_SECRET_ACCESS_KEY: the key that the store gave' })
  BUCKET_SECRET_ACCESS_KEY?: string;

  /** Where ClamAV’s daemon listens. Absent, or while it is away: documents wait, and nobody opens them. */
  @IsOptional()
  @Matches(/^(tcp:\/\/[\w.[\]:-]+:\d+|unix:\/.+)$/, { message: 'CLAMD_URL: tcp://127.0.0.1:3310 or unix:/run/clamav/clamd.ctl' })
  CLAMD_URL?: string;

  /** `off`: documents are opened without having been scanned, and every one of them says so. For development. */
  @IsIn(['required', 'off'], { message: 'SCANNING: required or off' })
  SCANNING: 'required' | 'off' = 'required';

  @IsUrl({ ...url, protocols: ['http', 'https'] }, { message: 'OIDC_ISSUER: https://connect.example.go.th' })
  OIDC_ISSUER!: string;

  @IsString({ message: 'OIDC_CLIENT_ID: anuyat' })
  OIDC_CLIENT_ID!: string;

  @IsString({ message: 'OIDC_CLIENT_SECRET: the secret that the provider gave' })
  OIDC_CLIENT_SECRET!: string;

  /** The second way to sign in, the DGA's Digital ID (ทางรัฐ); absent: ThaID is the only one. */
  @IsOptional()
  @IsUrl({ ...url, protocols: ['http', 'https'] }, { message: 'DGA_ISSUER: https://connect.egov.go.th' })
  DGA_ISSUER?: string;

  @ValidateIf(({ DGA_ISSUER }: Configuration) => DGA_ISSUER !== undefined)
  @IsString({ message: 'DGA_CLIENT_ID: anuyat' })
  DGA_CLIENT_ID?: string;

  @ValidateIf(({ DGA_ISSUER }: Configuration) => DGA_ISSUER !== undefined)
  @IsString({ message: 'DGA_CLIENT_SECRET: the secret that the DGA gave' })
  DGA_CLIENT_SECRET?: string;

  /** The government's data exchange (GDX), for the register of companies; absent: no directorship can be looked up. */
  @IsOptional()
  @IsUrl({ ...url, protocols: ['http', 'https'] }, { message: 'GDX_URL: https://api.egov.go.th' })
  GDX_URL?: string;

  @ValidateIf(({ GDX_URL }: Configuration) => GDX_URL !== undefined)
  @IsString({ message: 'GDX_CONSUMER_KEY: the key that the DGA gave' })
  GDX_CONSUMER_KEY?: string;

  @ValidateIf(({ GDX_URL }: Configuration) => GDX_URL !== undefined)
  @IsString({ message: 'GDX_CONSUMER_SECRET: the secret that the DGA gave' })
  GDX_CONSUMER_SECRET?: string;

  /** Seconds for which having proved who one is counts as fresh enough to file or to sign. */
  @Transform(({ value }) => Number(value))
  @IsInt({ message: 'STEP_UP_SECONDS: 900' })
  @Min(0, { message: 'STEP_UP_SECONDS: 900' })
  @Max(43_200, { message: 'STEP_UP_SECONDS: 900' })
  STEP_UP_SECONDS = 900;

  /** Agencies whose people need a passkey, each with the rule's first day where it has one; `*` is all, `portal` the portal's own staff. */
  @IsOptional()
  @Matches(/^(\*|[a-z-]{2,20})(@\d{4}-\d{2}-\d{2})?(\s*,\s*(\*|[a-z-]{2,20})(@\d{4}-\d{2}-\d{2})?)*$/, { message: 'PASSKEYS_REQUIRED: ieat@2027-01-01,bma or *' })
  PASSKEYS_REQUIRED?: string;

  /** Days in which people of such an agency may still go without one. */
  @Transform(({ value }) => Number(value))
  @IsInt({ message: 'PASSKEYS_GRACE_DAYS: 14' })
  @Min(0, { message: 'PASSKEYS_GRACE_DAYS: 14' })
  @Max(365, { message: 'PASSKEYS_GRACE_DAYS: 14' })
  PASSKEYS_GRACE_DAYS = 14;

  /** At least 32 characters. */
  @IsString()
  @MinLength(32, { message: 'SESSION_SECRET: at least 32 random characters' })
  SESSION_SECRET!: string;

  /** Shared with the bank; its callbacks are signed with it. */
  @IsString()
  @MinLength(32, { message: 'BANK_CALLBACK_SECRET: at least 32 random characters' })
  BANK_CALLBACK_SECRET!: string;

  /** Where paid bills can be inquired; absent: the bank's callback is the only word. */
  @IsOptional()
  @IsUrl({ ...url, protocols: ['http', 'https'] }, { message: 'BANK_URL: https://bank.example' })
  BANK_URL?: string;

  /** The folder of the agencies' signing keys; absent: `seals` below DATA_DIR. Only the worker reads it. */
  @IsOptional()
  @IsString({ message: 'SEAL_DIR: /var/lib/anuyat-seals' })
  SEAL_DIR?: string;

  /** What the signing keys are encrypted with; absent: they are protected by who may read their files. */
  @IsOptional()
  @IsString()
  @MinLength(32, { message: 'SEAL_SECRET: at least 32 random characters' })
  SEAL_SECRET?: string;

  /** The PKCS #11 library of a hardware module in which signing keys are made and stay; absent: they are files in SEAL_DIR. */
  @IsOptional()
  @Matches(/^\/.+/, { message: 'SEAL_PKCS11_MODULE: /usr/lib/softhsm/libsofthsm2.so' })
  SEAL_PKCS11_MODULE?: string;

  /** The label of the module's token. */
  @IsOptional()
  @IsString({ message: 'SEAL_PKCS11_TOKEN: anuyat' })
  SEAL_PKCS11_TOKEN?: string;

  /** What opens the token; better in a file. */
  @IsOptional()
  @IsString({ message: 'SEAL_PKCS11_PIN: the PIN of the token' })
  SEAL_PKCS11_PIN?: string;

  @IsOptional()
  @IsString({ message: 'SEAL_PKCS11_PIN_FILE: /run/secrets/token-pin' })
  SEAL_PKCS11_PIN_FILE?: string;

  /** A certificate authority that certifies signing keys by EST (RFC 7030); absent: keys come with their certificates in SEAL_DIR. */
  @IsOptional()
  @IsUrl({ ...url, protocols: ['http', 'https'] }, { message: 'AUTHORITY_URL: https://ca.example.go.th' })
  AUTHORITY_URL?: string;

  /** The portal's password at the certificate authority. */
  @IsOptional()
  @IsString({ message: 'AUTHORITY_SECRET: the password that the authority gave' })
  AUTHORITY_SECRET?: string;

  /** A time-stamp authority (RFC 3161); absent: papers are sealed without a time-stamp. */
  @IsOptional()
  @IsUrl({ ...url, protocols: ['http', 'https'] }, { message: 'TIME_STAMP_URL: https://tsa.example.go.th' })
  TIME_STAMP_URL?: string;

  /** The mail server, `smtps://` or `smtp://…?starttls=required`; absent: this installation sends no e-mail. */
  @IsOptional()
  @Matches(/^smtps?:\/\/([^\s@/]+@)?([\w.-]+|\[[0-9a-f:]+\])(:\d{1,5})?\/?(\?starttls=required)?$/i, { message: 'SMTP_URL: smtps://user:secret@mail.example.go.th:465' })
  SMTP_URL?: string;

  /** Whom letters come from. */
  @ValidateIf(({ SMTP_URL }: Configuration) => SMTP_URL !== undefined)
  @Matches(/^([^<>"@\r\n]{1,60} <)?[\w.+-]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)*>?$/i, { message: 'MAIL_FROM: Anuyat <no-reply@anuyat.example.go.th>' })
  MAIL_FROM?: string;

  /** Whether the numbers of papers are written in Thai numerals. */
  @IsIn(['thai', 'arabic'], { message: 'PAPER_NUMERALS: thai or arabic' })
  PAPER_NUMERALS: 'thai' | 'arabic' = 'arabic';

  /** An SVG file to stand at the head of papers; absent: the portal's own drawing. */
  @IsOptional()
  @IsString({ message: 'PAPER_EMBLEM: /etc/anuyat/garuda.svg' })
  PAPER_EMBLEM?: string;

  /** Hosts, by name, that the portal may call though they are in the own network; addresses that are given as numbers need not be named. */
  @Transform(({ value }) => (typeof value === 'string' ? value.split(',').map((name) => name.trim().toLowerCase()) : value))
  @Matches(/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/, { each: true, message: 'INTERNAL_HOSTS: s3.ministry.internal,bank.ministry.internal' })
  INTERNAL_HOSTS: string[] = [];

  /** Hosts of agencies' own systems that may be told of work, `name` or `name:port`; absent: none is told. */
  @Transform(({ value }) => (typeof value === 'string' ? value.split(',').map((name) => name.trim().toLowerCase()) : value))
  @Matches(/^([a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?)?$/, { each: true, message: 'AGENCY_HOSTS: backoffice.dld.go.th,office.ieat.go.th:8443' })
  AGENCY_HOSTS: string[] = [];

  /** Other machines that are spoken to without TLS all the same, by name or number; told at every start. While stand-ins play the outside world nobody asks. */
  @Transform(({ value }) => (typeof value === 'string' ? value.split(',').map((name) => name.trim().toLowerCase()) : value))
  @Matches(/^[a-z0-9:]([a-z0-9.:-]*[a-z0-9])?$/, { each: true, message: 'PLAIN_HOSTS: postgres,redis' })
  PLAIN_HOSTS: string[] = [];

  /** Present while stand-ins play the outside world; never in production. */
  @IsOptional()
  @IsUrl({ ...url, protocols: ['http', 'https'] }, { message: 'SANDBOX_URL: http://localhost:4201' })
  SANDBOX_URL?: string;

  /** The built portal; absent: the api serves no pages. */
  @IsOptional()
  @IsString()
  PORTAL_DIR?: string;

  /** Believe X-Forwarded-For; only behind a proxy of one's own. */
  @Transform(({ value }) => value === true || value === 'true')
  @IsBoolean({ message: 'TRUST_PROXY: true or false' })
  TRUST_PROXY = false;

  /** Whether the start publishes new versions of licence types, or an administrator does; a first version is always published. */
  @IsIn(['automatic', 'manual'], { message: 'PUBLISHING: automatic or manual' })
  PUBLISHING: 'automatic' | 'manual' = 'automatic';

  @IsIn(['debug', 'info', 'warn', 'error'], { message: 'LOG_LEVEL: debug, info, warn or error' })
  LOG_LEVEL = 'info';
}

/**
 * The environment as typed configuration.
 * @throws one error whose message lists every missing or wrong name with an example; also, where the outside world is real, every connection to another
 * machine that is not encrypted and that `PLAIN_HOSTS` does not name.
 */
export function readConfiguration(environment: Record<string, string | undefined>): Configuration {
  const known = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));
  const configuration = plainToInstance(Configuration, known, { exposeDefaultValues: true });
  const problems = validateSync(configuration, { skipMissingProperties: false });
  if (problems.length === 0) return assertEncrypted(configuration);
  const lines = problems.map(({ property, constraints }) => {
    const example = Object.values(constraints ?? {}).find((message) => message.startsWith(`${property}:`));
    return `  ${property} is ${known[property] === undefined ? 'missing' : 'wrong'}${example ? `; for example ${example}` : `; ${Object.values(constraints ?? {})[0]}`}`;
  });
  throw new Error(`The configuration is not complete:\n${lines.join('\n')}`);
}

function assertEncrypted(configuration: Configuration): Configuration {
  const { SANDBOX_URL, PLAIN_HOSTS } = configuration;
  const plain = SANDBOX_URL ? [] : plainConnections(configuration).filter(({ host }) => !PLAIN_HOSTS.includes(host));
  if (plain.length === 0) return configuration;
  const lines = plain.map(({ setting, host, example }) => `  ${setting} leads to ${host} without TLS; for example ${example}, or PLAIN_HOSTS: ${host} where that is meant`);
  throw new Error(`The configuration is not safe:\n${lines.join('\n')}`);
}
