import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';

/** Of a running cluster these are made anew by whoever starts the copy. */
const MADE_ANEW = /^(postmaster\.(pid|opts)|backup_label|tablespace_map|pg_wal\/.*|pg_(replslot|dynshmem|notify|serial|snapshots|stat_tmp|subtrans)\/.*|.*\/?pgsql_tmp.*|current_logfiles)$/;
const LAST = 'global/pg_control';
const SEGMENT = /^[0-9A-F]{24}$/;

/** What is known of the database from before its copy began: the copy has at least as much. */
export type Counts = Record<string, number>;

const COUNTS = `
  SELECT jsonb_build_object(
    'case_file', (SELECT count(*) FROM case_file), 'application', (SELECT count(*) FROM application), 'history', (SELECT count(*) FROM history),
    'licence', (SELECT count(*) FROM licence), 'document', (SELECT count(*) FROM document), 'stored_file', (SELECT count(*) FROM stored_file),
    'ledger_entry', (SELECT count(*) FROM ledger_entry)) AS counts`;

/** How many rows there are of what only grows. */
export async function countRows(client: Pick<pg.Client, 'query'>): Promise<Counts> {
  const { rows } = await client.query<{ counts: Counts }>(COUNTS);
  return rows[0]?.counts ?? {};
}

/** What copies one file of the cluster: `path` is below it. */
type CopyFile = (path: string) => Promise<void>;

/**
 * Copies a running cluster, file by file, and then the log of all that was written meanwhile (PostgreSQL: continuous archiving, low-level base backup): whoever
 * starts the copy comes to one moment, after the end of this call's beginning. A slot keeps the log from being cleared away.
 * @returns the label that the copy needs as `backup_label`, and the counts from before.
 */
export async function copyCluster(superuserUrl: string, cluster: string, copy: CopyFile): Promise<{ label: string; atLeast: Counts }> {
  const atLeast = await onClient(superuserUrl.replace(/\/postgres$/, '/anuyat'), countRows);
  return onClient(superuserUrl, async (client) => {
    await client.query(`SELECT pg_create_physical_replication_slot('anuyat_backup_' || pg_backend_pid(), true, true)`);
    const { rows: [begun] } = await client.query<{ segment: string }>(`SELECT pg_walfile_name(pg_backup_start('anuyat', true)) AS segment`);
    const paths = await filesBelow(cluster);
    for (const path of paths.filter((each) => each !== LAST && !MADE_ANEW.test(each))) await copy(path);
    await copy(LAST);
    const { rows: [ended] } = await client.query<{ labelfile: string }>(`SELECT labelfile FROM pg_backup_stop(false)`);
    const segments = (await readdir(join(cluster, 'pg_wal'))).filter((name) => SEGMENT.test(name) && name >= (begun?.segment ?? '')).sort();
    for (const name of segments) await copy(`pg_wal/${name}`);
    return { label: ended?.labelfile ?? '', atLeast };
  });
}

/** Every file below a folder, and every folder that is empty, with a stroke at its end. */
export async function filesBelow(folder: string, below = ''): Promise<string[]> {
  const entries = await readdir(join(folder, below), { withFileTypes: true }).catch(() => []);
  const found = await Promise.all(entries.map(async (entry) => {
    const path = below ? `${below}/${entry.name}` : entry.name;
    return entry.isDirectory() ? [`${path}/`, ...(await filesBelow(folder, path))] : entry.isFile() ? [path] : [];
  }));
  return found.flat();
}

async function onClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return work(client).finally(() => client.end());
}
