import { Refusal } from '@anuyat/contract';
import type { Announced, Checksum, UploadRow } from '@anuyat/documents';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isDay } from '../is-day';

/** The open protocol of resumable uploads, https://tus.io/protocols/resumable-upload, as far as it is spoken here. */
export const TUS_VERSION = '1.0.0';
export const TUS_EXTENSIONS = 'creation,expiration,checksum,termination';
export const CHECKSUM_ALGORITHMS = ['sha1', 'sha256'] as const;

const LONGEST_METADATA = 4_096;
const METADATA = ['caseId', 'code', 'business', 'issuedOn', 'expiresOn', 'filename', 'sha256'] as const;
type Metadata = Partial<Record<(typeof METADATA)[number], string>>;

/** @throws Refusal `upload-version` for a sender that speaks another version, or does not say which. */
export function assertTus({ headers }: FastifyRequest): void {
  if (headers['tus-resumable'] !== TUS_VERSION) throw new Refusal('upload-version');
}

/** What a creation announces. @throws Refusal `bad-request` with the header or the part of the metadata that is wrong. */
export function announcedBy({ headers }: FastifyRequest): Announced {
  if (headers['upload-defer-length'] !== undefined || headers['upload-concat'] !== undefined) throw wrong('Upload-Length');
  const metadata = String(headers['upload-metadata'] ?? '');
  const { caseId = '', code = '', business = '', issuedOn = '', expiresOn = '', filename = '', sha256 = '' } = readMetadata(metadata);
  if (caseId !== '' && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(caseId)) throw wrong('caseId');
  if (!/^[a-z0-9-]{1,60}$/.test(code)) throw wrong('code');
  if (business.length > 20) throw wrong('business');
  for (const [path, day] of Object.entries({ issuedOn, expiresOn })) if (day !== '' && !isDay(day)) throw wrong(path);
  if (sha256 !== '' && !/^[0-9a-f]{64}$/.test(sha256)) throw wrong('sha256');
  return {
    caseId: caseId || null, code, business: business || null, dates: { issuedOn: issuedOn || null, expiresOn: expiresOn || null },
    fileName: filename, bytes: numberIn(headers['upload-length'], 'Upload-Length'), sha256: sha256 || null, metadata,
  };
}

/** What a part says of itself. @throws Refusal `bad-request`. */
export function partIn({ headers }: FastifyRequest): { from: number; said: number | undefined; checksum?: Checksum } {
  const said = headers['content-length'] === undefined ? undefined : numberIn(headers['content-length'], 'Content-Length');
  const part = { from: numberIn(headers['upload-offset'], 'Upload-Offset'), said };
  const checksum = headers['upload-checksum'];
  return checksum === undefined ? part : { ...part, checksum: checksumIn(String(checksum)) };
}

/** Where an upload stands, as the protocol says it. */
export function tell(reply: FastifyReply, { received, bytes, metadata, expires_at: expiresAt }: UploadRow): void {
  void reply.headers({ 'upload-offset': String(received), 'upload-length': String(bytes), 'upload-expires': expiresAt.toUTCString(), ...(metadata === '' ? {} : { 'upload-metadata': metadata }) });
}

/** `name base64,name base64`; names that nobody knows here are left alone. */
function readMetadata(text: string): Metadata {
  if (text.length > LONGEST_METADATA) throw wrong('Upload-Metadata');
  const read: Metadata = {};
  for (const pair of text.split(',').map((part) => part.trim()).filter(Boolean)) {
    const [name = '', value = '', ...more] = pair.split(' ');
    const bytes = Buffer.from(value, 'base64');
    if (more.length > 0 || bytes.toString('base64').replace(/=+$/, '') !== value.replace(/=+$/, '')) throw wrong('Upload-Metadata');
    const known = METADATA.find((each) => each === name);
    if (!known) continue;
    if (read[known] !== undefined || bytes.includes(0)) throw wrong(known);
    read[known] = bytes.toString('utf8');
  }
  return read;
}

/** A length that this portal could hold: no sign, no fraction, no more digits than a file of it has. */
function numberIn(header: string | string[] | undefined, name: string): number {
  if (typeof header !== 'string' || !/^\d{1,9}$/.test(header)) throw wrong(name);
  return Number(header);
}

function checksumIn(header: string): Checksum {
  const [, name = '', digest = ''] = /^(\S+) ([A-Za-z0-9+/]{20,100}={0,2})$/.exec(header) ?? [];
  const algorithm = CHECKSUM_ALGORITHMS.find((each) => each === name);
  if (!algorithm) throw wrong('Upload-Checksum');
  return { algorithm, digest };
}

function wrong(path: string): Refusal {
  return new Refusal('bad-request', { fields: [{ path, code: 'invalid', message: { th: 'ค่านี้ไม่ถูกต้อง', en: 'This value is not right.' } }] });
}
