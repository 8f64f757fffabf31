import { REVIEW_STAGES, type ReviewStage } from '@anuyat/licence-kit';

/** What an officer narrows the inbox by. It stands in the page's address, so that "back" and a bookmark keep it. */
export interface InboxQuery {
  mine: boolean;
  overdue: boolean;
  /** What went to the supervisor. */
  escalated: boolean;
  stage: ReviewStage | '';
  licence: string;
  q: string;
  sort: 'due' | 'new';
  /** Cursor of the page. */
  after: string;
}

/** The query of an address; what it does not know is left out. */
export function readQuery(params: Readonly<Record<string, unknown>>): InboxQuery {
  const text = (name: string) => (typeof params[name] === 'string' ? params[name] : '');
  return {
    mine: text('mine') === 'true',
    overdue: text('overdue') === 'true',
    escalated: text('escalated') === 'true',
    stage: REVIEW_STAGES.find((stage) => stage === text('stage')) ?? '',
    licence: text('licence'),
    q: text('q').trim(),
    sort: text('sort') === 'new' ? 'new' : 'due',
    after: text('after'),
  };
}

/** The parameters of the address and of the call; nothing that is as usual. */
export function writeQuery(query: InboxQuery): Record<string, string> {
  return {
    ...(query.mine ? { mine: 'true' } : {}),
    ...(query.overdue ? { overdue: 'true' } : {}),
    ...(query.escalated ? { escalated: 'true' } : {}),
    ...(query.stage ? { stage: query.stage } : {}),
    ...(query.licence ? { licence: query.licence } : {}),
    ...(query.q ? { q: query.q } : {}),
    ...(query.sort === 'new' ? { sort: 'new' } : {}),
    ...(query.after ? { after: query.after } : {}),
  };
}

/** Whether anything is narrowed, so that an empty list may be the filters' doing. */
export function isNarrowed(query: InboxQuery): boolean {
  return query.mine || query.overdue || query.escalated || query.stage !== '' || query.licence !== '' || query.q !== '';
}
