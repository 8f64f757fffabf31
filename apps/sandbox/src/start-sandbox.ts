import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { serveAgencySystem } from './agency-system/agency-system-routes';
import { BackOffice } from './agency-system/back-office';
import { Authority } from './authority/authority';
import { serveAuthority } from './authority/authority-routes';
import { Ledger } from './bank/ledger';
import { serveBank } from './bank/bank-routes';
import { Teller, type TellerTiming } from './bank/teller';
import { Exchange } from './exchange';
import { MailRoom } from './mail/mail-room';
import { serveMailbox } from './mail/mailbox-routes';
import { serveIdentity } from './identity/identity-routes';
import { loadKeys } from './identity/keys';
import { createProviders, forgetSession } from './identity/provider';
import { errorPage } from './pages/error-page';
import { startScannerStandIn } from './scanner/scanner-stand-in';
import { loadAssets } from './pages/assets';
import { PlayedExchange } from './register/register-routes';
import type { SandboxSettings } from './settings';

export interface Sandbox {
  close(): Promise<void>;
}

/** Starts the stand-ins for the outside world: ThaID, the DGA's Digital ID, the register of companies, a bank, a scanner, a mail server, a certificate and a time-stamp authority, an agency's back office. */
export async function startSandbox(settings: SandboxSettings, timing?: TellerTiming): Promise<Sandbox> {
  const [keys, ledger, authority, assets] = await Promise.all([loadKeys(settings.dataDir), Ledger.open(settings.dataDir), Authority.open(settings.dataDir), loadAssets()]);
  const office = await BackOffice.open(settings.dataDir, settings.portalUrls[0] ?? '');
  const providers = createProviders(settings, keys);
  const answering = providers.map(({ path, provider }) => ({ path, answer: provider.callback() }));
  const gdx = new PlayedExchange(settings.gdxSecret);
  const teller = new Teller(ledger, { url: settings.callbackUrl, secret: settings.callbackSecret }, timing);
  const { portalUrls } = settings;
  const mail = await MailRoom.open(settings.dataDir, settings.mailPort);

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const exchange = new Exchange(request, response, settings.url, portalUrls);
    const asset = assets.get(exchange.url.pathname);
    if (asset) return exchange.sendFile(asset.type, asset.bytes);
    if (exchange.url.pathname === '/health') return exchange.sendJson(200, { status: 'up' });
    if (await serveIdentity(exchange, providers)) return;
    if (gdx.serve(exchange)) return;
    if (await serveBank(exchange, { ledger, teller, portalUrls })) return;
    if (await serveMailbox(exchange, mail)) return;
    if (await serveAuthority(exchange, authority, settings.authoritySecret)) return;
    if (await serveAgencySystem(exchange, office)) return;
    exchange.protect('no-store');
    forgetSession(request);
    const played = answering.find(({ path }) => exchange.url.pathname.startsWith(`${path}/`));
    if (played) await played.answer(standingAt(request, played.path), response);
  };
  const servers = await listen(settings, (request, response) => {
    answer(request, response).catch((error: unknown) => {
      console.error('The sandbox failed on', request.method, request.url, error);
      if (!response.headersSent) new Exchange(request, response, settings.url, portalUrls).sendPage(500, errorPage('The sandbox failed; its log says why.'));
    });
  });
  const scanner = settings.scannerPort === undefined ? undefined : await startScannerStandIn(settings.scannerPort);
  teller.resume();
  return {
    close: async () => {
      teller.close();
      await office.close();
      await scanner?.close();
      await mail.close();
      await Promise.all(servers.map(async (server) => {
        server.close();
        server.closeAllConnections();
        await once(server, 'close');
      }));
    },
  };
}

/** The request as it is below a path, for what believes to stand at the root. */
function standingAt(request: IncomingMessage, path: string): IncomingMessage {
  if (path !== '') Object.assign(request, { originalUrl: request.url, url: request.url?.slice(path.length) });
  return request;
}

/** Listens on every address that this machine has; at least one must work. */
async function listen({ hosts, port }: SandboxSettings, handler: (request: IncomingMessage, response: ServerResponse) => void): Promise<Server[]> {
  const results = await Promise.allSettled(hosts.map(async (host) => {
    const server = createServer(handler);
    server.listen(port, host);
    await once(server, 'listening');
    return server;
  }));
  const servers = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const failures = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as NodeJS.ErrnoException] : []));
  const isBusy = failures.some(({ code }) => code === 'EADDRINUSE');
  if (servers.length > 0 && !isBusy) return servers;
  for (const server of servers) server.close();
  throw isBusy ? new Error(`Port ${port} is taken by another program. Stop it, or choose another SANDBOX_PORT.`) : failures[0];
}
