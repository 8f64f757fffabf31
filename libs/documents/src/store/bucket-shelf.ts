import { openAsBlob } from 'node:fs';
import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import type { ReadableStream } from 'node:stream/web';
import { openOutbound, type Outbound } from '@anuyat/outbound';
import { AwsClient } from 'aws4fetch';
import type { Shelf } from './shelf';

/** A bucket of an S3-compatible store, addressed by path: `https://s3.example.go.th/documents`. */
export interface Bucket {
  url: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

const PATIENCE_MS = 120_000;
/** How often a call is made while the store says that it cannot just now, and how long after the first failure it is made again. */
const TRIES = 4;
const PAUSE_MS = 100;

/** Contents as objects of an S3-compatible store (Signature V4). What it is given is sealed already. */
export class BucketShelf implements Shelf {
  private readonly client: AwsClient;
  private readonly outbound: Outbound;

  constructor(
    private readonly bucket: Bucket,
    internalHosts: readonly string[] = [],
  ) {
    const { region, accessKeyId, secretAccessKey } = bucket;
    this.client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3' });
    this.outbound = openOutbound(bucket.url, { patienceMs: PATIENCE_MS, mostBytes: Infinity, internalHosts });
  }

  /** Streamed from the disk: never in memory as a whole. */
  async put(name: string, file: string): Promise<void> {
    await this.ask(name, { method: 'PUT', body: await openAsBlob(file), headers: { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' } });
  }

  async read(name: string): Promise<Readable> {
    const { body } = await this.ask(name, { method: 'GET' });
    if (!body) throw new Error(`The store gave nothing for ${name}.`);
    return Readable.fromWeb(body as ReadableStream);
  }

  async drop(name: string): Promise<void> {
    await this.ask(name, { method: 'DELETE' }, [404]);
  }

  private async ask(name: string, init: RequestInit, isFine: readonly number[] = []): Promise<Response> {
    const answer = await this.call(`${this.bucket.url.replace(/\/$/, '')}/${encodeURIComponent(name)}`, init);
    if (answer.ok || isFine.includes(answer.status)) return answer;
    throw new Error(`The store answered ${answer.status} to ${init.method} ${name}: ${(await answer.text()).slice(0, 300)}`);
  }

  /** Signed by the client, sent by the one way out. */
  private async call(url: string, { body, ...init }: RequestInit): Promise<Response> {
    for (let attempt = 1; ; attempt += 1) {
      const { headers } = await this.client.sign(url, init);
      const answer = await this.outbound(url, { ...init, headers: Object.fromEntries(headers), ...(body ? { body } : {}) });
      if (attempt === TRIES || (answer.status < 500 && answer.status !== 429)) return answer;
      await answer.body?.cancel();
      await setTimeout(PAUSE_MS * 2 ** attempt);
    }
  }
}
