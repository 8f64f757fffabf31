import 'reflect-metadata';
import { createServer, type Server } from 'node:http';
import { Controller, Get, Global, Inject, Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Pool } from 'pg';
import { ActorSource, createAdapter, HttpModule, protectHttp, Public, StepUp } from '@anuyat/http';

const STATEMENT = { name: 'read-application', text: 'SELECT id, number, code, status, revision, state, offices, submitted_at FROM application WHERE id = $1' };
const pool = new Pool({ connectionString: process.env['DATABASE_URL'], max: 8 });
const id = process.env['APPLICATION_ID'] ?? '';
const POOL = Symbol('pool');

async function read(from: Pool): Promise<unknown> {
  const { rows } = await from.query({ ...STATEMENT, values: [id] });
  return rows[0];
}

@Controller('api')
class OneRead {
  constructor(@Inject(POOL) private readonly from: Pool) {}

  @Public()
  @Get('one')
  one(): Promise<unknown> {
    return read(this.from);
  }
}

@Global()
@Module({
  providers: [{ provide: ActorSource, useValue: { findActor: () => Promise.resolve(undefined) } }, { provide: StepUp, useValue: { isFreshFor: () => Promise.resolve(true), assertFresh: () => Promise.resolve() } }],
  exports: [ActorSource, StepUp],
})
class Strangers {}

@Module({})
class OneReadModule {
  static of(imports: DynamicModule[]): DynamicModule {
    return { module: OneReadModule, imports, controllers: [OneRead], providers: [{ provide: POOL, useValue: pool }] };
  }
}

function bare(): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/api/one') {
      response.writeHead(404).end();
      return;
    }
    read(pool).then(
      (row) => {
        const text = JSON.stringify(row);
        response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(text) }).end(text);
      },
      () => response.writeHead(500).end(),
    );
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

/** Nest on Fastify and nothing else. */
async function plain(): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(OneReadModule.of([]), new FastifyAdapter(), { logger: false });
  await app.listen(0, '127.0.0.1');
  return app;
}

/** As the api runs it: access, limits, headers, no foreign origin. */
async function asProduct(): Promise<NestFastifyApplication> {
  const options = { publicUrl: 'http://localhost:4200', port: 4200 };
  const strangers: DynamicModule = { module: Strangers };
  const app = await NestFactory.create<NestFastifyApplication>(OneReadModule.of([strangers, HttpModule.forRoot(options)]), createAdapter(options), { logger: false, abortOnError: false });
  await protectHttp(app);
  await app.listen(0, '127.0.0.1');
  return app;
}

async function portOf(kind: string | undefined): Promise<number> {
  const server = kind === 'bare' ? await bare() : (await (kind === 'plain' ? plain() : asProduct())).getHttpServer();
  return ((server as Server).address() as { port: number }).port;
}

process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuSeconds: (user + system) / 1e6 });
});
process.on('disconnect', () => process.exit(0));
process.send?.({ port: await portOf(process.argv[2]) });
