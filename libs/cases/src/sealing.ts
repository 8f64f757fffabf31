import { createHash } from 'node:crypto';
import { answersDigest, canonicalJson, type CaseAnswers, type LicenceDefinition } from '@anuyat/licence-kit';
import type { DocumentView } from '@anuyat/contract';

/** What is sealed. */
export interface Sealed {
  answers: CaseAnswers;
  answersRevision: number;
  files: readonly Pick<DocumentView, 'code' | 'sha256'>[];
}

/**
 * What a submission seals into the history: digests of all answers and of every paper, and of what each lane reads of them, so
 * that it can be proved later what an office had before it, and whose reading a correction touches.
 */
export function sealOf({ answers, answersRevision, files }: Sealed, { lanes }: Pick<LicenceDefinition, 'lanes'>): Record<string, unknown> {
  const papers = files.map(({ code, sha256 }) => ({ code, sha256 })).sort((a, b) => a.code.localeCompare(b.code) || a.sha256.localeCompare(b.sha256));
  return {
    declaresTruth: true,
    answersRevision,
    answers: digest(canonicalJson(answers)),
    documents: papers,
    reads: Object.fromEntries(
      lanes.map(({ id, reads, readsDocuments }) => [
        id,
        { answers: digest(answersDigest(answers, reads)), documents: digest(canonicalJson(papers.filter(({ code }) => readsDocuments.includes(code)))) },
      ]),
    ),
  };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
