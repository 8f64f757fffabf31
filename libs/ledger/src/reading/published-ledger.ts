import { Refusal, type Actor, type LedgerConsistency, type LedgerRootView, type LedgerView } from '@anuyat/contract';
import { keyText, proveConsistency, rootKey, toHex } from '@anuyat/ledger-proof';
import type { DataSource } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { storedSubtrees } from '../stored-tree';

interface RootRow {
  number: number;
  size: number;
  root: Buffer;
  key_id: string;
  note: string;
  signed_at: Date;
}

const COLUMNS = `number, size::float8 AS size, root, key_id, note, signed_at`;
const NEWEST = `SELECT ${COLUMNS} FROM ledger_root ORDER BY number DESC LIMIT $1`;
const ONE = `SELECT ${COLUMNS} FROM ledger_root WHERE number = $1`;
const KEYS = `SELECT id, name, public_key, since FROM ledger_key ORDER BY since DESC`;
const MOST = 400;

/** What anybody may know of the ledger: its roots, its keys, and that each root contains the one before. */
export class PublishedLedger {
  constructor(private readonly source: Pick<DataSource, 'query'>) {}

  async read(): Promise<LedgerView> {
    const rows: RootRow[] = await this.source.query(NEWEST, [MOST]);
    const keys: { id: string; name: string; public_key: Buffer; since: Date }[] = await this.source.query(KEYS);
    return {
      keys: keys.map(({ id, name, public_key, since }) => ({ id, text: keyText(rootKey(name, new Uint8Array(public_key))), since: since.toISOString() })),
      total: rows[0]?.number ?? 0,
      roots: rows.map(viewOf),
    };
  }

  /** The root with its signature, as witnesses read it. @throws Refusal `not-found`. */
  async note(number: number): Promise<string> {
    return (await this.get(number)).note;
  }

  /** @throws Refusal `not-found` where there is no such root, or the earlier is not the earlier. */
  async consistency(from: number, to: number): Promise<LedgerConsistency> {
    const [earlier, later] = [await this.get(from), await this.get(to)];
    if (earlier.size > later.size) throw new Refusal('not-found');
    const path = await proveConsistency(storedSubtrees(this.source), earlier.size, later.size);
    return { from: viewOf(earlier), to: viewOf(later), path: path.map(toHex) };
  }

  /** Asks the worker for a root now, where anything is new. */
  async wish(actor: Actor): Promise<void> {
    const who = actor.kind === 'person' ? { kind: 'person', accountId: actor.accountId, name: actor.name } : { kind: 'portal', job: actor.job };
    await this.source.query(`INSERT INTO ledger_wish (id, actor) VALUES ($1, $2)`, [uuidv7(), JSON.stringify(who)]);
  }

  private async get(number: number): Promise<RootRow> {
    const [row]: RootRow[] = await this.source.query(ONE, [number]);
    if (!row) throw new Refusal('not-found');
    return row;
  }
}

function viewOf({ number, size, root, key_id, signed_at }: RootRow): LedgerRootView {
  return { number, size, root: root.toString('hex'), signedAt: signed_at.toISOString(), keyId: key_id };
}
