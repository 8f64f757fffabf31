import type { RetentionRuleView, RetentionWorkView } from '@anuyat/contract';
import type { DataSource } from 'typeorm';
import { PAST, REMOVABLE, type Removable } from './past';

const RULES = `
  SELECT kind, extract(year FROM keep)::int AS years, extract(day FROM keep)::int AS days, keep IS NULL AS is_for_good, law_th, law_en, section, is_verified, effective_from::text,
         effective_from = max(effective_from) FILTER (WHERE effective_from <= (now() AT TIME ZONE 'Asia/Bangkok')::date) OVER (PARTITION BY kind) AS is_in_force,
         effective_from > (now() AT TIME ZONE 'Asia/Bangkok')::date AS is_to_come
    FROM retention_rule`;

interface RuleRow {
  kind: RetentionRuleView['kind'];
  years: number | null;
  days: number | null;
  is_for_good: boolean;
  law_th: string;
  law_en: string;
  section: string;
  is_verified: boolean;
  effective_from: string;
  is_in_force: boolean | null;
}

/** The rules in force and those that come, each with its law. */
export async function readRetentionRules(source: DataSource): Promise<RetentionRuleView[]> {
  const rows: RuleRow[] = await source.query(`SELECT * FROM (${RULES}) r WHERE is_in_force OR is_to_come ORDER BY kind, effective_from`);
  return rows.map((row) => ({
    kind: row.kind,
    keep: row.is_for_good ? null : { years: row.years ?? 0, days: row.days ?? 0 },
    law: { th: row.law_th, en: row.law_en },
    section: row.section,
    isVerified: row.is_verified,
    effectiveFrom: row.effective_from,
    isInForce: row.is_in_force === true,
  }));
}

const countOf = (kind: Removable): string => `SELECT count(*)::int AS count, retention_before($1) AS before FROM (${PAST[kind]}) past`;

const MOST_NIGHTS = 100;

/** What is past now, and what the last nights removed. */
export async function readRetentionWork(source: DataSource): Promise<RetentionWorkView> {
  const due: RetentionWorkView['due'] = [];
  for (const kind of REMOVABLE) {
    const [row]: { count: number; before: Date }[] = await source.query(countOf(kind), [kind]);
    if (row) due.push({ kind, count: row.count, before: row.before.toISOString() });
  }
  const nights: { night: string; kind: RetentionWorkView['nights'][number]['kind']; removed: number; done_at: Date | null }[] = await source.query(
    `SELECT night::text, kind, removed, done_at FROM retention_night WHERE removed > 0 OR done_at IS NULL OR night = (SELECT max(night) FROM retention_night) ORDER BY night DESC, kind LIMIT $1`,
    [MOST_NIGHTS],
  );
  return { due, nights: nights.map(({ night, kind, removed, done_at }) => ({ night, kind, removed, doneAt: done_at?.toISOString() ?? null })) };
}
