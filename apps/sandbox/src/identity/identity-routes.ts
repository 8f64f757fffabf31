import { findPersona, personas, type Persona } from '@anuyat/identity/personas';
import type { Exchange } from '../exchange';
import { errorPage } from '../pages/error-page';
import { personasPage } from '../pages/personas-page';
import type { PlayedProvider } from './provider';

/** The people, and the page on which one of them is chosen. @returns whether the request was for one of these. */
export async function serveIdentity(exchange: Exchange, providers: readonly PlayedProvider[]): Promise<boolean> {
  const { url, method } = exchange;
  if (url.pathname === '/personas' && method === 'GET') {
    exchange.sendJson(200, personas.map(({ hint, name, role, about }) => ({ hint, name, role, about })));
    return true;
  }
  const played = providers.find(({ path }) => url.pathname.startsWith(`${path}/interaction/`));
  if (!played || !/\/interaction\/[\w-]+$/.test(url.pathname)) return false;
  try {
    await choose(exchange, played);
  } catch (error) {
    exchange.sendPage(400, errorPage(error instanceof Error ? error.message : 'unknown'));
  }
  return true;
}

/** A person named by `login_hint` is taken at once; otherwise the page asks. */
async function choose(exchange: Exchange, played: PlayedProvider): Promise<void> {
  const { request, response, method, url } = exchange;
  const { params } = await played.provider.interactionDetails(request, response);
  const hint = method === 'POST' ? (await exchange.readFields())['persona'] : params['login_hint'];
  const persona = typeof hint === 'string' ? findPersona(hint) : undefined;
  if (persona) return finish(exchange, played, persona);
  const last = findPersona(/(?:^|; *)sandbox-last=([a-z0-9-]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '');
  exchange.sendPage(method === 'POST' ? 400 : 200, personasPage(personas, url.pathname, played.code, last));
}

async function finish({ request, response }: Exchange, { provider, subjectOf }: PlayedProvider, persona: Persona): Promise<void> {
  response.appendHeader('set-cookie', `sandbox-last=${persona.hint}; Path=/; Max-Age=86400; HttpOnly; SameSite=Lax`);
  await provider.interactionFinished(request, response, { login: { accountId: subjectOf(persona), remember: false, amr: ['sandbox'] } }, { mergeWithLastSubmission: false });
}
