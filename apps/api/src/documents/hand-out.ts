import { StreamableFile } from '@nestjs/common';
import type { OpenedDocument } from '@anuyat/documents';
import type { FastifyReply } from 'fastify';

/** What somebody uploaded comes from the portal's own address, and is given none of its rights: nothing runs, loads, frames or leads anywhere. */
const SEALED_OFF = {
  'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
};

/** Has an answer that holds something of an upload sealed off from the portal. */
export function sealOff(reply: FastifyReply): void {
  void reply.headers(SEALED_OFF);
}

/** A paper as an attachment that no browser runs. */
export function handOut(reply: FastifyReply, { content, kind, bytes, fileName }: OpenedDocument): StreamableFile {
  sealOff(reply);
  return new StreamableFile(content, { type: kind, length: bytes, disposition: attachment(fileName) });
}

/** The name in both spellings of RFC 6266: plain letters for old clients, and as it is. */
function attachment(fileName: string): string {
  const plain = fileName.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(fileName).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
