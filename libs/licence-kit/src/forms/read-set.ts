import type { CaseAnswers, Facts } from '../definition/case-answers';
import type { LaneDefinition, LicenceDefinition } from '../definition/licence-definition';
import { actOf } from '../blocks/words';
import { namesIn } from '../feel/names-in';
import { canonicalJson } from './canonical-json';
import { pickFacts } from './pick-facts';

/** What one lane reads of a case. */
export interface ReadSet {
  /** Prefixes of facts: what its office is shown, and what its rules speak of. */
  facts: string[];
  /** Codes of documents. */
  documents: string[];
}

/** A document as a review read it: its code and the digest of its content. */
export interface ReadDocument {
  code: string;
  sha256: string;
}

const REVIEWS = new Set(['accepted', 'approved', 'refused', 'approvalProposed', 'refusalProposed', 'refusalIntended']);

/** Whether an event is a review: what was read for it is sealed with it. */
export function isReview(eventType: string): boolean {
  return REVIEWS.has(actOf(eventType));
}

const known = new WeakMap<LaneDefinition, ReadSet>();

/** The facts and documents that a lane reads: those of its office, and those that the rules on the lane and on its papers ask. */
export function readSetOf({ documents }: Pick<LicenceDefinition, 'documents'>, lane: LaneDefinition): ReadSet {
  const found = known.get(lane);
  if (found) return found;
  const papers = documents.filter(({ code }) => lane.readsDocuments.includes(code));
  const rules = [lane.when, ...papers.map(({ when }) => when)].filter((rule) => rule !== undefined);
  const set: ReadSet = { facts: [...new Set([...lane.reads, ...rules.flatMap((rule) => namesIn(rule))])].sort(), documents: [...lane.readsDocuments].sort() };
  known.set(lane, set);
  return set;
}

/** What a lane reads, as one text: equal texts, equal reading. Its digest stands in the history with each review. */
export function readingOf(set: ReadSet, facts: Facts, documents: readonly ReadDocument[]): string {
  const read = documents.filter(({ code }) => set.documents.includes(code)).map(({ code, sha256 }) => [code, sha256]);
  return canonicalJson({ facts: pickFacts(facts as CaseAnswers, set.facts), documents: read.map((pair) => pair.join(' ')).sort() });
}
