import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import type { AccessView, PersonActor } from '@anuyat/contract';
import { holds, type Standing } from '@anuyat/access';
import { asPortal } from '@anuyat/database';
import { findOffice } from '@anuyat/dictionary/reference';

/** What is read; `id` is the first column that it is known by here. */
export interface Look {
  what: AccessView['what'];
  /** Of a task (`file`), a document, an application, an order, a bill (`receipt`), a licence (its number) or an exception (`exception`). */
  id: string;
  /** What the reader is to the matter, where the policy said it. */
  as?: Standing;
}

/** The case, whose it is, and what stands for the thing read; `$6` is its id. */
const OF: Record<Look['what'], string> = {
  file: `SELECT t.case_id, c.account_id, t.id FROM task t JOIN case_file c ON c.id = t.case_id WHERE t.id = $6::uuid`,
  paper: `SELECT d.case_id, c.account_id, d.id FROM document d JOIN case_file c ON c.id = d.case_id WHERE d.id = $6::uuid`,
  history: `SELECT case_id, account_id, id FROM application WHERE id = $6::uuid`,
  application: `SELECT case_id, account_id, id FROM application WHERE id = $6::uuid`,
  order: `SELECT o.case_id, a.account_id, o.id FROM decision_order o JOIN application a ON a.id = o.application_id WHERE o.id = $6::uuid`,
  receipt: `SELECT b.case_id, a.account_id, b.id FROM bill b JOIN application a ON a.id = b.application_id WHERE b.id = $6::uuid`,
  licence: `SELECT case_id, account_id, application_id AS id FROM licence WHERE number = $6`,
  exception: `SELECT e.case_id, c.account_id, e.id FROM exceptional_look e JOIN case_file c ON c.id = e.case_id WHERE e.id = $6::uuid`,
};

/** Minutes in which looking at the same thing again is the same look. */
const sameLookMinutes = 10;

const noteOf = (what: Look['what']): string => `
  INSERT INTO access_note (id, reader_id, reader_th, reader_en, office, purpose, case_id, subject_id, what, of_id, reason)
  SELECT $1, $2, $3, $4, coalesce(o.office, $8),
         coalesce($7, CASE WHEN EXISTS (SELECT FROM task t WHERE t.case_id = c.case_id AND t.office = ANY($5) AND t.status IN ('open', 'claimed')) THEN 'review' ELSE 'look-back' END),
         c.case_id, c.account_id, '${what}', c.id, $9
    FROM (${OF[what]}) c LEFT JOIN LATERAL (
         SELECT part.value->>'office' AS office FROM application a, jsonb_each(a.offices) part WHERE a.case_id = c.case_id AND part.value->>'office' = ANY($5) ORDER BY 1 LIMIT 1
       ) o ON true
   WHERE c.account_id <> $2
     AND NOT EXISTS (SELECT FROM access_note n WHERE n.reader_id = $2 AND n.of_id = c.id AND n.what = '${what}' AND n.at > now() - interval '${sameLookMinutes} minutes')`;

const LIST = `
  SELECT n.id, n.at, n.reader_th, n.reader_en, n.office, n.purpose, n.reason, n.what, n.case_id, c.number, c.business_name, d.file_name
    FROM access_note n JOIN case_file c ON c.id = n.case_id LEFT JOIN document d ON n.what = 'paper' AND d.id = n.of_id
   WHERE n.subject_id = $1 ORDER BY n.at DESC, n.id LIMIT $2`;

interface Row {
  id: string;
  at: Date;
  reader_th: string;
  reader_en: string;
  office: string | null;
  purpose: AccessView['purpose'];
  what: AccessView['what'];
  reason: string | null;
  case_id: string;
  number: string | null;
  business_name: string | null;
  file_name: string | null;
}

/** Writes down who of an office or a monitoring body looked at whose personal data and what for, and tells it to the person. A look that cannot be written down is refused. */
@Injectable()
export class AccessLog {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  /** Before the thing goes to somebody of an office or to a monitor. People who look at their own leave no note. */
  async note(reader: PersonActor, look: Look, exception?: { reason: string }): Promise<void> {
    if (look.as === 'own' || !(holds(reader, 'officer') || holds(reader, 'monitor') || holds(reader, 'agency-system'))) return;
    const offices = reader.offices.map(({ code }) => code);
    const purpose = exception ? 'exceptional' : look.as === 'watching' ? 'watching' : null;
    const note = [
      uuidv7(), reader.accountId, reader.name.th, reader.name.en, offices, look.id, purpose, exception ? (offices[0] ?? null) : null, exception?.reason ?? null,
    ];
    await asPortal(() => this.source.query(noteOf(look.what), note));
  }

  /** Who looked at a person's cases, newest first. */
  async list(accountId: string, limit: number): Promise<AccessView[]> {
    const rows: Row[] = await this.source.query(LIST, [accountId, limit]);
    return rows.map(({ id, at, reader_th, reader_en, office, purpose, reason, what, case_id, number, business_name, file_name }) => ({
      id, purpose, reason, what,
      at: at.toISOString(),
      reader: { th: reader_th, en: reader_en },
      office: office === null ? null : findOffice(office) ?? null,
      caseId: case_id, caseNumber: number, businessName: business_name, fileName: file_name,
    }));
  }
}
