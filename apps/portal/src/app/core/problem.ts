import { HttpErrorResponse } from '@angular/common/http';
import type { Problem } from '@anuyat/contract';
import { UI_WORDS } from '@anuyat/ui/shell';

const UNKNOWN: Problem = {
  type: 'about:blank',
  status: 0,
  code: 'internal',
  title: { th: 'ระบบขัดข้อง', en: 'Something went wrong on our side' },
  detail: { th: 'โปรดลองอีกครั้งในอีกสักครู่', en: 'Please try again in a moment.' },
};

/** Any failure as a problem document: the server's own where it sent one, ours for a lost connection. */
export function toProblem(error: unknown): Problem {
  if (error instanceof HttpErrorResponse) {
    if (isProblem(error.error)) return error.error;
    if (error.status === 0 || error.status === 502 || error.status === 503 || error.status === 504) return unreachable(error.status);
    return { ...UNKNOWN, status: error.status };
  }
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause) return toProblem(cause);
  return UNKNOWN;
}

/** Whether the same request with the same key may simply be sent again. */
export function isWorthRepeating(problem: Problem): boolean {
  return problem.code === 'temporarily-unavailable' || problem.status === 0 || problem.status >= 500;
}

function unreachable(status: number): Problem {
  return { type: 'about:blank', status, code: 'temporarily-unavailable', title: UI_WORDS.offlineTitle, detail: UI_WORDS.offlineDetail };
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'title' in body;
}
