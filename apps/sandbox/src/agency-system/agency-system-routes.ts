import { isMessageSigned } from '@anuyat/agency-systems/webhook-signature';
import type { Exchange } from '../exchange';
import { agencySystemPage } from '../pages/agency-system-page';
import { moods, type BackOffice, type Mood } from './back-office';

/** Longer than the portal waits. */
const SLOW_MS = 30_000;

/** The back office of an agency: a page to look at it and to switch it, and where the portal tells it of work. @returns whether the request was for it. */
export async function serveAgencySystem(exchange: Exchange, office: BackOffice): Promise<boolean> {
  switch (`${exchange.method} ${exchange.url.pathname}`) {
    case 'GET /agency-system':
      await showPage(exchange, office);
      return true;
    case 'POST /agency-system':
      await change(exchange, office);
      return true;
    case 'POST /agency-system/steps':
      await office.step(String((await exchange.readFields())['task'] ?? '')).catch((error: unknown) => office.tell(String(error)));
      exchange.redirect('/agency-system');
      return true;
    case 'POST /agency-system/lies':
      await tellLies(exchange, office);
      return true;
    case 'POST /agency-system/messages':
      await hear(exchange, office);
      return true;
    default:
      return false;
  }
}

/** 503 while the portal cannot be asked, so that there is nothing to lie about. */
async function tellLies(exchange: Exchange, office: BackOffice): Promise<void> {
  try {
    exchange.sendJson(200, await office.lies());
  } catch (error) {
    office.tell(`The portal could not be asked: ${String(error)}`);
    exchange.sendJson(503, {});
  }
}

async function showPage(exchange: Exchange, office: BackOffice): Promise<void> {
  const address = `${exchange.url.origin}/agency-system/messages`;
  if (exchange.wantsJson) return exchange.sendJson(200, { publicKey: office.publicKey, address, mood: office.mood });
  const isAsking = office.mood !== 'off' && office.mood !== 'dead';
  const tasks = isAsking ? await office.tasks().catch((error: Error) => error.message) : [];
  exchange.sendPage(200, agencySystemPage(office, address, tasks));
}

async function change(exchange: Exchange, office: BackOffice): Promise<void> {
  const { mood, secret } = await exchange.readFields();
  const wanted = moods.find((each): each is Mood => each === mood);
  await office.set({ ...(wanted ? { mood: wanted } : {}), ...(typeof secret === 'string' && secret.startsWith('whsec_') ? { secret } : {}) });
  if (exchange.wantsJson) return exchange.sendJson(200, { mood: office.mood });
  exchange.redirect('/agency-system');
}

/** A message of the portal: checked first, then answered as the mood is. */
async function hear(exchange: Exchange, office: BackOffice): Promise<void> {
  const body = (await exchange.readBytes()).toString();
  const isGood = office.secret !== '' && isMessageSigned(office.secret, exchange.request.headers, body, new Date());
  office.tell(isGood ? `The portal says: ${body}` : 'Somebody who is not the portal says something.');
  if (office.mood === 'dead') exchange.request.socket.destroy();
  else if (office.mood === 'half') exchange.response.writeHead(200, { 'content-length': '100' }).write('{"half":', () => exchange.request.socket.destroy());
  else if (office.mood === 'slow') setTimeout(() => exchange.sendJson(200, {}), SLOW_MS).unref();
  else if (office.mood === 'error') exchange.sendPage(500, '<h1>Internal Server Error</h1>');
  else if (office.mood === 'lies') exchange.sendPage(200, '<script>alert(1)</script>');
  else exchange.sendJson(isGood ? 200 : 401, {});
  if (isGood) office.wake();
}
