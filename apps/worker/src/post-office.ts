import type { Configuration } from '@anuyat/database';
import { Sealer, tokenOfInvitation } from '@anuyat/identity';
import { LetterWriter, MailKeys, Postman, SmtpDoor, tidyMail, type PostmanOptions } from '@anuyat/mail';
import type { QueueBackend } from '@anuyat/outbox';
import type { DataSource } from 'typeorm';
import type { Rounds } from './rounds';

const LOOK_MS = 1_000;
const TIDY_MS = 3_600_000;

export interface PostOffice {
  /** After the queue lost everything. */
  handAgain(): Promise<void>;
  close(): Promise<void>;
}

/** Sends letters where a mail server is configured; without one, what waits is given up after some days. */
export function openPostOffice(configuration: Configuration, { source, backend }: { source: DataSource; backend: QueueBackend }, rounds: Rounds, onError: (error: Error) => void, patience: Partial<PostmanOptions> = {}): PostOffice {
  const { SMTP_URL, MAIL_FROM = '', PUBLIC_URL, SESSION_SECRET, INTERNAL_HOSTS } = configuration;
  rounds.every(TIDY_MS, () => tidyMail(source));
  if (SMTP_URL === undefined) return { handAgain: () => Promise.resolve(), close: () => Promise.resolve() };
  const sealer = new Sealer(SESSION_SECRET);
  const [, name = 'Anuyat', address = MAIL_FROM] = /^(.+) <(.+)>$/.exec(MAIL_FROM) ?? [];
  const writer = new LetterWriter({ sender: { name, address }, publicUrl: new URL(PUBLIC_URL).origin, keys: new MailKeys(SESSION_SECRET), tokenOfInvitation: (id) => tokenOfInvitation(sealer, id) });
  const postman = new Postman(source, backend, writer, new SmtpDoor({ url: SMTP_URL, internalHosts: INTERNAL_HOSTS }), patience);
  rounds.every(Math.min(LOOK_MS, patience.firstPauseMs ?? LOOK_MS), () => postman.look());
  const worker = postman.open(onError);
  return { handAgain: () => postman.handAgain(), close: () => worker.close() };
}
