import { openAsBlob } from 'node:fs';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
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

/** Contents as objects of an S3-compatible store (Signature V4). What it is given is sealed already. */
export class BucketShelf implements Shelf {
  private readonly client: AwsClient;

  constructor(private readonly bucket: Bucket) {
    const { region, accessKeyId, secretAccessKey } = bucket;
    this.client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 3 });
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
    const answer = await this.client.fetch(`${this.bucket.url.replace(/\/$/, '')}/${encodeURIComponent(name)}`, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) });
    if (answer.ok || isFine.includes(answer.status)) return answer;
    throw new Error(`The store answered ${answer.status} to ${init.method} ${name}: ${(await answer.text()).slice(0, 300)}`);
  }
}
