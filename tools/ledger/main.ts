import 'reflect-metadata';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createDataSource } from '@anuyat/database';
import { LedgerClerk, openRootBook, SigningKey, verifyLedger } from '@anuyat/ledger';
import { checkHistory, readKey, type RootKey } from '@anuyat/ledger-proof';
import type { DataSource } from 'typeorm';
import { attachEmbeddedPostgres } from '../../libs/database/src/embedded/attach';
import { readWishes, type Wishes } from './arguments';
import { tellFile, tellLedger } from './report';

type Environment = Record<string, string | undefined>;

/**
 * Checks a database, or an exported history, and prints how it went; `seal` makes a root now. Answers whether everything holds.
 * @throws an Error whose message is a sentence for the person, where nothing could be checked.
 */
export async function ledger(args: readonly string[], environment: Environment): Promise<boolean> {
  const wishes = readWishes(args);
  const trusted = wishes.key === undefined ? undefined : [readTrusted(wishes.key)];
  if (wishes.file !== undefined) return verifyFile(wishes.file, trusted, wishes);
  return onDatabase(environment, (source) => (wishes.act === 'seal' ? seal(source, environment) : verifyDatabase(source, environment, trusted, wishes)));
}

function verifyFile(file: string, trusted: RootKey[] | undefined, { isJson }: Wishes): boolean {
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
  const report = checkHistory(readFileSync(file, 'utf8'), trusted);
  tellFile(report, trusted !== undefined, isJson);
  return report.isGenuine;
}

async function verifyDatabase(source: DataSource, environment: Environment, trusted: RootKey[] | undefined, { isJson }: Wishes): Promise<boolean> {
  const book = openRootBook({ DATA_DIR: dataDirOf(environment) });
  const keys = trusted ?? book.keys();
  const report = await verifyLedger(source, { kept: book.roots(), ...(keys.length > 0 ? { trusted: keys } : {}) });
  tellLedger(report, book.roots().length, isJson);
  return report.isWhole;
}

async function seal(source: DataSource, environment: Environment): Promise<boolean> {
  const DATA_DIR = dataDirOf(environment);
  const file = environment['LEDGER_KEY_FILE'] || join(DATA_DIR, 'ledger', 'key.json');
  if (!existsSync(file)) throw new Error(`The key of the ledger is not in ${file}. A worker makes it when it starts: set DATA_DIR to the folder that it uses, or LEDGER_KEY_FILE to the key.`);
  const root = await new LedgerClerk(source, SigningKey.keep(file, ''), openRootBook({ DATA_DIR })).seal();
  console.log(root ? `Root ${root.number} over ${root.size} entries:\n\n${root.note}` : 'Nothing is new since the last root.');
  return true;
}

async function onDatabase(environment: Environment, work: (source: DataSource) => Promise<boolean>): Promise<boolean> {
  const database = environment['DATABASE_URL'] ? { appUrl: environment['DATABASE_URL'], stop: () => Promise.resolve() } : await attachEmbeddedPostgres(dataDirOf(environment));
  const source = createDataSource(database.appUrl, 'anuyat-ledger', []);
  try {
    await source.initialize();
    return await work(source);
  } finally {
    if (source.isInitialized) await source.destroy();
    await database.stop();
  }
}

function dataDirOf(environment: Environment): string {
  return resolve(environment['DATA_DIR'] || '.data');
}

/** A key as it is published, or a file that holds it. */
function readTrusted(text: string): RootKey {
  const key = readKey(existsSync(text) ? readFileSync(text, 'utf8') : text);
  if (!key) throw new Error('--key is neither a published key (name+id+base64) nor a file that holds one.');
  return key;
}
