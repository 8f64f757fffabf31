import type { DataSource } from 'typeorm';

/** What stands in an address for things of these cases; of papers one of each kind is enough. */
const IDS = `
  SELECT 'cases' AS kind, id::text AS id FROM case_file WHERE id = ANY($1)
  UNION ALL SELECT 'applications', id::text FROM application WHERE case_id = ANY($1)
  UNION ALL SELECT 'tasks', id::text FROM task WHERE case_id = ANY($1)
  UNION ALL (SELECT DISTINCT ON (code) 'documents', id::text FROM document WHERE case_id = ANY($1) AND removed_at IS NULL ORDER BY code, id)
  UNION ALL SELECT 'bills', id::text FROM bill WHERE case_id = ANY($1)
  UNION ALL SELECT 'orders', o.id::text FROM decision_order o JOIN application a ON a.id = o.application_id WHERE a.case_id = ANY($1)
  UNION ALL SELECT 'licences', number FROM licence WHERE case_id = ANY($1)
  UNION ALL SELECT 'exceptions', id::text FROM exceptional_look WHERE case_id = ANY($1)
  UNION ALL (SELECT 'papers', id::text FROM vault_paper WHERE removed_at IS NULL ORDER BY id LIMIT 1)
  UNION ALL (SELECT 'uploads', u.id::text FROM upload u WHERE u.case_id = ANY($1) ORDER BY u.id LIMIT 1)
  UNION ALL SELECT 'together', id::text FROM joint_payment WHERE case_id = ANY($1)
  UNION ALL SELECT 'statements', to_char(now(), 'YYYY-MM')`;

/** Every address of an operation, as `GET /api/tasks/{id}/why`: one for each thing of the kind that its last changing part follows, or the one that is given. */
export async function everyAddress(source: DataSource, operations: readonly string[], caseIds: readonly string[]): Promise<{ operation: string; path: string }[]> {
  const rows: { kind: string; id: string }[] = await source.query(IDS, [caseIds]);
  return operations.flatMap((operation) => {
    const template = operation.split(' ')[1] ?? '';
    const kind = /(\w+)\/\{/.exec(template)?.[1];
    if (kind === undefined) return [{ operation, path: template }];
    return rows.filter((row) => row.kind === kind).map(({ id }) => ({ operation, path: template.replace(/\{\w+\}/, id) }));
  });
}
