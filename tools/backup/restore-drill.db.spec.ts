import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fill, submit } from '../../apps/api/src/cases/testing/walk';
import { rayongFactory } from '../../apps/api/src/testing/estate-case';
import { startTestPortal, type TestPortal } from '../../apps/api/src/testing/start-test-portal';
import { attachEmbeddedPostgres } from '../../libs/database/src/embedded/attach';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../libs/database/src/embedded/embedded-postgres';
import { migrateDatabase } from '../../libs/database/src/migrate';
import { migrations } from '../../migrations';
import { backUp, type Manifest } from './back-up';
import { lookOver } from './look-over';
import { backup, restore } from './main';
import { putBack } from './put-back';

const secret = 'a secret for backups of more than thirty-two letters';
const code = 'factory-type-3';

let folder: string;
let dataDir: string;
let cluster: EmbeddedPostgres;
let portal: TestPortal;
let manifest: Manifest;
/** Numbers that people were told before the backup began, and all that were told before it was whole. */
const told: { before: string[]; all: string[] } = { before: [], all: [] };

const at = (name: string) => join(folder, name);

async function file(): Promise<string> {
  const { id, answersRevision } = await fill(portal, 'malee', rayongFactory);
  const { body } = await submit(portal, 'malee', id, answersRevision, randomUUID());
  const number = body.details.find((each) => each.code === code)?.number ?? '';
  told.all.push(number);
  return number;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'anuyat-drill-'));
  chmodSync(folder, 0o755);
  dataDir = at('data');
  cluster = await startEmbeddedPostgres({ dataDir, isThrowaway: true });
  await migrateDatabase(cluster.ownerUrl, migrations);
  portal = await startTestPortal({ databaseUrl: cluster.appUrl, environment: { DATA_DIR: dataDir } });
  told.before.push(await file(), await file());

  let isCopied = false;
  const filing = (async () => {
    // As many as one person may file in a minute.
    for (let more = 0; more < 3 && !isCopied; more++) await file();
  })();
  manifest = await backUp(dataDir, at('backup'), secret);
  isCopied = true;
  await filing;
}, 120_000);
afterAll(async () => {
  await portal.close();
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('a backup that was made while people filed', () => {
  it('holds nothing that can be read without its secret, and says what it is', () => {
    expect(told.all.length).toBeGreaterThan(told.before.length);
    const { isEncrypted } = JSON.parse(readFileSync(join(at('backup'), 'anuyat-backup.json'), 'utf8')) as { isEncrypted: boolean };
    expect(isEncrypted).toBe(true);
    const kept = readFileSync(join(at('backup'), 'data', 'vault-keys'));
    expect(kept.includes(readFileSync(join(dataDir, 'vault-keys')).subarray(0, 12))).toBe(false);
    expect(readFileSync(join(at('backup'), 'manifest')).includes('postgres/')).toBe(false);
  });

  it('is put back elsewhere whole: everything that was acknowledged before is there, chains verify, histories replay, contents are what their digests say', async () => {
    await putBack(at('backup'), at('restored'), secret);
    const database = await attachEmbeddedPostgres(at('restored'));
    try {
      const found = await lookOver(database.appUrl, at('restored'), {}, manifest.atLeast);
      expect(found.filter(({ isWell }) => !isWell)).toEqual([]);
      expect(found.map(({ what }) => what)).toEqual(['ledger', 'replay', 'contents', 'counts']);
      const pg = await import('pg');
      const client = new pg.default.Client({ connectionString: database.appUrl });
      await client.connect();
      const { rows } = await client.query<{ number: string }>(`SELECT number FROM application WHERE code = $1 AND number IS NOT NULL`, [code]);
      const { rows: [whole] } = await client.query(`
        SELECT (SELECT count(*) FROM application a WHERE NOT EXISTS (SELECT FROM history h WHERE h.application_id = a.id)) AS "without history",
               (SELECT count(*) - count(DISTINCT number) FROM application WHERE number IS NOT NULL) AS "numbers given twice",
               (SELECT count(*) FROM document d WHERE NOT EXISTS (SELECT FROM stored_file f WHERE f.sha256 = d.sha256) AND d.removed_at IS NULL) AS "papers without content",
               (SELECT count(*) FROM case_file c WHERE c.status = 'submitted' AND NOT EXISTS (SELECT FROM application a WHERE a.case_id = c.id)) AS "filed without application"`);
      await client.end();
      expect(rows.map(({ number }) => number)).toEqual(expect.arrayContaining(told.before));
      expect(Object.entries(whole ?? {}).filter(([, count]) => Number(count) !== 0)).toEqual([]);
      await breakOneContent(at('restored'));
      const broken = await lookOver(database.appUrl, at('restored'), {}, { ...manifest.atLeast, licence: 1_000_000 });
      expect(broken.filter(({ isWell }) => !isWell).map(({ what }) => what)).toEqual(['contents', 'counts']);
    } finally {
      await database.stop();
    }
  }, 60_000);

  it('overwrites nothing, and is refused with another secret or where a byte was changed', async () => {
    await expect(putBack(at('backup'), dataDir, secret)).rejects.toThrow('A restore overwrites nothing');
    await expect(putBack(at('backup'), at('other'), 'another secret of more than thirty-two letters')).rejects.toThrow('BACKUP_SECRET is another');
    await expect(restore([at('backup')], { DATA_DIR: at('other') })).rejects.toThrow('set BACKUP_SECRET');
    const victim = join(at('backup'), 'data', 'postgres', 'PG_VERSION');
    const bytes = readFileSync(victim);
    bytes[14] = (bytes[14] ?? 0) ^ 1;
    writeFileSync(victim, bytes);
    await expect(putBack(at('backup'), at('other'), secret)).rejects.toThrow('postgres/PG_VERSION does not open');
    expect(readdirSync(folder)).not.toContain('other');
  });

  it('is not made in the clear unless somebody says so, nor into a folder that holds something, nor of a database that is not ours', async () => {
    await expect(backup([at('clear')], { DATA_DIR: dataDir })).rejects.toThrow('Set BACKUP_SECRET');
    await expect(backup([at('backup')], { DATA_DIR: dataDir, BACKUP_SECRET: secret })).rejects.toThrow('is not empty');
    await expect(backup([at('clear')], { DATA_DIR: dataDir, BACKUP_SECRET: secret, DATABASE_URL: 'postgres://db.example/anuyat' })).rejects.toThrow(/nothing was copied[^]+DATA_DIR[^]+pg_dump[^]+DATA_DIR\/documents/);
    await expect(restore([at('backup')], { DATA_DIR: at('other'), BACKUP_SECRET: secret, DATABASE_URL: 'postgres://db.example/anuyat' })).rejects.toThrow(/nothing was put back[^]+pg_restore[^]+--check/);
  });
});

/** One byte of one kept content. */
async function breakOneContent(place: string): Promise<void> {
  const [name = ''] = readdirSync(join(place, 'documents'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const bytes = readFileSync(name);
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  writeFileSync(name, bytes);
}
