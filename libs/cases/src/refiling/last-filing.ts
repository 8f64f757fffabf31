import { answersDigest, canonicalJson, type CaseAnswers, type LicenceDefinition } from '@anuyat/licence-kit';
import type { CaseRow } from '../case-row';
import type { DataSource, EntityManager } from 'typeorm';

/** The case that the newest edition of a licence rests on. */
export interface LastFiling {
  id: string;
  account_id: string;
  journey: string;
  journey_version: number;
  answers: CaseAnswers;
}

const LAST_FILING = `
  SELECT c.id, c.account_id, c.journey, c.journey_version, c.answers
    FROM licence_edition e JOIN application a ON a.id = e.by_application AND a.life_of IS NULL JOIN case_file c ON c.id = a.case_id
   WHERE e.number = $1 ORDER BY e.edition DESC LIMIT 1`;

const PAPERS = `SELECT code, sha256 FROM document WHERE case_id = $1 AND removed_at IS NULL ORDER BY code, sha256`;

/** @throws when the licence was granted without a case: that cannot be. */
export async function getLastFiling(reader: DataSource | EntityManager, number: string): Promise<LastFiling> {
  const [last]: LastFiling[] = await reader.query(LAST_FILING, [number]);
  if (!last) throw new Error(`Nothing is known of how ${number} was granted.`);
  return last;
}

/** What stands before a lane: the answers and the digests of the papers. */
interface Standpoint {
  answers: CaseAnswers;
  papers: readonly { code: string; sha256: string }[];
}

/** Lanes of which some fact or paper that they read differs from what the licence was granted on. */
export function touchedLanes({ lanes }: Pick<LicenceDefinition, 'lanes'>, before: Standpoint, now: Standpoint): string[] {
  const read = ({ answers, papers }: Standpoint, { reads, readsDocuments }: LicenceDefinition['lanes'][number]): string =>
    `${answersDigest(answers, reads)} ${canonicalJson(papers.filter(({ code }) => readsDocuments.includes(code)).map(({ code, sha256 }) => `${code} ${sha256}`).sort())}`;
  return lanes.filter((lane) => read(before, lane) !== read(now, lane)).map(({ id }) => id);
}

/** As {@link touchedLanes}, of a case that changes a licence; none of any other. */
export async function touchesOf(
  reader: DataSource | EntityManager,
  { filing_kind: kind, of_licence: number, answers }: Pick<CaseRow, 'filing_kind' | 'of_licence' | 'answers'>,
  [definition]: readonly LicenceDefinition[],
  papers: Standpoint['papers'],
): Promise<string[]> {
  if (kind !== 'change' || number === null || !definition) return [];
  const last = await getLastFiling(reader, number);
  return touchedLanes(definition, { answers: last.answers, papers: await reader.query(PAPERS, [last.id]) }, { answers, papers });
}
