import { createHash } from 'node:crypto';
import { Refusal } from '@anuyat/contract';
import { canonicalJson } from '@anuyat/licence-kit';
import type { Received, Reception } from './reception';

/** An earlier use of a key. */
export interface KeptReply {
  requestHash: string;
  reply: unknown;
}

/** What makes two requests under one key the same. */
export function requestHashOf({ applicationId, type, data, revision, actor }: Reception): string {
  const by = actor.kind === 'person' && actor.system ? { by: actor.accountId, as: actor.system.position ?? null } : {};
  return createHash('sha256').update(canonicalJson({ applicationId, type, data: data ?? {}, revision: revision ?? null, ...by })).digest('hex');
}

/** @throws Refusal `key-reused` when the key comes back with another body. */
export function replyKept(kept: KeptReply, requestHash: string): Received {
  if (kept.requestHash !== requestHash) throw new Refusal('key-reused');
  return kept.reply as Received;
}
