import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { TestAuthority, type Identity } from '../testing/test-authority';
import type { Mail } from './letter-writer';
import { SmtpDoor, type Answered } from './smtp-door';

const HOUR_MS = 3_600_000;
const letter: Mail = {
  from: { name: 'ใบอนุญาต', address: 'no-reply@anuyat.example' }, to: 'anna@mail.example', subject: 'มีคำถามถึงคุณ', messageId: '<notice.1@anuyat.example>',
  text: 'อ่านได้ในระบบ', html: '<p>อ่านได้ในระบบ</p>', headers: {}, language: 'th',
};

/** What a mail server got to see: who signed in, what came, and whether it came closed. */
interface Seen {
  signedIn: { user: string; isClosed: boolean }[];
  letters: { raw: string; isClosed: boolean }[];
}

const trusted = getCACertificates();
let authority: TestAuthority;
let stranger: TestAuthority;
let server: SMTPServer | undefined;
let seen: Seen;

beforeAll(async () => {
  [authority, stranger] = await Promise.all([TestAuthority.open('Authority of this test'), TestAuthority.open('Authority of nobody')]);
  setDefaultCACertificates([...trusted, authority.pem]);
});
afterAll(() => setDefaultCACertificates(trusted));
beforeEach(() => (seen = { signedIn: [], letters: [] }));
afterEach(() => new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve())));

/** A real mail server with this certificate. @returns its port. */
async function serve(identity: Identity, options: SMTPServerOptions): Promise<number> {
  server = new SMTPServer({
    ...identity, ...options, logger: false, disableReverseLookup: true,
    onAuth({ username = '' }, { secure }, done) {
      seen.signedIn.push({ user: username, isClosed: secure });
      done(null, { user: username });
    },
    onData(stream, { secure }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.once('end', () => {
        seen.letters.push({ raw: Buffer.concat(chunks).toString('utf8'), isClosed: secure });
        done(null, 'Accepted');
      });
    },
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return (server.server.address() as AddressInfo).port;
}

const implicit = { secure: true };
const upgraded = { secure: false };
const ways = [['from the first byte (smtps)', implicit, 'smtps:', ''], ['after STARTTLS', upgraded, 'smtp:', '?starttls=required']] as const;

describe.each(ways)('a letter handed over with TLS %s', (_, options, protocol, query) => {
  const hand = async (identity: Identity, more: SMTPServerOptions = {}): Promise<Answered> => {
    const port = await serve(identity, { ...options, ...more });
    return new SmtpDoor({ url: `${protocol}//portal:a%20secret@localhost:${port}/${query}` }).deliver(letter);
  };

  it('reaches a server whose certificate a trusted authority made for its name; sign-in and letter go closed', async () => {
    expect(await hand(await authority.certify('localhost'))).toMatchObject({ outcome: 'accepted', answer: expect.stringContaining('Accepted') });
    expect(seen.signedIn).toEqual([{ user: 'portal', isClosed: true }]);
    expect(seen.letters).toEqual([{ raw: expect.stringContaining('Message-ID: <notice.1@anuyat.example>'), isClosed: true }]);
  });

  it('waits where the certificate is for another name, and nothing was said to that server', async () => {
    expect(await hand(await authority.certify('mail.elsewhere.example'))).toMatchObject({ outcome: 'later', answer: expect.stringMatching(/altnames|does not match/i) });
    expect(seen).toEqual({ signedIn: [], letters: [] });
  });

  it('waits where the certificate is over', async () => {
    expect(await hand(await authority.certify('localhost', Date.now() - HOUR_MS))).toMatchObject({ outcome: 'later', answer: expect.stringMatching(/expired/i) });
    expect(seen).toEqual({ signedIn: [], letters: [] });
  });

  it('waits where nobody knows the authority', async () => {
    expect(await hand(await stranger.certify('localhost'))).toMatchObject({ outcome: 'later', answer: expect.stringMatching(/unable to verify|self.signed|issuer/i) });
    expect(seen).toEqual({ signedIn: [], letters: [] });
  });

  it('waits where the server speaks no TLS of today', async () => {
    expect((await hand(await authority.certify('localhost'), { minVersion: 'TLSv1', maxVersion: 'TLSv1.1' })).outcome).toBe('later');
    expect(seen).toEqual({ signedIn: [], letters: [] });
  });
});

it('a server that does not offer the STARTTLS that is required, or from whose offer somebody took it out, gets nothing', async () => {
  const port = await serve(await authority.certify('localhost'), { secure: false, disabledCommands: ['STARTTLS'], allowInsecureAuth: true });
  expect(await new SmtpDoor({ url: `smtp://portal:secret@localhost:${port}/?starttls=required` }).deliver(letter)).toMatchObject({ outcome: 'later' });
  expect(seen).toEqual({ signedIn: [], letters: [] });
});
