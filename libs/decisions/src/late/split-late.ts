import type { AskedQuestion } from '@anuyat/registrar';

/** What answers a lane that waits no more. */
export interface LatePart {
  applicationId: string;
  lane: string;
  changes: Record<string, unknown>;
}

/**
 * Parts answers to a case's notices: what some open notice asked stays together; what only a closed and unanswered one asked is late. Where
 * nothing is open, or nobody ever asked, nothing is parted.
 */
export function splitLate(questions: readonly Pick<AskedQuestion, 'applicationId' | 'lane' | 'items' | 'isOpen' | 'answeredAt'>[], changes: Readonly<Record<string, unknown>>): { inTime: Record<string, unknown>; late: LatePart[] } {
  const open = questions.filter(({ isOpen }) => isOpen);
  const closed = questions.filter(({ isOpen, answeredAt }) => !isOpen && answeredAt === null);
  if (open.length === 0) return { inTime: { ...changes }, late: [] };
  const inTime: Record<string, unknown> = {};
  const late = new Map<string, LatePart>();
  for (const [path, value] of Object.entries(changes)) {
    const asked = open.some((question) => asks(question, path)) ? undefined : closed.findLast((question) => asks(question, path));
    if (!asked) {
      inTime[path] = value;
      continue;
    }
    const { applicationId, lane } = asked;
    const part = late.get(`${applicationId}:${lane}`) ?? { applicationId, lane, changes: {} };
    part.changes[path] = value;
    late.set(`${applicationId}:${lane}`, part);
  }
  return { inTime, late: [...late.values()] };
}

function asks({ items }: Pick<AskedQuestion, 'items'>, path: string): boolean {
  return items.some(({ kind, target }) => kind === 'fact' && (path === target || path.startsWith(`${target}.`)));
}
