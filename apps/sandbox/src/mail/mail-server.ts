import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';

/** How a mail server can be, and what a sender sees of it. */
export const moods = ['works', 'slow', 'dead', 'refuses-for-now', 'refuses-for-good'] as const;
export type MailMood = (typeof moods)[number];

export interface MailServer {
  close(): Promise<void>;
}

const SLOW_MS = 8_000;
const MOST_BYTES = 1_048_576;

/** A mailbox that does not exist, whatever the server's mood: for trying out an address that was typed wrong. */
const NOBODY = /^(nobody|bounce)/i;

const refusal = (responseCode: number, words: string): Error => Object.assign(new Error(words), { responseCode });

/** A real SMTP server for every address there is, on this machine only. It keeps what it accepts and sends nothing on. */
export async function startMailServer(port: number, mood: () => MailMood, receive: (to: string, raw: Buffer) => Promise<void>): Promise<MailServer> {
  const server = new SMTPServer({
    banner: 'Sandbox mail', authOptional: true, disabledCommands: ['STARTTLS'], size: MOST_BYTES, disableReverseLookup: true, logger: false,
    onConnect(_session, done) {
      if (mood() === 'dead') return done(refusal(421, 'The sandbox plays a dead mail server.'));
      void wait(mood() === 'slow' ? SLOW_MS : 0).then(() => done());
    },
    onRcptTo({ address }, _session, done) {
      if (mood() === 'refuses-for-good' || NOBODY.test(address)) return done(refusal(550, `5.1.1 <${address}> There is no such mailbox.`));
      if (mood() === 'refuses-for-now') return done(refusal(450, `4.2.1 <${address}> The mailbox is busy, try again later.`));
      done();
    },
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.once('end', () => {
        const raw = Buffer.concat(chunks);
        Promise.all(envelope.rcptTo.map(({ address }) => receive(address, raw))).then(() => done(null, 'Accepted'), (error: Error) => done(error));
      });
    },
  });
  // A sender that hangs up is a sender's affair.
  server.on('error', () => undefined);
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
