import type { Exchange } from '../exchange';
import { errorPage } from '../pages/error-page';
import { mailPage, mailboxPage } from '../pages/mail-pages';
import type { MailRoom } from './mail-room';
import { moods, type MailMood } from './mail-server';

const MOST_SHOWN = 200;

/** The mailboxes as pages and for scripts, and the switch for the mail server's mood. @returns whether the request was for it. */
export async function serveMailbox(exchange: Exchange, room: MailRoom): Promise<boolean> {
  const { method, url } = exchange;
  if (url.pathname === '/mail' && method === 'GET') list(exchange, room);
  else if (url.pathname === '/mail/mood' && method === 'POST') await changeMood(exchange, room);
  else if (/^\/mail\/[\w-]{12}(\/(raw|html))?$/.test(url.pathname) && method === 'GET') show(exchange, room);
  else return false;
  return true;
}

function list(exchange: Exchange, { received, mood }: MailRoom): void {
  const to = exchange.url.searchParams.get('to') ?? undefined;
  const wanted = received.filter((mail) => to === undefined || mail.to === to);
  if (!exchange.wantsJson) return exchange.sendPage(200, mailboxPage(wanted.slice(-MOST_SHOWN).toReversed(), { mood, ...(to ? { to } : {}), total: wanted.length }));
  exchange.sendJson(200, wanted.map(({ id, receivedAt, to: address, read: { messageId, subject, text } }) => ({ id, receivedAt, to: address, messageId, subject, text })));
}

function show(exchange: Exchange, room: MailRoom): void {
  const [, , id = '', part] = exchange.url.pathname.split('/');
  const mail = room.find(id);
  if (!mail) return exchange.sendPage(404, errorPage('There is no such message.'));
  if (part === 'raw') return exchange.sendBytes(200, 'text/plain; charset=utf-8', Buffer.from(mail.raw, 'utf8'));
  if (part === 'html') return exchange.sendLetter(mail.read.html ?? '');
  exchange.sendPage(200, mailPage(mail));
}

async function changeMood(exchange: Exchange, room: MailRoom): Promise<void> {
  const fields = await exchange.readFields().catch((): Record<string, unknown> => ({}));
  const mood = moods.find((each): each is MailMood => each === fields['mood']);
  if (!mood) return exchange.wantsJson ? exchange.sendJson(400, { error: `mood must be one of ${moods.join(', ')}.` }) : exchange.sendPage(400, errorPage(`mood must be one of ${moods.join(', ')}.`));
  room.mood = mood;
  if (exchange.wantsJson) return exchange.sendJson(200, { mood });
  exchange.redirect('/mail');
}
