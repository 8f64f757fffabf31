import { StreamableFile } from '@nestjs/common';
import type { OpenedDocument } from '@anuyat/documents';
import type { FastifyReply } from 'fastify';

/** A paper as an attachment that no browser runs. */
export function handOut(reply: FastifyReply, { content, kind, bytes, fileName }: OpenedDocument): StreamableFile {
  void reply.header('content-security-policy', "sandbox; default-src 'none'");
  return new StreamableFile(content, { type: kind, length: bytes, disposition: attachment(fileName) });
}

/** The name in both spellings of RFC 6266: plain letters for old clients, and as it is. */
function attachment(fileName: string): string {
  const plain = fileName.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(fileName).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
