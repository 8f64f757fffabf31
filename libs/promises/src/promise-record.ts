import { cellFor } from '@anuyat/access';
import type { PromiseCounts, PromiseRecordView, ToldCounts } from '@anuyat/contract';
import { addDays, bangkokDate } from '@anuyat/dictionary';
import type { Reading } from '@anuyat/registrar';
import { NEEDED, SHARE } from './foreteller';
import { titleIn } from './promise-words';

interface CountRow extends PromiseCounts {
  code: string;
}

/**
 * A promise is judged on the promised day, whether its application has ended or not: judged at their end, the late ones would be missing. One
 * that was taken back by its applicant before that day is no promise any more.
 */
const COUNTS = `
  SELECT a.code, count(*)::int AS made, count(*) FILTER (WHERE p.is_kept)::int AS kept,
         count(*) FILTER (WHERE p.is_first)::int AS "firstMade", count(*) FILTER (WHERE p.is_first AND p.is_kept)::int AS "firstKept"
    FROM (
      SELECT d.application_id, d.promised_on,
             min(d.ordinal) = (SELECT min(f.ordinal) FROM promised_date f WHERE f.application_id = d.application_id AND f.promised_on IS NOT NULL) AS is_first,
             coalesce(w.ended_at < (d.promised_on + 1) AT TIME ZONE 'Asia/Bangkok', false) AS is_kept
        FROM promised_date d JOIN promise_watch w USING (application_id)
       WHERE d.promised_on BETWEEN $1::date AND $2::date
         AND (w.outcome IS DISTINCT FROM 'withdrawn' OR w.ended_at >= (d.promised_on + 1) AT TIME ZONE 'Asia/Bangkok')
       GROUP BY d.application_id, d.promised_on, w.ended_at
    ) p JOIN application a ON a.id = p.application_id
   GROUP BY a.code ORDER BY count(*) DESC, a.code`;

const FRESH_MS = 60_000;

/** How many promises were kept, by licence type; read at most once a minute, for everybody may ask. */
export class PromiseRecord {
  private readonly read = new Map<number, { at: number; view: Promise<PromiseRecordView> }>();

  constructor(
    private readonly reading: Pick<Reading, 'source' | 'library'>,
    private readonly freshMs = FRESH_MS,
  ) {}

  /** @param days how many days the window goes back from yesterday. */
  of(days: number): Promise<PromiseRecordView> {
    const known = this.read.get(days);
    if (known && Date.now() - known.at < this.freshMs) return known.view;
    const view = this.count(days);
    this.read.set(days, { at: Date.now(), view });
    view.catch(() => this.read.delete(days));
    return view;
  }

  private async count(days: number): Promise<PromiseRecordView> {
    const until = addDays(bangkokDate(new Date()), -1);
    const from = addDays(until, 1 - days);
    const rows: CountRow[] = await this.reading.source.query(COUNTS, [from, until]);
    const titled = rows.map((row) => ({ ...row, title: titleIn(this.reading.library.findNewestLicence(row.code)?.definition, row.code) }));
    const told = titled.filter(({ made }) => cellFor(made, false) !== null);
    const sum = (of: keyof PromiseCounts): number => told.reduce((total, row) => total + row[of], 0);
    return {
      share: SHARE, days, from, until, needed: NEEDED,
      total: toldCounts({ made: sum('made'), kept: sum('kept'), firstMade: sum('firstMade'), firstKept: sum('firstKept') }),
      licences: told.map(({ code, title, ...counts }) => ({ ...toldCounts(counts), code, title })),
      few: titled.filter((row) => !told.includes(row)).map(({ code, title }) => ({ code, title })),
    };
  }
}

/** The first ones of few promises could tell whose they were. */
function toldCounts({ made, kept, firstMade, firstKept }: PromiseCounts): ToldCounts {
  const first = cellFor(firstMade, false);
  return { made, kept, firstMade: first, firstKept: first === null ? null : firstKept };
}
