import type { Configuration } from './config';

/** A connection of the configuration that is not encrypted on its way to another machine. */
export interface PlainConnection {
  setting: string;
  host: string;
  /** The same with TLS. */
  example: string;
}

type Settings = Pick<
  Configuration,
  'DATABASE_URL' | 'DATABASE_MIGRATE_URL' | 'REDIS_URL' | 'CLAMD_URL' | 'OIDC_ISSUER' | 'DGA_ISSUER' | 'GDX_URL' | 'BANK_URL' | 'BUCKET_URL' | 'AUTHORITY_URL' | 'TIME_STAMP_URL' | 'SMTP_URL'
>;

const OVER_HTTP = ['OIDC_ISSUER', 'DGA_ISSUER', 'GDX_URL', 'BANK_URL', 'BUCKET_URL', 'AUTHORITY_URL', 'TIME_STAMP_URL'] as const;
/** Each checks the server's certificate, as `pg` reads them. */
const SAFE_MODES: readonly (string | null)[] = ['require', 'verify-ca', 'verify-full'];

/** Which settings lead to another machine without TLS whose certificate is checked (ASVS 12.3). This machine's own addresses and sockets count as safe. */
export function plainConnections(settings: Settings): PlainConnection[] {
  const found = [
    ...(['DATABASE_URL', 'DATABASE_MIGRATE_URL'] as const).map((setting) => plain(settings, setting, isSafeDatabase, `${setting}: postgres://role:secret@db.example.go.th:5432/anuyat?sslmode=verify-full`)),
    plain(settings, 'REDIS_URL', ({ protocol }) => protocol === 'rediss:', 'REDIS_URL: rediss://queue.example.go.th:6380'),
    plain(settings, 'CLAMD_URL', ({ protocol }) => protocol === 'unix:', 'CLAMD_URL: unix:/run/clamav/clamd.ctl'),
    plain(settings, 'SMTP_URL', ({ protocol, searchParams }) => protocol === 'smtps:' || searchParams.get('starttls') === 'required', 'SMTP_URL: smtps://user:secret@mail.example.go.th:465'),
    ...OVER_HTTP.map((setting) => plain(settings, setting, ({ protocol }) => protocol === 'https:', `${setting}: https://other.example.go.th`)),
  ];
  return found.filter((one) => one !== undefined);
}

/** What is told at the start where connections are plain because `PLAIN_HOSTS` says that they may be; undefined where none is. */
export function plainSentence(settings: Settings): string | undefined {
  const plainOnes = plainConnections(settings);
  if (plainOnes.length === 0) return undefined;
  return `Not encrypted on the way to another machine, as PLAIN_HOSTS allows: ${plainOnes.map(({ setting, host }) => `${setting} (${host})`).join(', ')}.`;
}

function plain(settings: Settings, setting: keyof Settings, isSafe: (url: URL) => boolean, example: string): PlainConnection | undefined {
  const value = settings[setting];
  if (value === undefined) return undefined;
  const url = new URL(value);
  const host = url.hostname.toLowerCase().replace(/^\[|\]$/g, '');
  return isSafe(url) || isThisMachine(host) ? undefined : { setting, host, example };
}

function isSafeDatabase({ searchParams }: URL): boolean {
  const mode = searchParams.get('sslmode');
  return SAFE_MODES.includes(mode) && (mode === 'verify-full' || searchParams.get('uselibpqcompat') !== 'true');
}

function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}
