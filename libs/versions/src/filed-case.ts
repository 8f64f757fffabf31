import type { CaseAnswers, Facts, LicenceDefinition, StoredState } from '@anuyat/licence-kit';
import { holds } from '@anuyat/licence-kit';
import { placeOf, routeAuthority, type Place } from '@anuyat/dictionary/reference';
import { factsOf, type FilingKind, type LaneOffice } from '@anuyat/registrar';
import type { DataSource } from 'typeorm';

/** An application with what its case says: what rules, fees and routing of any version read. */
export interface FiledCase {
  id: string;
  number: string | null;
  version: number;
  revision: number;
  status: string;
  submittedAt: Date;
  offices: Record<string, LaneOffice>;
  state: StoredState;
  answers: CaseAnswers;
  placeCodes: Record<string, string | null> | null;
  filedOn: string;
  filingKind: FilingKind;
  /** Codes of the papers that are there. */
  papers: string[];
}

const COLUMNS = `
  a.id, a.number, a.version, a.revision, a.status, a.submitted_at AS "submittedAt", a.offices, a.state, c.answers, c.place AS "placeCodes",
  to_char(c.received_at_legal AT TIME ZONE 'Asia/Bangkok', 'YYYY-MM-DD') AS "filedOn", c.filing_kind AS "filingKind",
  ARRAY(SELECT DISTINCT d.code FROM document d WHERE d.case_id = c.id AND d.removed_at IS NULL) AS papers`;

/** Applications of a licence type that were filed in the last days, the newest first. */
export function readFiled(source: DataSource, code: string, { days, before, limit }: { days: number; before: string | null; limit: number }): Promise<FiledCase[]> {
  return source.query(
    `SELECT ${COLUMNS} FROM application a JOIN case_file c ON c.id = a.case_id
      WHERE a.code = $1 AND a.submitted_at >= now() - make_interval(days => $2) AND ($3::uuid IS NULL OR a.id < $3) ORDER BY a.id DESC LIMIT $4`,
    [code, days, before, limit],
  );
}

/** Applications of a licence type that have not come to their end and are not under that version; the oldest first, or those named. */
export function readRunning(source: DataSource, code: string, { version, ended, ids, limit }: { version: number; ended: readonly string[]; ids?: readonly string[]; limit: number }): Promise<FiledCase[]> {
  return source.query(
    `SELECT ${COLUMNS} FROM application a JOIN case_file c ON c.id = a.case_id
      WHERE a.code = $1 AND a.version <> $2 AND NOT a.status = ANY($3) AND ($4::uuid[] IS NULL OR a.id = ANY($4)) ORDER BY a.id LIMIT $5`,
    [code, version, ended, ids ?? null, limit],
  );
}

/** What rules read of it. */
export function factsOfFiled({ answers, placeCodes, filedOn, filingKind }: FiledCase): Facts {
  return factsOf({ answers, answersRevision: 0, place: placeCodes, filedOn, filingKind });
}

/** The office of each lane that a version would ask; empty where the place is not known. */
export function officesUnder(definition: LicenceDefinition, filed: FiledCase): Record<string, LaneOffice> {
  const place = placeOfFiled(filed);
  if (!place) return {};
  const facts = factsOfFiled(filed);
  return Object.fromEntries(
    definition.lanes.map(({ id, law, duty, when }) => {
      const { office, because } = routeAuthority({ law, duty, place, on: filed.filedOn });
      const isAsked = when === undefined || holds(when, facts);
      return [id, { office: office.code, agency: office.agency.code, because, ...(isAsked ? {} : { isLeftOut: true as const }) }];
    }),
  );
}

function placeOfFiled({ answers }: FiledCase): Place | undefined {
  const premises = answers['premises'];
  return placeOf(typeof premises === 'object' && premises !== null ? premises : {});
}
