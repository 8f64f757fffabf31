import { readConfiguration } from './config';

const whole = {
  DATABASE_URL: 'postgres://anuyat_app:secret@db:5432/anuyat',
  PUBLIC_URL: 'https://anuyat.example.go.th',
  DATA_DIR: '/var/lib/anuyat',
  OIDC_ISSUER: 'https://id.example.go.th',
  OIDC_CLIENT_ID: 'anuyat',
  OIDC_CLIENT_SECRET: 'given by the provider',
  SESSION_SECRET: 'thirty-two random characters or more',
  BANK_CALLBACK_SECRET: 'thirty-two random characters or more',
};

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
    expect(readConfiguration(whole)).toEqual({ ...whole, PORT: 4200, DATABASE_POOL: 8, TRUST_PROXY: false, PUBLISHING: 'automatic', STEP_UP_SECONDS: 900, PASSKEYS_GRACE_DAYS: 14, PAPER_NUMERALS: 'arabic', LOG_LEVEL: 'info', BUCKET_REGION: 'us-east-1', SCANNING: 'required', INTERNAL_HOSTS: [] });
    expect(readConfiguration({ ...whole, INTERNAL_HOSTS: 's3.Ministry.internal, bank.internal' }).INTERNAL_HOSTS).toEqual(['s3.ministry.internal', 'bank.internal']);
    expect(readConfiguration({ ...whole, PORT: '8080', TRUST_PROXY: 'true', LOG_LEVEL: 'warn', REDIS_URL: 'redis://queue:6379' })).toMatchObject({ PORT: 8080, TRUST_PROXY: true, LOG_LEVEL: 'warn' });
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
    ['LOG_LEVEL', 'loud'],
    ['PUBLISHING', 'sometimes'],
  ])('says that %s is wrong as “%s”, with an example, and repeats no value', (name, value) => {
    const lines = refusal({ ...whole, [name]: value });
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(new RegExp(`^ {2}${name} is wrong; for example ${name}: \\S`));
    expect(lines[1]?.slice(lines[1].indexOf(':'))).not.toContain(value);
  });
});
