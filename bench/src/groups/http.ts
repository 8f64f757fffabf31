import { fork } from 'node:child_process';
import { once } from 'node:events';
import { bundledContenders } from '../contenders/bundled';
import { fileCases } from '../ground/filing';
import type { Ground } from '../ground/ground';
import { median, medianRatio, ratios, type Slice } from '../harness/arithmetic';
import { areNoisy, type Bound, type Findings } from '../harness/bounds';
import { alternate, told, type Contender } from '../harness/rounds';

/** Bare node:http, Nest on Fastify alone, and Nest on Fastify with all that the api puts before a handler. */
const KINDS = ['bare', 'plain', 'product'] as const;

interface HttpServer {
  url: string;
  /** CPU that its process has used so far. */
  cpuSeconds(): Promise<number>;
  stop(): void;
}

/** G11: one endpoint that reads one row, in a process of its own; CPU of that process for a request. */
export async function measureHttp(ground: Ground): Promise<Findings> {
  const { server } = await ground.database();
  const [id = ''] = await fileCases(await ground.registrar(), 1);
  const { load } = await bundledContenders();
  const servers = new Map(await Promise.all(KINDS.map(async (kind) => [kind, await startServer(kind, server.appUrl, id)] as const)));
  try {
    await verifyAnswers([...servers.values()], id);
    const contenders = [...servers].map(([name, { url, cpuSeconds }]): Contender => ({
      name,
      work: async (seconds) => {
        const before = await cpuSeconds();
        const { requests } = await load(url, seconds);
        return { done: requests, serverSeconds: (await cpuSeconds()) - before };
      },
    }));
    const rounds = await alternate('http', contenders, ground);
    const bound = (name: string, what: string, over: string, floor: number): Bound => ({
      name, what, sense: '<=', floor, reached: medianRatio(rounds, over, 'bare', cpuPerRequest), rounds: ratios(rounds, over, 'bare', cpuPerRequest), isNoisy: areNoisy(rounds),
    });
    return {
      bounds: [
        bound('G11.nest/bare', 'CPU for a request: Nest on Fastify with one read of the database against node:http with the same', 'plain', 1.5),
        bound('G11.product/bare', 'the same with access rules, limits, security headers and origin check before the handler, as the api runs', 'product', 2),
      ],
      notes: {
        requestsPerSecond: Object.fromEntries(KINDS.map((kind) => [kind, told(median(rounds.map((round) => (round[kind]?.done ?? 0) / (round[kind]?.seconds ?? 1))))])),
        cpuMicroseconds: Object.fromEntries(KINDS.map((kind) => [kind, told(median(rounds.map((round) => cpuPerRequest(round[kind] ?? { done: 0, seconds: 1 }))))])),
      },
    };
  } finally {
    for (const { stop } of servers.values()) stop();
  }
}

function cpuPerRequest({ serverSeconds = Number.NaN, done }: Slice): number {
  return (serverSeconds * 1e6) / done;
}

/** All answer with the same row. */
async function verifyAnswers(servers: readonly HttpServer[], id: string): Promise<void> {
  const texts = await Promise.all(servers.map(async ({ url }) => (await fetch(url)).text()));
  if (new Set(texts).size !== 1 || !texts[0]?.includes(id)) throw new Error(`The endpoints answer differently: ${texts.join('\n')}`);
}

async function startServer(kind: string, databaseUrl: string, id: string): Promise<HttpServer> {
  const child = fork(new URL('http-server.mjs', import.meta.url), [kind], { env: { ...process.env, DATABASE_URL: databaseUrl, APPLICATION_ID: id } });
  const gone = once(child, 'exit').then(([code]) => Promise.reject(new Error(`The server "${kind}" ended by itself (${String(code)}).`)));
  gone.catch(() => undefined);
  const tellFrom = async (): Promise<{ port?: number; cpuSeconds?: number }> => ((await Promise.race([once(child, 'message'), gone])) as [{ port?: number; cpuSeconds?: number }])[0];
  const { port } = await tellFrom();
  return {
    url: `http://127.0.0.1:${port}/api/one`,
    cpuSeconds: async () => {
      const answer = tellFrom();
      child.send('cpu');
      return (await answer).cpuSeconds ?? Number.NaN;
    },
    stop: () => void child.disconnect(),
  };
}
