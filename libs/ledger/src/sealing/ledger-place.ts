import { join } from 'node:path';
import type { Configuration } from '@anuyat/database';
import { RootBook } from './root-book';
import { SigningKey } from './signing-key';

/** Whose ledger it is: the first line of every root. */
export function ledgerOrigin({ PUBLIC_URL }: Pick<Configuration, 'PUBLIC_URL'>): string {
  return `${new URL(PUBLIC_URL).host}/ledger`;
}

/** The key of this installation: LEDGER_KEY_FILE, or one below DATA_DIR. */
export function openSigningKey(configuration: Pick<Configuration, 'PUBLIC_URL' | 'DATA_DIR' | 'LEDGER_KEY_FILE'>): SigningKey {
  return SigningKey.keep(configuration.LEDGER_KEY_FILE ?? join(configuration.DATA_DIR, 'ledger', 'key.json'), ledgerOrigin(configuration));
}

/** The roots of this installation outside the database. */
export function openRootBook({ DATA_DIR }: Pick<Configuration, 'DATA_DIR'>): RootBook {
  return new RootBook(join(DATA_DIR, 'ledger', 'roots'));
}
