import type { TaskView } from '@anuyat/contract';
import type { Text } from '@anuyat/licence-kit';

/** One clock chip of the head of a file. */
export interface ReviewClock {
  dueAt: string | null;
  daysLeft: number | null;
  isOverdue: boolean;
  uncertainYears: number[];
  party: Text | null;
  pausedBecause: Text | null;
}

const APPLICANT: Text = { th: 'ผู้ยื่นคำขอ', en: 'the applicant' };
const OFFICE: Text = { th: 'สำนักงานคุณ', en: 'your office' };
const ASKED: Text = { th: 'รอผู้ยื่นคำขอตอบ', en: 'waiting for the applicant’s answer' };

/**
 * The clocks of a lane: the office's own, or, while the applicant answers, the office's at rest beside the applicant's
 * (Licensing Facilitation Act B.E. 2558 s.10). None once the lane has decided or the application has ended.
 */
export function clocksOf(task: TaskView): ReviewClock[] {
  const lane = task.application.lanes.find(({ id }) => id === task.lane);
  if (!lane || lane.verdict !== null || lane.owner === null) return [];
  const running = { dueAt: lane.dueAt, daysLeft: lane.daysLeft, isOverdue: lane.isOverdue, uncertainYears: lane.uncertainYears, pausedBecause: null };
  if (lane.owner !== 'applicant') return [{ ...running, dueAt: lane.dueAt ?? task.dueAt, party: OFFICE }];
  return [
    { dueAt: null, daysLeft: null, isOverdue: false, uncertainYears: [], party: null, pausedBecause: ASKED },
    { ...running, party: APPLICANT },
  ];
}
