import type { ApplicationStatus } from '@anuyat/contract';
import { STATUSES } from '../statuses';

/** What the list is narrowed by; it stands in the page's address. */
export interface ListQuery {
  territory: string;
  licence: string;
  status: ApplicationStatus | '';
  overdue: boolean;
  q: string;
  after: string;
}

/** The query of an address; what it does not know is left out. */
export function readQuery(params: Readonly<Record<string, unknown>>): ListQuery {
  const text = (name: string) => (typeof params[name] === 'string' ? params[name] : '');
  return {
    territory: text('territory'),
    licence: text('licence'),
    status: STATUSES.find((status) => status === text('status')) ?? '',
    overdue: text('overdue') === 'true',
    q: text('q').trim(),
    after: text('after'),
  };
}

/** The parameters of the address and of the call; nothing that is as usual. */
export function writeQuery(query: ListQuery): Record<string, string> {
  const { overdue, ...texts } = query;
  return { ...Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== '')), ...(overdue ? { overdue: 'true' } : {}) };
}

/** Whether anything is narrowed, so that an empty list may be the filters' doing. */
export function isNarrowed({ after: _, ...query }: ListQuery): boolean {
  return Object.values(query).some((value) => value !== '' && value !== false);
}
