import type { TaskView } from '@anuyat/contract';
import type { Text } from '@anuyat/licence-kit';

/** What comes next for this lane: the key of a sentence, and what is filled into it. */
export interface NextStep {
  words: string;
  count?: number;
  stage?: Text;
  /** ISO; shown as a day. */
  until?: string;
}

/** Says, after a decision, whose move it is now; read off the file as it is, not off what was sent. */
export function whatNext(task: TaskView): NextStep {
  const { application } = task;
  const lane = application.lanes.find(({ id }) => id === task.lane);
  switch (application.status) {
    case 'issued':
    case 'refused':
    case 'returned':
    case 'withdrawn':
    case 'annulled':
    case 'granted':
    case 'upheld':
    case 'not-admitted':
    case 'issuing':
    case 'awaiting-payment':
      return { words: `desk.next.${application.status}` };
    case 'waiting':
    case 'in-review':
    case 'awaiting-answer':
      break;
  }
  if (lane?.verdict === 'approved') {
    const count = application.lanes.filter(({ verdict }) => verdict === null).length;
    return { words: count === 1 ? 'desk.next.oneMore' : 'desk.next.more', count };
  }
  if (lane?.owner === 'applicant') return { words: lane.dueAt ? 'desk.next.answerUntil' : 'desk.next.answer', ...(lane.dueAt ? { until: lane.dueAt } : {}) };
  if (lane && task.acts.length > 0) return { words: 'desk.next.stage', stage: lane.stateLabel };
  return { words: 'desk.next.none' };
}
