import type { Text } from '../definition/text';

/** What is promised of every licence that may be published, each in a sentence. */
export const promises = {
  'is-well-formed': 'is well-formed by the schema of definitions',
  'machine-is-plain-json': 'has a machine of plain data, whose transitions all lead somewhere',
  'names-are-real': 'speaks of facts and papers that exist',
  'effects-are-valid': 'asks only for what can be done',
  'events-are-ruled': 'says of every event who may send it',
  'labels-are-whole': 'has all its words in both languages',
  'fee-examples-hold': 'charges what its examples say',
  'owners-can-act': 'says in every state that waits whose move it is, and lets them move',
  'can-be-explored': 'can be walked through whole',
  'every-state-is-reached': 'reaches every one of its states',
  'no-dead-end': 'can come to an end from everywhere',
  'joins-fire': 'can bring its lanes together, however its rules fall',
  'nothing-issued-unpaid': 'issues nothing unpaid',
  'nothing-issued-unreviewed': 'issues nothing that a lane has not approved',
  'nothing-issued-over-a-refusal': 'issues nothing that a lane has refused',
  'nobody-reviews-and-approves': 'lets nobody both propose and decide where a second officer has to confirm',
  'nothing-left-open': 'leaves nothing open after its end',
  'offices-have-a-clock': 'gives every office a time limit',
  'longest-path-is-lawful': 'takes its offices no longer than the law gives, on the longest lawful path',
  'loops-are-bounded': 'has no round that can be gone for ever',
  'no-second-question-without-ground': 'asks a second time only where a legal ground is given',
  'no-task-after-its-lane': 'leaves no task in a lane that is done',
  'zero-fee-never-waits': 'bills nobody where no fee is due',
  'lanes-follow-their-rules': 'has each conditional lane where its rule holds, and nowhere else',
  'deemed-approval-only-by-law': 'lets time decide nothing that its law does not',
} as const;

/** What is promised besides where it is known who works in the offices. */
export const directoryPromises = {
  'somebody-can-act': 'leads everywhere to an office whose people may act',
} as const;

export type PromiseCode = keyof typeof promises | keyof typeof directoryPromises;

/** Whether a promise is kept; if not, the counter-example as a story. */
export interface Finding {
  code: PromiseCode;
  isKept: boolean;
  story?: Text;
}

/** A promise kept, or broken in the way that the story tells. */
export function finding(code: PromiseCode, story: Text | undefined): Finding {
  return story ? { code, isKept: false, story } : { code, isKept: true };
}

/** Several faults as one story, the first few in full. */
export function together(faults: readonly Text[]): Text | undefined {
  if (faults.length === 0) return undefined;
  const told = faults.slice(0, 5);
  const more = faults.length - told.length;
  return {
    th: [...told.map(({ th }) => th), ...(more > 0 ? [`และอีก ${more} แห่ง`] : [])].join(' · '),
    en: [...told.map(({ en }) => en), ...(more > 0 ? [`And ${more} more.`] : [])].join(' '),
  };
}
