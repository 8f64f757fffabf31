import type { Text } from '@anuyat/licence-kit';

/** `GET /api/admin/stuck`: what the portal has to do and cannot, oldest first. It is tried again by itself, ever more rarely, and at once with `POST /api/admin/stuck/:id/try`. */
export interface StuckWorkView {
  id: string;
  /** Stands beside the failure in the log. */
  reference: string;
  licence: { code: string; title: Text };
  caseNumber: string;
  number: string | null;
  /** What is to be done. */
  what: Text;
  problem: Text;
  /** The rule that fails, where one does. */
  rule: string | null;
  since: string;
  lastAt: string;
  times: number;
  /** When it is tried again by itself. */
  nextAt: string;
}

/** Of an application: the portal itself cannot do its next step. The time is the portal's until it can. */
export interface StuckStep {
  what: Text;
  since: string;
  reference: string;
}
