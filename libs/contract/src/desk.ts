import type { CaseAnswers, JsonSchema, LaneDefinition, ReviewStage, Text } from '@anuyat/licence-kit';
import type { ApplicationView, DocumentView, LineMap, TimelineEntry } from './cases';
import type { AppealView, HearingView, LateAnswerView, WrittenOrder } from './orders';
import type { CorrectionView, DefectNoticeView, GatheringView, QuestionItem, QuestionView } from './questions';
import type { PromiseView } from './promises';
import type { OfficeRef } from './people';

export type TaskStatus = 'open' | 'claimed' | 'done' | 'cancelled';

/** `GET /api/tasks?status=&stage=&licence=&mine=&overdue=&escalated=&q=&sort=due|new&after=&limit=`; tasks of the reader's offices only. */
export interface TaskPage {
  items: TaskSummary[];
  next: string | null;
  counts: { overdue: number; dueToday: number; /** Went to the supervisor. */ escalated: number; /** Second demands that wait for a supervisor. */ demands: number; open: number; mine: number };
  /** Systems of the office that cannot be reached, and since when; absent where there are none. */
  unreached?: { name: Text; since: string }[];
}

export interface TaskSummary {
  id: string;
  applicationId: string;
  caseId: string;
  number: string;
  office: OfficeRef;
  lane: string;
  /** What the lane looks at, in words: an office may have two lanes of one application. */
  laneTitle: Text;
  stage: ReviewStage;
  status: TaskStatus;
  licence: { code: string; title: Text };
  businessName: string;
  applicantName: string;
  place: Text;
  dueAt: string | null;
  daysLeft: number | null;
  isOverdue: boolean;
  /** Why it went to the office's supervisor: it is late, or a delay notice went out without a reason. */
  escalatedFor: 'overdue' | 'unexplained' | null;
  assignee: { id: string; name: Text } | null;
  createdAt: string;
  /** The licence that it renews or changes stands revoked: nothing is charged or issued unless the revocation is annulled. */
  isResting: boolean;
}

/** `GET /api/tasks/:id` */
export interface TaskView extends TaskSummary {
  application: ApplicationView;
  lane: string;
  laneDefinition: Pick<LaneDefinition, 'id' | 'hasInspection' | 'reads' | 'readsDocuments'>;
  /** Only facts that this lane reads. */
  answers: CaseAnswers;
  /** Titles and structure of those facts, by topic. */
  topics: { id: string; title: Text; schema: JsonSchema }[];
  documents: DocumentView[];
  /** What may be asked for: documents that the manual of this licence lists. */
  askable: { facts: { path: string; title: Text }[]; documents: { code: string; title: Text }[] };
  lanesMap: LineMap;
  history: TimelineEntry[];
  questions: QuestionView[];
  inspections: InspectionView[];
  /** Intents to refuse in this lane, with the applicant's answers. */
  hearings: HearingView[];
  /** What the applicant sent to this lane after its time. */
  lateAnswers: LateAnswerView[];
  /** Where the task is about an appeal: what it says, and against which order. */
  appeal: AppealView | null;
  /** By when its application is expected to be finished, as the applicant is told; null where nothing is. */
  promise: PromiseView | null;
  /** The order that the lane's office wrote, if any. */
  order: WrittenOrder | null;
  /** What the officer who proposed says, for the one who confirms. */
  proposal: { event: string; data: Record<string, unknown>; by: Text; at: string } | null;
  /** What corrections meant for this lane: before and after. */
  corrections: CorrectionView[];
  /** While what this lane found waits for the others. */
  gathering?: GatheringView;
  /** The demand that waits for a supervisor. */
  demand?: { ground: DefectNoticeView['ground']; reason: string; items: QuestionItem[]; by: Text; /** Who of the office may consent now; without anybody, the agency's administrators were told. */ supervisors: Text[] };
  /** Events that the reader may send now, with what each will cause. */
  acts: { event: string; title: Text; causes: Text; needs: 'nothing' | 'note' | 'items' | 'demand' | 'reasons' | 'conditions' | 'conflict' | 'appointment' | 'findings' | 'reason' }[];
}

export interface InspectionView {
  id: string;
  lane: string;
  plannedFor: string;
  inspector: Text;
  note?: string;
  recordedAt: string | null;
  result: 'passed' | 'failed' | null;
  findings: string | null;
}
