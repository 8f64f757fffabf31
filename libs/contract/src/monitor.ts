import type { CaseAnswers, JsonSchema, Text } from '@anuyat/licence-kit';
import type { ApplicationStatus, ApplicationView, LineMap, TimelineEntry } from './cases';
import type { PromiseView } from './promises';

/** `GET /api/monitor/overview` over the reader's territories. */
export interface MonitorOverview {
  estates: EstateCount[];
  licences: { code: string; title: Text; counts: StatusCounts }[];
  totals: StatusCounts;
  /** By office and licence type, the most first. */
  secondDemands: SecondDemands[];
  asOf: string;
}

/** How often an office demanded something a second time. */
export interface SecondDemands {
  code: string;
  title: Text;
  office: Text;
  total: number;
}

export interface StatusCounts {
  byStatus: Partial<Record<ApplicationStatus, number>>;
  total: number;
  overdue: number;
}

export interface EstateCount {
  code: string;
  kind: 'estate' | 'zone';
  title: Text;
  province: Text;
  /** Absent where the position is not known. */
  position: { lat: number; lon: number } | null;
  counts: StatusCounts;
}

/** `GET /api/monitor/applications?territory=&licence=&status=&overdue=&q=&after=&limit=` */
export interface MonitorPage {
  items: MonitoredApplication[];
  next: string | null;
}

export interface MonitoredApplication {
  id: string;
  caseId: string;
  number: string | null;
  licence: { code: string; title: Text };
  businessName: string;
  territory: { code: string; title: Text };
  status: ApplicationStatus;
  dueAt: string | null;
  isOverdue: boolean;
  submittedAt: string;
}

/** `GET /api/monitor/applications/:id`: readable, not changeable; facts of the business, and no person's but the end of a number. */
export interface MonitoredApplicationView extends MonitoredApplication {
  application: ApplicationView;
  lanesMap: LineMap;
  /** Questions of the form whose answers a monitor may see, with the answers. */
  topics: { id: string; title: Text; schema: JsonSchema }[];
  answers: CaseAnswers;
  /** By when it is expected to be finished; null once it is, and before it is known. */
  promise: PromiseView | null;
  history: TimelineEntry[];
}
