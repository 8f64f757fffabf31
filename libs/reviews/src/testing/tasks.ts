import type { DataSource } from 'typeorm';
import { uuidv7 } from 'uuidv7';

/** A task to put into an inbox; everything else is as it comes. */
export interface TaskSeed {
  lane?: string;
  office?: string;
  stage?: string;
  status?: 'open' | 'claimed' | 'done' | 'cancelled';
  licence?: string;
  number?: string;
  businessName?: string;
  applicantName?: string;
  assignee?: string | null;
  /** With microseconds, as PostgreSQL keeps it. */
  dueAt?: string;
  createdAt?: string;
}

/** Puts tasks of one application straight into the table, each in a lane of its own. @returns their ids, in the order of the seeds. */
export async function putTasks(source: DataSource, applicationId: string, seeds: TaskSeed[]): Promise<string[]> {
  const rows = seeds.map((seed, at) => ({
    id: uuidv7(), lane: `lane-${uuidv7().slice(-12)}`, office: 'bma-1039-registry', stage: 'completeness', status: seed.assignee ? 'claimed' : 'open',
    licence: 'library-card', number: `T-${at}`, business_name: seed.businessName ?? 'ร้านหนังสือ', applicant_name: seed.applicantName ?? 'สมหญิง',
    assignee: null, due_at: seed.dueAt ?? '2030-01-01T00:00:00Z', created_at: seed.createdAt ?? '2026-11-23T03:00:00Z', ...seed,
  }));
  await source.query(
    `INSERT INTO task (id, application_id, case_id, lane, office, agency, licence, number, business_name, applicant_name, place_th, place_en, stage, status, assignee,
                       assignee_name, due_at, by_revision, created_at)
     SELECT t.id, a.id, a.case_id, t.lane, t.office, 'bma', t.licence, t.number, t.business_name, t.applicant_name, '', '', t.stage, t.status, t.assignee,
            CASE WHEN t.assignee IS NULL THEN NULL ELSE '{"th":"ก","en":"A"}'::jsonb END, t.due_at, 1, t.created_at
       FROM application a, jsonb_to_recordset($2) AS t (id uuid, lane text, office text, licence text, number text, business_name text, applicant_name text, stage text,
                                                        status text, assignee uuid, due_at timestamptz, created_at timestamptz)
      WHERE a.id = $1`,
    [applicationId, JSON.stringify(rows)],
  );
  return rows.map(({ id }) => id);
}
