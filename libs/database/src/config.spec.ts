import { readConfiguration } from './config';
import { plainSentence } from './plain-connections';

const whole = {
  DATABASE_URL: 'postgres://anuyat_app:secret@db:5432/anuyat?sslmode=verify-full',
  PUBLIC_URL: 'https://anuyat.example.go.th',
  DATA_DIR: '/var/lib/anuyat',
  OIDC_ISSUER: 'https://id.example.go.th',
  OIDC_CLIENT_ID: 'anuyat',
  OIDC_CLIENT_SECRET: 'given by the provider',
  SESSION_SECRET: 'thirty-two random characters or more',
  BANK_CALLBACK_SECRET: 'thirty-two random characters or more',
};

const mail = { SMTP_URL: 'smtps://portal:secret@mail.example.go.th', MAIL_FROM: 'Anuyat <no-reply@anuyat.example.go.th>' };

/** Lines of the refusal; empty when there is none. */
function refusal(environment: Record<string, string | undefined>): string[] {
  try {
    readConfiguration(environment);
    return [];
  } catch (error) {
    return (error as Error).message.split('\n');
  }
}

describe('the configuration', () => {
  it('takes what is whole, and fills in what may be left out', () => {
    expect(readConfiguration(whole)).toEqual({ ...whole, PORT: 4200, DATABASE_POOL: 8, TRUST_PROXY: false, PUBLISHING: 'automatic', STEP_UP_SECONDS: 900, PASSKEYS_GRACE_DAYS: 14, PAPER_NUMERALS: 'arabic', LOG_LEVEL: 'info', BUCKET_REGION: 'us-east-1', SCANNING: 'required', LINGER_SECONDS: 0, INTERNAL_HOSTS: [], AGENCY_HOSTS: [], PLAIN_HOSTS: [] });
    expect(readConfiguration({ ...whole, INTERNAL_HOSTS: 's3.Ministry.internal, bank.internal' }).INTERNAL_HOSTS).toEqual(['s3.ministry.internal', 'bank.internal']);
    expect(readConfiguration({ ...whole, PORT: '8080', TRUST_PROXY: 'true', LOG_LEVEL: 'warn', REDIS_URL: 'rediss://queue:6379' })).toMatchObject({ PORT: 8080, TRUST_PROXY: true, LOG_LEVEL: 'warn' });
  });

  it('names everything that is missing at once, each with an example', () => {
    const [title, ...lines] = refusal({});
    expect(title).toBe('The configuration is not complete:');
    expect(lines.map((line) => line.trim().split(' ')[0]).sort()).toEqual(Object.keys(whole).sort());
    for (const line of lines) expect(line).toMatch(/^ {2}(\w+) is missing; for example \1: \S/);
  });

  it('takes an empty value for a missing one', () => {
    expect(refusal({ ...whole, DATA_DIR: '' })).toEqual(['The configuration is not complete:', '  DATA_DIR is missing; for example DATA_DIR: /var/lib/anuyat']);
  });

  it.each([
    ['DATABASE_URL', 'mysql://db/anuyat'],
    ['DATABASE_MIGRATE_URL', 'localhost'],
    ['DATABASE_POOL', '1'],
    ['REDIS_URL', 'http://queue'],
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['PUBLIC_URL', 'anuyat.invalid'],
    ['PUBLIC_URL', 'javascript:alert(1)'],
    ['OIDC_ISSUER', 'ftp://id.example'],
    ['SESSION_SECRET', 'short'],
    ['BANK_CALLBACK_SECRET', 'short'],
    ['BANK_URL', 'nowhere'],
    ['SANDBOX_URL', 'nowhere'],
    ['SMTP_URL', 'mail.invalid'],
    ['SMTP_URL', 'smtp://mail.internal?starttls=perhaps'],
    ['MAIL_FROM', 'no address'],
    ['PLAIN_HOSTS', 'postgres://db'],
    ['LOG_LEVEL', 'loud'],
    ['PUBLISHING', 'sometimes'],
  ])('says that %s is wrong as “%s”, with an example, and repeats no value', (name, value) => {
    const lines = refusal({ ...whole, ...mail, [name]: value });
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(new RegExp(`^ {2}${name} is wrong; for example ${name}: \\S`));
    expect(lines[1]?.slice(lines[1].indexOf(':'))).not.toContain(value);
  });
});

describe('connections to other machines, where the outside world is real', () => {
  const secrets = { DGA_CLIENT_ID: 'x', DGA_CLIENT_SECRET: 'x', GDX_CONSUMER_KEY: 'x', GDX_CONSUMER_SECRET: 'x', MAIL_FROM: mail.MAIL_FROM };
  const database = (query: string): string => `postgres://anuyat_app:secret@db.internal:5432/anuyat${query}`;

  it.each([
    ['DATABASE_URL', database('')],
    ['DATABASE_URL', database('?sslmode=disable')],
    ['DATABASE_URL', database('?sslmode=no-verify')],
    ['DATABASE_URL', database('?sslmode=prefer')],
    ['DATABASE_URL', database('?sslmode=require&uselibpqcompat=true')],
    ['DATABASE_MIGRATE_URL', database('')],
    ['REDIS_URL', 'redis://queue.internal:6379'],
    ['CLAMD_URL', 'tcp://scanner.internal:3310'],
    ['OIDC_ISSUER', 'http://id.internal'],
    ['DGA_ISSUER', 'http://dga.internal'],
    ['GDX_URL', 'http://gdx.internal'],
    ['BANK_URL', 'http://bank.internal'],
    ['BUCKET_URL', 'http://10.0.0.7:9000/documents'],
    ['AUTHORITY_URL', 'http://ca.internal'],
    ['TIME_STAMP_URL', 'http://[fd00::7]/tsa'],
    ['SMTP_URL', 'smtp://relay.internal:25'],
  ])('are refused without TLS: %s as %s', (name, value) => {
    const host = new URL(value).hostname.replace(/^\[|\]$/g, '');
    const [title, ...lines] = refusal({ ...whole, ...secrets, [name]: value });
    expect(title).toBe('The configuration is not safe:');
    expect(lines).toEqual([expect.stringMatching(new RegExp(`^ {2}${name} leads to ${host.replaceAll('.', '\\.')} without TLS; for example ${name}: \\S+, or PLAIN_HOSTS: `))]);
    expect(refusal({ ...whole, ...secrets, [name]: value, PLAIN_HOSTS: `other.internal, ${host.toUpperCase()}` })).toEqual([]);
    expect(refusal({ ...whole, ...secrets, [name]: value, SANDBOX_URL: 'http://localhost:4201' })).toEqual([]);
  });

  it('are taken with TLS, and so is this machine without', () => {
    expect(refusal({ ...whole, DATABASE_MIGRATE_URL: database('?sslmode=require'), REDIS_URL: 'rediss://queue.internal:6380', BANK_URL: 'https://bank.internal', CLAMD_URL: 'unix:/run/clamav/clamd.ctl' })).toEqual([]);
    expect(refusal({ ...whole, ...mail })).toEqual([]);
    expect(refusal({ ...whole, ...mail, SMTP_URL: 'smtp://relay.internal:587?starttls=required' })).toEqual([]);
    expect(refusal({ ...whole, DATABASE_URL: 'postgres://anuyat_app:secret@127.0.0.1:5432/anuyat', REDIS_URL: 'redis://localhost:6379', BUCKET_URL: 'http://[::1]:9000/documents', CLAMD_URL: 'tcp://127.0.0.1:3310' })).toEqual([]);
  });

  it('are told at the start where somebody said that they may be plain, and never with what is secret of them', () => {
    const told = plainSentence(readConfiguration({ ...whole, DATABASE_URL: database(''), REDIS_URL: 'redis://:password@queue:6379', PLAIN_HOSTS: 'db.internal,queue' }));
    expect(told).toBe('Not encrypted on the way to another machine, as PLAIN_HOSTS allows: DATABASE_URL (db.internal), REDIS_URL (queue).');
    expect(plainSentence(readConfiguration(whole))).toBeUndefined();
  });
});
