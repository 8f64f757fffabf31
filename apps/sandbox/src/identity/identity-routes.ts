import type { Provider } from 'oidc-provider';
import { findPersona, personas, subjectOf, type Persona } from '@anuyat/identity/personas';
import type { Exchange } from '../exchange';
import { errorPage } from '../pages/error-page';
import { personasPage } from '../pages/personas-page';

/** The people, and the page on which one of them is chosen. @returns whether the request was for one of these. */
export async function serveIdentity(exchange: Exchange, provider: Provider): Promise<boolean> {
  const { url, method } = exchange;
  if (url.pathname === '/personas' && method === 'GET') {
    exchange.sendJson(200, personas.map(({ hint, name, role, about }) => ({ hint, name, role, about })));
    return true;
  }
  if (!/^\/interaction\/[\w-]+$/.test(url.pathname)) return false;
  try {
    await choose(exchange, provider);
  } catch (error) {
    exchange.sendPage(400, errorPage(error instanceof Error ? error.message : 'unknown'));
  }
  return true;
}

/** A person named by `login_hint` is taken at once; otherwise the page asks. */
async function choose(exchange: Exchange, provider: Provider): Promise<void> {
  const { request, response, method, url } = exchange;
  const { params } = await provider.interactionDetails(request, response);
  const hint = method === 'POST' ? (await exchange.readFields())['persona'] : params['login_hint'];
  const persona = typeof hint === 'string' ? findPersona(hint) : undefined;
  if (persona) return finish(exchange, provider, persona);
  exchange.sendPage(method === 'POST' ? 400 : 200, personasPage(personas, url.pathname));
}

async function finish({ request, response }: Exchange, provider: Provider, persona: Persona): Promise<void> {
  await provider.interactionFinished(request, response, { login: { accountId: subjectOf(persona), remember: false, amr: ['sandbox'] } }, { mergeWithLastSubmission: false });
}
