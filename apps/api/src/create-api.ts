import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Configuration } from '@anuyat/database';
import { createAdapter, protectHttp, type HttpOptions } from '@anuyat/http';
import type { RunningRegistrar } from '@anuyat/registrar';
import { AppModule } from './app.module';
import { describeApi } from './describe-api';
import { servePortal } from './portal/serve-portal';

/** The api as it runs: tests use the very same one. The caller listens, and closes it. */
export async function createApi(configuration: Configuration, running: RunningRegistrar): Promise<NestFastifyApplication> {
  const { PUBLIC_URL, PORT, OIDC_ISSUER, DGA_ISSUER, SANDBOX_URL, TRUST_PROXY, PORTAL_DIR, LOG_LEVEL } = configuration;
  const formTargets = [...new Set([OIDC_ISSUER, DGA_ISSUER, SANDBOX_URL].filter((url) => url !== undefined).map((url) => new URL(url).origin))];
  const http: HttpOptions = { publicUrl: PUBLIC_URL, port: PORT, trustProxy: TRUST_PROXY, formTargets };
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.forRoot(configuration, running, http), createAdapter(http), {
    rawBody: true,
    bufferLogs: false,
    abortOnError: false,
    logger: LOG_LEVEL === 'debug' ? ['error', 'warn', 'log', 'debug'] : ['error', 'warn'],
  });
  await protectHttp(app);
  describeApi(app);
  if (PORTAL_DIR) await servePortal(app, PORTAL_DIR, formTargets);
  return app;
}
