import type { JsonSchema } from '../definition/json-schema';
import { demandGrounds } from './demand-grounds';

const note: JsonSchema = { type: 'string', maxLength: 4000 };
const words: JsonSchema = { type: 'string', minLength: 1, maxLength: 4000, pattern: '\\S' };

/** Data that each of the kit's events carries; nothing else is taken. */
export const eventData = {
  note: object({ note }, []),
  asked: object({ note, items: items() }, ['items']),
  /** What the one notice tells of a lane: its number, and which of the notice's parts this is. */
  told: object({ ...noticed(), items: items() }, ['noticeId', 'notice', 'part', 'parts', 'items']),
  /** The same of a second demand, with the ground of the law that allows it. */
  toldAgain: object({ ...noticed(), items: items(), ground: ground(), reason: words }, ['noticeId', 'notice', 'part', 'parts', 'items', 'ground', 'reason']),
  /** A second demand: on which ground of the law, and why, in the officer's own words. */
  demanded: object({ note, items: items(), ground: ground(), reason: words }, ['items', 'ground', 'reason']),
  /** What a correction changed of what a lane read, and whose answer brought it. */
  corrected: object(
    {
      answersRevision: { type: 'integer', minimum: 0 },
      changed: { type: 'array', maxItems: 200, items: { type: 'string', maxLength: 200 } },
      documents: { type: 'array', maxItems: 100, items: { type: 'string', maxLength: 60 } },
      causedBy: object({ applicationId: { type: 'string', maxLength: 40 }, lane: { type: 'string', maxLength: 60 } }, ['applicationId', 'lane']),
      was: { type: 'string', maxLength: 64 },
      is: { type: 'string', maxLength: 64 },
    },
    ['answersRevision', 'changed', 'documents', 'causedBy'],
  ),
  answered: object(
    {
      note,
      changes: { type: 'object' },
      documents: { type: 'array', maxItems: 100, items: { type: 'string', maxLength: 60 } },
    },
    [],
  ),
  /** An approval may set conditions for the licence (Administrative Procedure Act B.E. 2539 s.39). */
  approved: object({ note, conditions: { type: 'array', maxItems: 20, items: { type: 'string', minLength: 1, maxLength: 500, pattern: '\\S' } } }, []),
  /** The applicant's answer to an intended order; papers are uploaded before and named here. */
  heard: object({ words, documents: { type: 'array', maxItems: 20, items: { type: 'string', maxLength: 60 } } }, ['words']),
  /** Grounds as ss.13 and 16 of the Administrative Procedure Act B.E. 2539 have them. */
  conflictDeclared: object({ ground: { type: 'string', enum: ['party', 'relative', 'representative', 'creditor', 'other'] }, note: words }, ['ground', 'note']),
  /** What whoever made an order thinks of the appeal against it, for the superior. */
  opinion: object({ note: words }, ['note']),
  /** The application, and the decision on the appeal, that the portal's event rests on. */
  restsOn: object({ application: { type: 'string', maxLength: 60 }, appeal: { type: 'string', maxLength: 60 }, order: { type: 'string', maxLength: 80 } }, ['application', 'appeal', 'order']),
  /** Which revocation is final, since when, and whether it was not appealed in time or the appeal was lost. */
  revocationFinal: object(finality(), ['order', 'how', 'finalAt']),
  /** As {@link eventData.revocationFinal}, of the licence that a filing rests on. */
  licenceGone: object({ licence: { type: 'string', maxLength: 80 }, ...finality() }, ['licence', 'order', 'how', 'finalAt']),
  inspectionPlanned: object({ plannedFor: { type: 'string', format: 'date-time', maxLength: 40 }, note }, ['plannedFor']),
  inspectionRecorded: object({ result: { type: 'string', enum: ['passed', 'failed'] }, findings: words }, ['result', 'findings']),
  /** Reasons in three parts: facts, law, considerations (Administrative Procedure Act s.37). */
  refused: object({ facts: words, law: words, considerations: words }, ['facts', 'law', 'considerations']),
  returned: object({ note: words }, ['note']),
  /** Why the office is late (Licensing Facilitation Act B.E. 2558 s.10), and when it means to be done. */
  delayExplained: object({ reason: words, expectedOn: { type: 'string', format: 'date', maxLength: 10 } }, ['reason']),
} satisfies Record<string, JsonSchema>;

function finality(): Record<string, JsonSchema> {
  const number: JsonSchema = { type: 'string', maxLength: 80 };
  return { order: number, how: { type: 'string', enum: ['not-appealed', 'upheld', 'not-admitted'] }, appeal: number, finalAt: { type: 'string', format: 'date-time', maxLength: 40 } };
}

function noticed(): Record<string, JsonSchema> {
  return { noticeId: { type: 'string', maxLength: 40 }, notice: { type: 'string', maxLength: 60 }, part: { type: 'integer', minimum: 1 }, parts: { type: 'integer', minimum: 1 }, note };
}

function ground(): JsonSchema {
  return { type: 'string', enum: demandGrounds.map(({ code }) => code) };
}

function items(): JsonSchema {
  return {
    type: 'array',
    minItems: 1,
    maxItems: 50,
    items: object(
      { kind: { type: 'string', enum: ['fact', 'document'] }, target: { type: 'string', minLength: 1, maxLength: 200 }, message: words },
      ['kind', 'target', 'message'],
    ),
  };
}

function object(properties: Record<string, JsonSchema>, required: string[]): JsonSchema {
  return { type: 'object', properties, required, additionalProperties: false };
}
