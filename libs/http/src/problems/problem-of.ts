import { randomBytes } from 'node:crypto';
import type { Problem, Refusal } from '@anuyat/contract';
import { problemCatalogue } from './problem-catalogue';

/** The problem document (RFC 9457) of a refusal: the code's own words where the refusal brings none. */
export function problemOf(refusal: Refusal): Problem {
  const { status, title, detail } = problemCatalogue[refusal.code];
  return { type: `urn:anuyat:problem:${refusal.code}`, title, detail, ...refusal.details, status, code: refusal.code };
}

/** Letters and digits that are not taken for each other when read out on the telephone. */
const referenceLetters = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A reference to quote to the help desk, such as `K7QM-2HXA`; the log carries the same. */
export function createReference(): string {
  const letters = Array.from(randomBytes(8), (byte) => referenceLetters[byte % referenceLetters.length]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}
