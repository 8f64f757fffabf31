import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { createDataSource } from '@anuyat/database';
import { createTestDatabase, type TestDatabase } from '@anuyat/database/testing';
import type { DataSource } from 'typeorm';
import { Messenger, type MessengerOptions } from './messenger';
import { isMessageSigned, webhookSecretOf } from './webhook-signature';

const secret = 'a session secret of more than thirty-two letters';

interface Told {
  headers: Record<string, string | string[] | undefined>;
  body: string;
  path: string;
}

let database: TestDatabase;
let source: DataSource;
let server: Server;
let port: number;
let told: Told[];
let answer: RequestListener;
const failures: Error[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  source = await createDataSource(database.appUrl, 'messenger-spec').initialize();
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    told.push({ headers: request.headers, body: Buffer.concat(chunks).toString(), path: request.url ?? '' });
    answer(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
});
beforeEach(async () => {
  told = [];
  answer = (_, response) => response.writeHead(204).end();
  await source.query(`UPDATE agency_system SET ended_at = now(), ended_by = registered_by WHERE ended_at IS NULL`);
  await source.query(`DELETE FROM system_message`);
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await source.destroy();
  await database.dispose();
  expect(failures).toEqual([]);
});

const account = async (): Promise<string> => {
  const id = randomUUID();
  await source.query(`INSERT INTO account (id, issuer, subject, name_th, name_en) VALUES ($1::uuid, 'spec', $1::text, 'ผู้ดูแล', 'Administrator')`, [id]);
  return id;
};

/** A working system, with so many messages that wait. */
async function system(url: string, messages = 1): Promise<string> {
  const [id, by, other] = [await account(), await account(), await account()];
  await source.query(
    `INSERT INTO agency_system (id, agency, contact, offices, key, key_thumbprint, valid_from, valid_until, webhook_url, registered_by, confirmed_by, confirmed_at)
     VALUES ($1::uuid, 'ieat', 'it', '{ieat-hq-estate}', '{}', $1::text, now() - interval '1 day', now() + interval '1 day', $2, $3, $4, now())`,
    [id, url, by, other],
  );
  for (let count = 0; count < messages; count += 1) await message(id);
  return id;
}

async function message(systemId: string, taskId = randomUUID()): Promise<string> {
  await source.query(
    `INSERT INTO system_message (system_id, task_id, application_id, office, lane, licence, stage, status, revision) VALUES ($1, $2, $3, 'ieat-hq-estate', 'factory', 'factory-type-3', 'completeness', 'open', 2)`,
    [systemId, taskId, randomUUID()],
  );
  return taskId;
}

const standing = async (id: string) => {
  const [row]: { failures: number; failing: boolean; reached: boolean; waits: number; pause: number }[] = await source.query(
    `SELECT failures, failing_since IS NOT NULL AS failing, reached_at IS NOT NULL AS reached, extract(epoch FROM retry_at - now())::float AS pause, (SELECT count(*)::int FROM system_message WHERE system_id = $1) AS waits FROM agency_system WHERE id = $1`,
    [id],
  );
  return row;
};
const again = (id: string): Promise<unknown> => source.query(`UPDATE agency_system SET retry_at = now() WHERE id = $1`, [id]);

/** One look, until all that it began is done. */
async function look(more: Partial<MessengerOptions> = {}): Promise<void> {
  const hosts = { allowed: [`localhost:${port}`, `office.ieat.example:${port}`], plain: ['localhost', 'office.ieat.example'] };
  const messenger = new Messenger(source, { hosts, secret, patienceMs: 300, ...more }, (error) => failures.push(error));
  await messenger.look();
  await messenger.settle();
}

describe('a system of an agency', () => {
  it('is told what waits, signed with its own secret, with nothing of anybody in it; once', async () => {
    const id = await system(`http://localhost:${port}/hook?a=b`, 2);
    await look({ patienceMs: 5_000 });
    expect(told).toHaveLength(2);
    for (const { headers, body, path } of told) {
      expect(path).toBe('/hook?a=b');
      expect(isMessageSigned(webhookSecretOf(secret, id), headers, body, new Date())).toBe(true);
      expect(isMessageSigned(webhookSecretOf(secret, randomUUID()), headers, body, new Date())).toBe(false);
      const { type, data } = JSON.parse(body) as { type: string; data: object };
      expect([type, Object.keys(data).sort()]).toEqual(['task.waiting', ['application', 'lane', 'licence', 'office', 'revision', 'stage', 'status', 'task']]);
    }
    expect(await standing(id)).toMatchObject({ failures: 0, failing: false, reached: true, waits: 0 });
    await look();
    expect(told).toHaveLength(2);
  });

  const hang: RequestListener = () => undefined;
  const drip: RequestListener = (_, response) => {
    response.writeHead(200);
    const timer = setInterval(() => (response.destroyed ? clearInterval(timer) : response.write('.')), 20);
  };
  it.each<[string, RequestListener]>([
    ['never answers', hang],
    ['answers 500', (_, response) => response.writeHead(500).end('<html>no</html>')],
    ['leads elsewhere', (_, response) => response.writeHead(302, { location: `http://localhost:${port}/inside` }).end()],
    ['breaks off before its head is whole', (request) => request.socket.destroy()],
    ['speaks no HTTP', (request) => request.socket.end('SSH-2.0-x\r\n')],
  ])('that %s is tried again with growing pauses, one message at a time; what it was told before stays told', async (_, badly) => {
    const id = await system(`http://localhost:${port}/hook`, 3);
    answer = (request, response) => (told.length === 1 ? response.writeHead(200).end() : badly(request, response));
    await look();
    expect([told.length, await standing(id)]).toEqual([2, expect.objectContaining({ failures: 1, failing: true, waits: 2 })]);
    const first = (await standing(id))?.pause ?? 0;
    await look();
    expect(told.length).toBe(2);
    await again(id);
    await look();
    expect(told.length).toBe(3);
    const second = await standing(id);
    expect([second?.failures, (second?.pause ?? 0) > first]).toEqual([2, true]);
    answer = (request, response) => response.writeHead(200).end();
    for (let tries = 0; tries < 2; tries += 1) {
      await again(id);
      await look();
    }
    expect(await standing(id)).toMatchObject({ failures: 0, failing: false, reached: true, waits: 0 });
  });

  it.each<[string, RequestListener]>([
    ['fifty megabytes', (_, response) => void response.writeHead(200).end(Buffer.alloc(50_000_000, 'x'))],
    ['drop by drop, without end', drip],
    ['with JSON that has no bottom', (_, response) => void response.writeHead(200, { 'content-type': 'application/json' }).end('['.repeat(100_000))],
    ['with a page', (_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<script>alert(1)</script>')],
  ])('that answers %s is not read: it took the message', async (_, answers) => {
    const id = await system(`http://localhost:${port}/hook`);
    answer = answers;
    await look({ patienceMs: 5_000 });
    expect(await standing(id)).toMatchObject({ failures: 0, waits: 0 });
  });

  it('that is slow delays no other, and holds no connection to the database meanwhile', async () => {
    const slow = await system(`http://localhost:${port}/slow`);
    const quick = await system(`http://localhost:${port}/quick`);
    let release = (): void => undefined;
    const held = new Promise<void>((done) => (release = done));
    answer = (request, response) => void (request.url === '/slow' ? held : Promise.resolve()).then(() => response.writeHead(200).end());
    const messenger = new Messenger(source, { hosts: { allowed: [`localhost:${port}`], plain: ['localhost'] }, secret, patienceMs: 20_000 }, (error) => failures.push(error));
    await messenger.look();
    for (;;) if ((await standing(quick))?.waits === 0) break;
    expect(await standing(slow)).toMatchObject({ waits: 1 });
    const [row]: { open: number }[] = await source.query(`SELECT count(*)::int AS open FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'`);
    expect(row?.open).toBe(0);
    await messenger.look();
    expect(told.filter(({ path }) => path === '/slow')).toHaveLength(1);
    release();
    await messenger.close();
    expect(await standing(slow)).toMatchObject({ waits: 0, failures: 0 });
  });

  it('is called only where the operator allows it at that moment, and never inside by a name that turns', async () => {
    const answering = (...answers: string[]): LookupFunction => {
      let asked = 0;
      return (_, options, callback) => {
        const found = [{ address: answers[Math.min(asked++, answers.length - 1)] ?? '', family: 4 }];
        queueMicrotask(() => (options.all ? callback(null, found as never) : callback(null, found[0]?.address ?? '', 4)));
      };
    };
    const id = await system(`http://office.ieat.example:${port}/hook`, 2);
    for (const lookup of [answering('127.0.0.1'), answering('169.254.169.254'), answering('10.0.0.1')]) {
      await again(id);
      await look({ lookup });
    }
    expect(told).toEqual([]);
    await again(id);
    await look({ hosts: { allowed: [], plain: [] }, lookup: answering('127.0.0.1'), internalHosts: ['office.ieat.example'] });
    expect(told).toEqual([]);
    await again(id);
    answer = (_, response) => response.writeHead(200, { connection: 'close' }).end();
    await look({ lookup: answering('127.0.0.1', '169.254.169.254'), internalHosts: ['office.ieat.example'], patienceMs: 5_000 });
    await again(id);
    await look({ lookup: answering('169.254.169.254'), internalHosts: ['office.ieat.example'] });
    expect([told.length, await standing(id)]).toEqual([1, expect.objectContaining({ waits: 1, failures: 1 })]);
  });

  it('that says nothing while more happens to a task is told of the task as it is then, once', async () => {
    const id = await system(`http://localhost:${port}/hook`, 0);
    const task = await message(id);
    answer = (_, response) => void source.query(`UPDATE system_message SET id = gen_random_uuid(), revision = 3 WHERE system_id = $1 AND task_id = $2`, [id, task]).then(() => response.writeHead(200).end());
    await look({ patienceMs: 5_000 });
    expect(await standing(id)).toMatchObject({ waits: 1 });
    answer = (_, response) => response.writeHead(200).end();
    await look({ patienceMs: 5_000 });
    expect(told.map(({ body }) => (JSON.parse(body) as { data: { revision: number } }).data.revision)).toEqual([2, 3]);
    expect(await standing(id)).toMatchObject({ waits: 0 });
  });
});
