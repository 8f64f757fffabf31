import type { ApplicationStatus } from '@anuyat/contract';
import type { StoredState } from '@anuyat/licence-kit';
import type { DataSource } from 'typeorm';
import type { LaneOffice } from '../application-row';
import type { Hands } from '../hands';
import { readLedgers } from '../ledger/ledger-keeper';
import type { LedgerLine } from '../ledger/stretches';

/** An application as readers need it. */
export interface FiledApplication {
  id: string;
  caseId: string;
  number: string | null;
  code: string;
  version: number;
  revision: number;
  state: StoredState;
  status: ApplicationStatus;
  offices: Record<string, LaneOffice>;
  hands?: Hands;
  actingFor?: string | null;
  accountId: string;
  submittedAt: Date;
  receivedAtLegal: Date;
}

/** A line of the history as readers need it. */
export interface HistoryLine {
  applicationId: string;
  revision: number;
  type: string;
  at: Date;
  actor: { kind: 'person' | 'portal' | 'system'; name?: { th: string; en: string }; job?: string; accountId?: string; onBehalfOf?: { accountId: string; name: { th: string; en: string } }; inPlaceOf?: { accountId: string; name: { th: string; en: string } }; through?: { id: string; name: { th: string; en: string }; position?: string } };
  data: Record<string, unknown>;
  state: StoredState;
}

/** A clock of an application. */
export interface Clock {
  applicationId: string;
  name: string;
  dueAt: Date;
  isStopped: boolean;
}

/** Everything that is kept of one application: pages are told from it, so that each reads it once. */
export interface Dossier {
  application: FiledApplication;
  /** Oldest first. */
  history: HistoryLine[];
  clocks: Clock[];
  ledger: LedgerLine[];
}

const APPLICATIONS = `
  SELECT id, case_id AS "caseId", number, code, version, revision, state, status, offices, hands, acting_for AS "actingFor", account_id AS "accountId",
         submitted_at AS "submittedAt", received_at_legal AS "receivedAtLegal"
    FROM application WHERE (case_id = $1 AND life_of IS NULL) OR id = ANY($2) ORDER BY id`;

const HISTORIES = `
  SELECT application_id AS "applicationId", revision, type, at, actor, data, state FROM history
   WHERE application_id = ANY($1) ORDER BY application_id, revision`;

const CLOCKS = `
  SELECT application_id AS "applicationId", name, due_at AS "dueAt", stopped_at IS NOT NULL AS "isStopped" FROM timer WHERE application_id = ANY($1)`;

/** The dossiers of a case, or of some applications, in the order in which they were filed. The caller has checked who may look. */
export async function readDossiers(source: DataSource, which: { caseId: string } | { ids: string[] }): Promise<Dossier[]> {
  const applications: FiledApplication[] = await source.query(APPLICATIONS, ['caseId' in which ? which.caseId : null, 'ids' in which ? which.ids : []]);
  if (applications.length === 0) return [];
  const ids = applications.map(({ id }) => id);
  const [lines, clocks, ledgers]: [HistoryLine[], Clock[], Map<string, LedgerLine[]>] = await Promise.all([source.query(HISTORIES, [ids]), source.query(CLOCKS, [ids]), readLedgers(source, ids)]);
  const histories = Map.groupBy(lines, ({ applicationId }) => applicationId);
  const clocksOf = Map.groupBy(clocks, ({ applicationId }) => applicationId);
  return applications.map((application) => ({ application, history: histories.get(application.id) ?? [], clocks: clocksOf.get(application.id) ?? [], ledger: ledgers.get(application.id) ?? [] }));
}
