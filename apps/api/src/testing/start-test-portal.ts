import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readConfiguration, type Configuration } from '@anuyat/database';
import { createTestDatabase, freePort } from '@anuyat/database/testing';
import { startRegistrar, type RunningRegistrar, type StartOptions } from '@anuyat/registrar';
import { startTestSandbox } from '../../../sandbox/src/testing/start-test-sandbox';
import { startWorker, type Patience } from '../../../worker/src/start-worker';
import type { Reply } from '../cases/testing/test-api';
import { createApi } from '../create-api';
import { prepareDatabase } from '../preparation/prepare-database';
import { Caller, type Method, type Payload } from './caller';
import { provedElsewhere } from './proved-elsewhere';

export interface TestPortalOptions {
  /** Where the migrated database is; absent: one of the spec's own on the run's server. */
  databaseUrl?: string;
  /** Without it effects wait in the outbox, and nothing moves by itself. */
  withWorker?: boolean;
  environment?: Record<string, string>;
  /** Where the sandbox's parts listen, where the spec has to know beforehand. */
  sandbox?: { mailPort?: number };
  /** How soon what was handed over and lost is taken up again. */
  patience?: Patience;
}

/** The portal as it runs: api, worker and the sandbox's Digital ID and bank, each on a port of its own, on one database. */
export interface TestPortal {
  url: string;
  app: NestFastifyApplication;
  running: RunningRegistrar;
  configuration: Configuration;
  /** What the processes told of errors that they got over. */
  told: Error[];
  /** A persona who signed in, once for the whole spec; `null` is a stranger. */
  caller(hint: string | null): Promise<Caller>;
  call<T = unknown>(hint: string | null, method: Method, path: string, payload?: Payload, headers?: Record<string, string>): Promise<Reply<T>>;
  close(): Promise<void>;
}

/** Starts everything in this process, on a database that is ready for the first request. */
export async function startTestPortal({ databaseUrl, withWorker = false, environment = {}, patience = {}, sandbox: parts = {} }: TestPortalOptions = {}): Promise<TestPortal> {
  const database = databaseUrl ? { appUrl: databaseUrl, dispose: () => Promise.resolve() } : await createTestDatabase();
  const port = await freePort();
  const sandbox = await startTestSandbox(port, parts);
  const dataDir = await mkdtemp(join(tmpdir(), 'anuyat-portal-'));
  const url = `http://localhost:${port}`;
  const configuration = readConfiguration({
    DATABASE_URL: database.appUrl,
    PORT: String(port),
    PUBLIC_URL: url,
    DATA_DIR: dataDir,
    OIDC_ISSUER: sandbox.settings.url,
    OIDC_CLIENT_ID: sandbox.settings.clientId,
    OIDC_CLIENT_SECRET: sandbox.settings.clientSecret,
    GDX_URL: sandbox.settings.url,
    GDX_CONSUMER_KEY: 'anuyat',
    GDX_CONSUMER_SECRET: sandbox.settings.gdxSecret,
    DGA_ISSUER: `${sandbox.settings.url}/dga`,
    DGA_CLIENT_ID: sandbox.settings.clientId,
    DGA_CLIENT_SECRET: sandbox.settings.dgaSecret,
    SESSION_SECRET: 'a session secret of more than thirty-two letters',
    BANK_CALLBACK_SECRET: sandbox.settings.callbackSecret,
    SANDBOX_URL: sandbox.settings.url,
    AUTHORITY_URL: sandbox.settings.url,
    AUTHORITY_SECRET: sandbox.settings.authoritySecret,
    TIME_STAMP_URL: `${sandbox.settings.url}/tsa`,
    SCANNING: 'off',
    SMTP_URL: `smtp://127.0.0.1:${sandbox.settings.mailPort}`,
    MAIL_FROM: 'Anuyat <no-reply@anuyat.example>',
    ...environment,
  });
  const told: Error[] = [];
  const onError = (error: Error): void => void told.push(error);
  const { running, app } = await startApi(configuration, { onError, ...patience }).catch(async (error: unknown) => {
    await sandbox.close();
    await database.dispose();
    throw error;
  });
  const worker = withWorker ? await startWorker(configuration, onError, patience) : undefined;

  const callers = new Map<string | null, Promise<Caller>>();
  const caller = (hint: string | null): Promise<Caller> => {
    const known = callers.get(hint) ?? (hint === null ? Promise.resolve(new Caller(url)) : new Caller(url).signIn(hint));
    callers.set(hint, known);
    return known;
  };
  return {
    url, app, running, configuration, told, caller,
    async call<T>(hint: string | null, ...call: Parameters<Caller['call']>): Promise<Reply<T>> {
      return (await caller(hint)).call<T>(...call);
    },
    async close() {
      await worker?.close();
      await app.close();
      await sandbox.close();
      await database.dispose();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** @throws what kept it from starting; then nothing of it runs any more. */
async function startApi(configuration: Configuration, options: Pick<StartOptions, 'onError'> & Patience): Promise<Pick<TestPortal, 'running' | 'app'>> {
  const running = await startRegistrar({ configuration, name: 'api-bench', ...options });
  try {
    await prepareDatabase(configuration, running, undefined, provedElsewhere);
    const app = await createApi(configuration, running);
    app.useLogger(false);
    await app.listen(configuration.PORT, '127.0.0.1');
    return { running, app };
  } catch (error) {
    await running.close();
    throw error;
  }
}
