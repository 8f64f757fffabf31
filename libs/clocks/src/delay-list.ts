import type { CalendarGap, DelayNoticePage, DelayNoticeView } from '@anuyat/contract';
import { getOffice } from '@anuyat/dictionary/reference';
import { findText, textOf, type Text } from '@anuyat/licence-kit';
import type { DefinitionLibrary } from '@anuyat/registrar';
import type { DataSource } from 'typeorm';

interface DelayRow {
  id: string;
  number: string;
  licence: string;
  version: number;
  lane: string;
  office: string;
  round: number;
  due_at: Date;
  noticed_at: Date;
  reason: string | null;
  reason_by: { name?: Text } | null;
  expected_on: string | null;
}

const COLUMNS = `
  SELECT d.id, d.number, d.licence, a.version, d.lane, d.office, d.round, d.due_at, d.noticed_at, d.reason, d.reason_by, to_char(d.expected_on, 'YYYY-MM-DD') AS expected_on
    FROM delay_notice d JOIN application a ON a.id = d.application_id`;

const PAGE = `${COLUMNS} WHERE $1::uuid IS NULL OR (d.noticed_at, d.id) < (SELECT noticed_at, id FROM delay_notice WHERE id = $1) ORDER BY d.noticed_at DESC, d.id DESC LIMIT $2`;

const MONTH = `${COLUMNS} WHERE d.noticed_at >= ($1 || '-01')::date AT TIME ZONE 'Asia/Bangkok' AND d.noticed_at < (($1 || '-01')::date + interval '1 month') AT TIME ZONE 'Asia/Bangkok' ORDER BY d.noticed_at, d.id`;

const COUNTS = `
  SELECT (SELECT count(*)::int FROM delay_notice WHERE reason IS NULL) AS "withoutReason",
         (SELECT count(*)::int FROM untold_decision WHERE told_at IS NULL) AS "untoldDecisions", n.late AS "lateNow", n.next AS "nextDueAt"
    FROM (SELECT count(*)::int AS late, min(due_at) AS next FROM timer WHERE name LIKE '%.due.notice' AND stopped_at IS NULL AND fired_at IS NULL) n`;

const OFFICES = `
  SELECT office, sum(sent)::int AS sent, sum(without_reason)::int AS "withoutReason", sum(late)::int AS "lateNow"
    FROM (SELECT office, 1 AS sent, (reason IS NULL)::int AS without_reason, 0 AS late FROM delay_notice
          UNION ALL
          SELECT a.offices #>> ARRAY[t.lane, 'office'], 0, 0, 1 FROM timer t JOIN application a ON a.id = t.application_id
           WHERE t.name LIKE '%.due.notice' AND t.stopped_at IS NULL AND t.fired_at IS NULL AND t.lane IS NOT NULL) each
   WHERE office IS NOT NULL GROUP BY office ORDER BY "lateNow" DESC, sent DESC, office LIMIT 20`;

const GAPS = `
  SELECT y AS year, count(*)::int AS clocks, min(t.due_at) AS "firstDueAt"
    FROM timer t, generate_series(extract(year FROM t.counts_from AT TIME ZONE 'Asia/Bangkok')::int, extract(year FROM t.due_at AT TIME ZONE 'Asia/Bangkok')::int) AS y
   WHERE t.stopped_at IS NULL AND t.fired_at IS NULL AND t.unit <> 'unrolled'
     AND NOT EXISTS (SELECT FROM holiday WHERE date >= make_date(y, 1, 1) AND date < make_date(y + 1, 1, 1))
   GROUP BY y ORDER BY y`;

/** What administrators see of delays, and what the OPDC is given: every notice, with its reason or without. */
export class DelayList {
  constructor(
    private readonly source: DataSource,
    private readonly library: DefinitionLibrary,
  ) {}

  /** Newest first. @param after the last page's `next`. */
  async page(after: string | undefined, limit: number): Promise<DelayNoticePage> {
    const rows: DelayRow[] = await this.source.query(PAGE, [after ?? null, limit + 1]);
    const [counts]: (Omit<DelayNoticePage['counts'], 'nextDueAt'> & { nextDueAt: Date | null })[] = await this.source.query(COUNTS);
    const offices: (Omit<DelayNoticePage['offices'][number], 'office'> & { office: string })[] = await this.source.query(OFFICES);
    return {
      items: rows.slice(0, limit).map((row) => this.viewOf(row)),
      next: rows.length > limit ? rows[limit - 1]?.id ?? null : null,
      counts: counts ? { ...counts, nextDueAt: counts.nextDueAt?.toISOString() ?? null } : { withoutReason: 0, untoldDecisions: 0, lateNow: 0, nextDueAt: null },
      offices: offices.map(({ office, ...of }) => ({ office: getOffice(office), ...of })),
    };
  }

  /** All of one month in Thailand, oldest first. @param month such as `2026-11`. */
  async ofMonth(month: string): Promise<DelayNoticeView[]> {
    const rows: DelayRow[] = await this.source.query(MONTH, [month]);
    return rows.map((row) => this.viewOf(row));
  }

  /** Years without any holiday that running clocks count into: their due dates hold only until the calendar is whole. */
  async gaps(): Promise<CalendarGap[]> {
    const rows: { year: number; clocks: number; firstDueAt: Date }[] = await this.source.query(GAPS);
    return rows.map(({ firstDueAt, ...gap }) => ({ ...gap, firstDueAt: firstDueAt.toISOString() }));
  }

  private viewOf(row: DelayRow): DelayNoticeView {
    const { texts } = this.library.getLicence(row.licence, row.version);
    return {
      id: row.id,
      number: row.number,
      licence: { code: row.licence, title: textOf(texts, 'title') },
      lane: findText(texts, `lanes.${row.lane}`) ?? { th: row.lane, en: row.lane },
      office: getOffice(row.office),
      round: row.round,
      dueAt: row.due_at.toISOString(),
      noticedAt: row.noticed_at.toISOString(),
      reason: row.reason,
      reasonBy: row.reason_by?.name ?? null,
      expectedOn: row.expected_on,
    };
  }
}
