import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import type { AccessView, PersonActor } from '@anuyat/contract';
import { findOffice } from '@anuyat/dictionary/reference';

/** What is read, and the case that it belongs to. */
const CASE_OF = {
  file: `SELECT case_id FROM task WHERE id = $6`,
  paper: `SELECT case_id FROM document WHERE id = $6`,
  history: `SELECT case_id FROM application WHERE id = $6`,
} as const;

/** Minutes in which looking at the same thing again is the same look. */
const sameLookMinutes = 10;

const noteOf = (what: keyof typeof CASE_OF): string => `
  INSERT INTO access_note (id, reader_id, reader_th, reader_en, office, purpose, case_id, subject_id, what, of_id)
  SELECT $1, $2, $3, $4, o.office,
         CASE WHEN EXISTS (SELECT FROM task t WHERE t.case_id = c.id AND t.office = ANY($5) AND t.status IN ('open', 'claimed')) THEN 'review' ELSE 'look-back' END,
         c.id, c.account_id, '${what}', $6
    FROM case_file c LEFT JOIN LATERAL (
         SELECT part.value->>'office' AS office FROM application a, jsonb_each(a.offices) part WHERE a.case_id = c.id AND part.value->>'office' = ANY($5) ORDER BY 1 LIMIT 1
       ) o ON true
   WHERE c.id = (${CASE_OF[what]}) AND c.account_id <> $2
     AND NOT EXISTS (SELECT FROM access_note n WHERE n.reader_id = $2 AND n.of_id = $6 AND n.at > now() - interval '${sameLookMinutes} minutes')`;

const LIST = `
  SELECT n.id, n.at, n.reader_th, n.reader_en, n.office, n.purpose, n.what, n.case_id, c.number, c.business_name, d.file_name
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
  case_id: string;
  number: string | null;
  business_name: string | null;
  file_name: string | null;
}

/** Writes down which officer looked at whose personal data and what for, and tells it to the person. A look that cannot be written down is refused. */
@Injectable()
export class AccessLog {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  /** Before personal data go to somebody of an office. People who look at their own leave no note. */
  async note(reader: PersonActor, what: keyof typeof CASE_OF, id: string): Promise<void> {
    if (reader.offices.length === 0) return;
    const offices = reader.offices.map(({ code }) => code);
    await this.source.query(noteOf(what), [uuidv7(), reader.accountId, reader.name.th, reader.name.en, offices, id]);
  }

  /** Who looked at a person's cases, newest first. */
  async list(accountId: string, limit: number): Promise<AccessView[]> {
    const rows: Row[] = await this.source.query(LIST, [accountId, limit]);
    return rows.map(({ id, at, reader_th, reader_en, office, purpose, what, case_id, number, business_name, file_name }) => ({
      id, purpose, what,
      at: at.toISOString(),
      reader: { th: reader_th, en: reader_en },
      office: office === null ? null : findOffice(office) ?? null,
      caseId: case_id, caseNumber: number, businessName: business_name, fileName: file_name,
    }));
  }
}
