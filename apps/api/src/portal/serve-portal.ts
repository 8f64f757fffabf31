import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { ManualLibrary } from '@anuyat/cases';
import { Origins, sendPage } from '@anuyat/http';
import { Refusal } from '@anuyat/contract';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { linkedPage } from './linked-page';

const YEAR_SECONDS = 31_536_000;

/** Files whose names carry their content's hash never change. */
const HASHED = /-[A-Za-z0-9_-]{8}\.[a-z0-9]+$/;

/** Serves the built portal: hashed files for ever, the page itself never from a cache, and the page for every path that is not the API's. */
export async function servePortal(app: NestFastifyApplication, folder: string, formTargets: string[]): Promise<void> {
  const page = await readFile(join(folder, 'index.html'), 'utf8');
  const policies = await readPolicies(folder);
  const origins = app.get(Origins);
  const manuals = app.get(ManualLibrary, { strict: false });
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  await fastify.register(fastifyStatic as never, {
    root: folder,
    index: false,
    wildcard: false,
    preCompressed: true,
    cacheControl: false,
    globIgnore: ['index.html', '**/*.gz', '**/*.br'],
    setHeaders: (reply: FastifyReply, path: string) => {
      void reply.header('cache-control', HASHED.test(path) ? `public, max-age=${YEAR_SECONDS}, immutable` : 'public, max-age=300');
      const policy = policies.get(basename(path).replace(/\.(gz|br)$/, ''));
      if (policy) void reply.header('content-security-policy', `${policy}; frame-ancestors 'none'`);
    },
  });
  const toPage = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    if (request.url.startsWith('/api/')) throw new Refusal('not-found');
    return sendPage(reply, linkedPage(page, request.url, manuals), { origins, formTargets });
  };
  fastify.get('/*', toPage);
}

/** Pages that stand by themselves bring their own policy: their script is in them, and allowed by its digest. */
async function readPolicies(folder: string): Promise<Map<string, string>> {
  const names = (await readdir(folder)).filter((name) => /^check-.+\.html$/.test(name));
  const policies = await Promise.all(names.map(async (name) => [name, /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(await readFile(join(folder, name), 'utf8'))?.[1] ?? ''] as const));
  return new Map(policies.filter(([, policy]) => policy));
}
