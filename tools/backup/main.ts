import 'reflect-metadata';
import { resolve } from 'node:path';
import { attachEmbeddedPostgres } from '../../libs/database/src/embedded/attach';
import { backUp } from './back-up';
import type { Counts } from './copy-cluster';
import { lookOver } from './look-over';
import { putBack } from './put-back';

type Environment = Record<string, string | undefined>;

/** What is done in which order where the database is not the one of DATA_DIR: nothing here can reach its files, and `pg_dump` comes with it. */
const OWN_DATABASE = {
  backup: [
    'DATABASE_URL is set: this PostgreSQL is yours, and nothing was copied. In this order, while the portal runs (docs/running.md, “Backups”):',
    '  1. copy DATA_DIR (keys, roots of the ledger), closed as this command would;',
    '  2. pg_dump --format=custom --file=anuyat.dump --dbname="$DATABASE_MIGRATE_URL"',
    '  3. copy DATA_DIR/documents, and SEAL_DIR, once more: what came meanwhile.',
  ].join('\n'),
  restore: [
    'DATABASE_URL is set: this PostgreSQL is yours, and nothing was put back. In this order (docs/running.md, “Backups”):',
    '  1. make the roles and an empty database, as docker/postgres/roles.sh does;',
    '  2. pg_restore --exit-on-error --no-owner --dbname="$DATABASE_MIGRATE_URL" anuyat.dump',
    '  3. put the copy of DATA_DIR where DATA_DIR leads;',
    '  4. npm run restore -- --check',
  ].join('\n'),
};
const SHORTEST = 32;

/** `npm run backup -- FOLDER`. @throws an Error whose message is a sentence for the person. */
export async function backup(args: readonly string[], environment: Environment): Promise<boolean> {
  const [folder, ...rest] = args.filter((arg) => arg !== '--in-the-clear');
  if (!folder || folder.startsWith('-') || rest.length > 0) throw new Error('There is: npm run backup -- FOLDER, npm run backup -- FOLDER --in-the-clear.');
  if (environment['DATABASE_URL']) throw new Error(OWN_DATABASE.backup);
  const secret = environment['BACKUP_SECRET'] || undefined;
  const isClear = args.includes('--in-the-clear');
  if (!secret && !isClear) throw new Error('A backup holds every case, every key and every secret of this installation. Set BACKUP_SECRET (at least 32 random characters, kept elsewhere), or say --in-the-clear.');
  if (secret && secret.length < SHORTEST) throw new Error(`BACKUP_SECRET: at least ${SHORTEST} random characters.`);
  const { files } = await backUp(dataDirOf(environment), folder, isClear ? undefined : secret);
  const bytes = Object.values(files).reduce((sum, each) => sum + each.bytes, 0);
  console.log(`✓ ${Object.keys(files).length} files, ${(bytes / 1e6).toFixed(1)} MB, ${isClear ? 'IN THE CLEAR: whoever can read them has every case and every key' : 'encrypted with BACKUP_SECRET'}: ${resolve(folder)}`);
  if (environment['BUCKET_URL']) console.log('  The contents of documents are in the bucket and not in this backup: let the bucket keep versions, or copy it after this.');
  if (environment['VAULT_KEYS'] || environment['LEDGER_KEY_FILE'] || environment['SEAL_DIR'] || environment['SEAL_PKCS11_MODULE']) console.log('  Keys that the configuration names are where it says, and not in this backup: keep copies of them as well.');
  return true;
}

/** `npm run restore -- FOLDER`, or `--check` of what is there. Answers whether everything is whole. @throws as {@link backup}. */
export async function restore(args: readonly string[], environment: Environment): Promise<boolean> {
  const [folder, ...rest] = args;
  if (!folder || rest.length > 0 || (folder.startsWith('-') && folder !== '--check')) throw new Error('There is: npm run restore -- FOLDER, npm run restore -- --check.');
  const dataDir = dataDirOf(environment);
  if (folder === '--check') return check(dataDir, environment);
  if (environment['DATABASE_URL']) throw new Error(OWN_DATABASE.restore);
  const { takenAt, files, atLeast } = await putBack(folder, dataDir, environment['BACKUP_SECRET'] || undefined);
  console.log(`✓ ${Object.keys(files).length} files of ${takenAt} are in ${dataDir}, each as it was copied`);
  return check(dataDir, environment, atLeast);
}

async function check(dataDir: string, environment: Environment, atLeast?: Counts): Promise<boolean> {
  const database = environment['DATABASE_URL'] ? { appUrl: environment['DATABASE_URL'], stop: () => Promise.resolve() } : await attachEmbeddedPostgres(dataDir);
  try {
    const found = await lookOver(database.appUrl, dataDir, environment, atLeast);
    for (const { what, isWell, line } of found) console.log(`${isWell ? '✓' : '✗'} ${what.padEnd(9)} ${line}`);
    const isWhole = found.every(({ isWell }) => isWell);
    console.log(isWhole ? 'Everything is whole.' : 'Not everything is whole.');
    return isWhole;
  } finally {
    await database.stop();
  }
}

function dataDirOf(environment: Environment): string {
  return resolve(environment['DATA_DIR'] || '.data');
}
