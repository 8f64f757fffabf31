import { resolve } from 'node:path';
import { inRoot } from '../lib/paths.mjs';
import { Refusal } from '../lib/say.mjs';

/** What the person asked for, from the command line and the environment; throws a sentence when it cannot be. */
export function readSettings(args, environment) {
  const unknown = args.filter((arg) => arg !== '--reset');
  if (unknown.length) throw new Refusal(`"${unknown.join(' ')}" is not known. There is: npm start, and npm start -- --reset to start over with empty data.`);
  const isReset = args.includes('--reset');
  if (isReset && environment.DATABASE_URL) throw new Refusal('--reset empties only the database that Anuyat runs itself. With DATABASE_URL set, empty that database yourself.');
  const port = readPort('PORT', environment.PORT || '4200');
  return {
    isReset,
    port,
    sandboxPort: environment.SANDBOX_PORT ? readPort('SANDBOX_PORT', environment.SANDBOX_PORT) : undefined,
    publicUrl: (environment.PUBLIC_URL || `http://localhost:${port}`).replace(/\/$/, ''),
    dataDir: resolve(inRoot(), environment.DATA_DIR || '.data'),
    databaseUrl: environment.DATABASE_URL ? readUrl('DATABASE_URL', environment.DATABASE_URL, ['postgres:', 'postgresql:'], 'postgres://anuyat_app:secret@127.0.0.1:5432/anuyat') : undefined,
    migrateUrl: environment.DATABASE_MIGRATE_URL || environment.DATABASE_URL,
    redisUrl: environment.REDIS_URL ? readUrl('REDIS_URL', environment.REDIS_URL, ['redis:', 'rediss:'], 'redis://127.0.0.1:6379') : undefined,
  };
}

function readPort(name, text) {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new Refusal(`${name}=${text} is no port. Choose a whole number from 1 to 65535, for example ${name}=4300.`);
}

function readUrl(name, text, protocols, example) {
  try {
    if (protocols.includes(new URL(text).protocol)) return text;
  } catch {
    // Told below, with an example.
  }
  throw new Refusal(`${name} is not an address of the right kind. For example: ${name}=${example}`);
}
