import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export interface BucketStandIn {
  url: string;
  names(): string[];
  close(): Promise<void>;
}

interface Key {
  accessKeyId: string;
  secretAccessKey: string;
  region: string;
}

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** A bucket in memory that works out the signature of every call itself (AWS Signature Version 4) and refuses all others. */
export async function startBucketStandIn(key: Key): Promise<BucketStandIn> {
  const objects = new Map<string, Buffer>();
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<unknown> => {
    const name = request.url ?? '';
    const body = await buffer(request);
    if (!isSigned(request, key)) return response.writeHead(403).end('<Code>SignatureDoesNotMatch</Code>');
    const there = objects.get(name);
    if (request.method === 'PUT') objects.set(name, body);
    else if (!there) return response.writeHead(404).end('<Code>NoSuchKey</Code>');
    if (request.method === 'DELETE') objects.delete(name);
    return response.writeHead(200).end(request.method === 'GET' ? there : '');
  };
  const server = createServer((request, response) => void answer(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/documents`,
    names: () => [...objects.keys()],
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function isSigned({ method, url, headers }: IncomingMessage, { accessKeyId, secretAccessKey, region }: Key): boolean {
  const [, id, day, signedHeaders = '', signature] = /Credential=([^/]+)\/(\d{8})\/[^,]+, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]+)/.exec(headers.authorization ?? '') ?? [];
  const names = signedHeaders.split(';');
  const canonical = [method, url, '', ...names.map((name) => `${name}:${String(headers[name]).trim()}`), '', signedHeaders, headers['x-amz-content-sha256']].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, createHash('sha256').update(canonical).digest('hex')].join('\n');
  const signingKey = [region, 's3', 'aws4_request'].reduce((secret, part) => hmac(secret, part), hmac(`AWS4${secretAccessKey}`, day ?? ''));
  return id === accessKeyId && hmac(signingKey, text).toString('hex') === signature;
}
