import type { Readable } from 'node:stream';
import { Refusal } from '@anuyat/contract';
import type { FastifyRequest } from 'fastify';
import type {} from '@fastify/multipart';

/** A file as it comes in: its paper's code was sent before it, so that the file can be refused before it is read. */
export interface IncomingFile {
  code: string;
  /** What was said beside the code, each text empty where it was not said. */
  said: { business: string; issuedOn: string; expiresOn: string };
  fileName: string;
  content: Readable;
}

/** The Archivist measures the file itself; what is left are the small parts around it. */
const limits = { files: 1, fields: 5, parts: 6, fieldSize: 200, fieldNameSize: 50, headerPairs: 20, fileSize: Number.POSITIVE_INFINITY };

/** Bytes of a refused upload that are still read, so that the browser hears why; whoever sends more is cut off. */
const MOST_DRAINED = 64 * 1024 * 1024;

/** @throws Refusal `wrong-content-type`; `bad-request` without a code or a file, and for what is no multipart body. */
export async function readUpload(request: FastifyRequest): Promise<IncomingFile> {
  if (!request.isMultipart()) throw new Refusal('wrong-content-type');
  try {
    return await findFile(request);
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('bad-request');
  }
}

async function findFile(request: FastifyRequest): Promise<IncomingFile> {
  let code: string | undefined;
  const said = { business: '', issuedOn: '', expiresOn: '' };
  for await (const part of request.parts({ limits })) {
    if (part.type === 'file') {
      if (code === undefined) throw missing('code');
      return { code, said, fileName: part.filename ?? '', content: part.file };
    }
    if (part.fieldname === 'code' && typeof part.value === 'string') code = part.value;
    if (isSaid(part.fieldname, said) && typeof part.value === 'string') said[part.fieldname] = part.value;
  }
  throw missing(code === undefined ? 'code' : 'file');
}

function isSaid<T extends object>(name: string, said: T): name is keyof T & string {
  return Object.hasOwn(said, name);
}

/** Reads on what was refused and throws it away. */
export function drain({ raw }: FastifyRequest): void {
  let drained = 0;
  raw.unpipe();
  raw.on('data', (chunk: Buffer) => {
    drained += chunk.length;
    if (drained > MOST_DRAINED) raw.destroy();
  });
  raw.resume();
}

function missing(path: 'code' | 'file'): Refusal {
  const message = path === 'code'
    ? { th: 'ส่งช่อง code ที่บอกรายการเอกสาร ก่อนไฟล์', en: 'Send the field “code”, which says what paper this is, before the file.' }
    : { th: 'ไม่มีไฟล์', en: 'There is no file.' };
  return new Refusal('bad-request', { fields: [{ path, code: 'missing', message }] });
}
