import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { readConfiguration } from '@anuyat/database';
import { createTestDatabase } from '@anuyat/database/testing';
import { Doorkeeper, personaAccountId } from '@anuyat/identity';
import { startRegistrar, type RunningRegistrar } from '@anuyat/registrar';
import { createApi } from '../../create-api';
import { prepareDatabase } from '../../preparation/prepare-database';
import { provedElsewhere } from '../../testing/proved-elsewhere';

type Method = 'GET' | 'HEAD' | 'OPTIONS' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What came back. */
export interface Reply<T> {
  status: number;
  body: T;
  headers: Record<string, unknown>;
}

/** The api as it runs, on a database of its own, with the sandbox's people and every published workflow. */
export interface TestApi {
  app: NestFastifyApplication;
  running: RunningRegistrar;
  /** Where documents are kept. */
  dataDir: string;
  /** A call as a persona; `null` is a stranger. */
  call<T = unknown>(hint: string | null, method: Method, url: string, payload?: object | string | Buffer, headers?: Record<string, string>): Promise<Reply<T>>;
  /** What a browser of the persona sends as its cookie. */
  cookieOf(hint: string): Promise<string>;
  close(): Promise<void>;
}

export async function startTestApi(): Promise<TestApi> {
  const database = await createTestDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'anuyat-api-'));
  const secret = 'x'.repeat(40);
  const configuration = readConfiguration({
    DATABASE_URL: database.appUrl,
    PORT: '4200',
    PUBLIC_URL: 'http://localhost:4200',
    DATA_DIR: dataDir,
    OIDC_ISSUER: 'http://localhost:4201/oidc',
    OIDC_CLIENT_ID: 'anuyat',
    OIDC_CLIENT_SECRET: secret,
    SESSION_SECRET: secret,
    BANK_CALLBACK_SECRET: secret,
    SANDBOX_URL: 'http://localhost:4201',
    SCANNING: 'off',
  });
  const running = await startRegistrar({ configuration, name: 'api-spec', onError: () => undefined });
  await running.courier.stop();
  await prepareDatabase(configuration, running, undefined, provedElsewhere);
  const app = await createApi(configuration, running);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();

  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (hint: string): Promise<string> => {
    const token = tokens.get(hint) ?? running.source.transaction((tx) => app.get(Doorkeeper).open(tx, personaAccountId(hint), noBrowser));
    tokens.set(hint, token);
    return token;
  };
  const cookieOf = async (hint: string): Promise<string> => `anuyat-session=${await tokenOf(hint)}`;
  return {
    app, running, dataDir, cookieOf,
    async call<T>(hint: string | null, method: Method, url: string, payload?: object | string | Buffer, headers: Record<string, string> = {}): Promise<Reply<T>> {
      const cookie: Record<string, string> = hint === null ? {} : { cookie: await cookieOf(hint) };
      const reply = await app.inject({ method, url, headers: { ...cookie, ...headers }, ...(payload === undefined ? {} : { payload }) });
      const isJson = reply.body !== '' && String(reply.headers['content-type']).includes('json');
      return { status: reply.statusCode, headers: reply.headers, body: (isJson ? JSON.parse(reply.body) : reply.rawPayload) as T };
    },
    async close() {
      await app.close();
      await database.dispose();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

const noBrowser = { headers: {}, cookies: {}, ip: '127.0.0.1' } as unknown as FastifyRequest;
