import type { SecondDemands } from '@anuyat/contract';
import { asPortal } from '@anuyat/database';
import { getOffice } from '@anuyat/dictionary/reference';
import type { DataSource } from 'typeorm';

const SECOND = `
  SELECT a.code, a.offices -> (part ->> 'lane') ->> 'office' AS office, count(*)::int AS total
    FROM defect_notice d CROSS JOIN LATERAL jsonb_array_elements(d.parts) AS part JOIN application a ON a.id = (part ->> 'applicationId')::uuid
   WHERE d.is_second AND (a.estate = ANY($1) OR a.zone = ANY($1))
   GROUP BY 1, 2 ORDER BY total DESC, 1, 2`;

/**
 * How often each office demanded something a second time, by licence type: each had its ground of the law and a supervisor's consent (Licensing Facilitation Act B.E. 2558 s.8).
 * The portal counts them: whoever watches over a territory may know how many there were, and may not read a single notice.
 */
export async function readSecondDemands(source: DataSource, territories: readonly string[], titleOf: (code: string) => SecondDemands['title']): Promise<SecondDemands[]> {
  const rows: { code: string; office: string; total: number }[] = await asPortal(() => source.query(SECOND, [territories]));
  return rows.map(({ code, office, total }) => ({ code, title: titleOf(code), office: getOffice(office).title, total }));
}
