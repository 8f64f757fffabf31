import { createHash } from 'node:crypto';
import { readingOf, readSetOf, type LicenceDefinition } from '@anuyat/licence-kit';
import { factsOf, type CaseFacts } from '../application-row';

/** What a review read: the digest of exactly its lane's facts and papers, and the revision of the answers. */
export interface ReviewSeal {
  digest: string;
  answersRevision: number;
}

/** SHA-256 of what a lane reads of a case, in canonical JSON. */
export function sealOf(definition: LicenceDefinition, laneId: string, file: CaseFacts): ReviewSeal {
  const lane = definition.lanes.find(({ id }) => id === laneId);
  if (!lane) throw new Error(`Licence "${definition.code}" has no lane "${laneId}".`);
  const reading = readingOf(readSetOf(definition, lane), factsOf(file), file.documents);
  return { digest: createHash('sha256').update(reading).digest('hex'), answersRevision: file.answersRevision };
}

/** The record of a review in the history: what its sender said, and the seal of what was read. */
export function sealed(data: Record<string, unknown>, definition: LicenceDefinition, lane: string, file: CaseFacts): Record<string, unknown> {
  return { ...data, read: sealOf(definition, lane, file) };
}
