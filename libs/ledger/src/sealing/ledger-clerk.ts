import { APPLICATION, entryHash, GrowingTree, recordDigest, type LedgerEntry } from '@anuyat/ledger-proof';
import type { DataSource, EntityManager } from 'typeorm';
import { readSlowly } from '../read-slowly';
import { recordKinds } from '../record-kinds';
import { newRecords, type RecordRow } from '../record-queries';
import { KEPT_EVERY, storedSubtrees } from '../stored-tree';
import type { RootBook } from './root-book';
import type { SigningKey } from './signing-key';

/** A root that was made. */
export interface SealedRoot {
  number: number;
  size: number;
  note: string;
}

/** One clerk at a time; the number has no meaning but this one. */
const LOCK = 6_962;

const HEADS = `
  SELECT a.id::text AS subject, a.revision,
         (SELECT encode(sha256(string_agg(h.hash, ''::bytea ORDER BY h.revision)), 'hex') FROM history h WHERE h.application_id = a.id AND h.revision <= a.revision) AS digest
    FROM application a
   WHERE NOT EXISTS (SELECT FROM ledger_entry e WHERE e.kind = 'application' AND e.subject = a.id::text AND e.revision = a.revision)
   ORDER BY a.id`;

const ENTER = `
  INSERT INTO ledger_entry (position, kind, subject, revision, digest)
  SELECT e.position, e.kind, e.subject, e.revision, decode(e.digest, 'hex') FROM jsonb_to_recordset($1) AS e (position bigint, kind text, subject text, revision int, digest text)`;

const KEEP_KEY = `INSERT INTO ledger_key (id, name, public_key) SELECT $1, $2, $3 WHERE NOT EXISTS (SELECT FROM ledger_key WHERE id = $1)`;

const KEEP_NODES = `INSERT INTO ledger_node (level, index, hash) SELECT n.level, n.index, decode(n.hash, 'hex') FROM jsonb_to_recordset($1) AS n (level int, index bigint, hash text)`;

/** A root is due by night: when it is another day, from one o'clock in Bangkok on, than when the last was signed, or when the first application came. Or when it was asked for. */
const IS_DUE = `
  WITH last AS (SELECT max(signed_at) AS at FROM ledger_root), since AS (SELECT coalesce((SELECT at FROM last), (SELECT min(submitted_at) FROM application)) AS at)
  SELECT coalesce((SELECT max(w.at) FROM ledger_wish w) > coalesce((SELECT at FROM last), '-infinity'), false)
      OR coalesce(((now() - interval '1 hour') AT TIME ZONE 'Asia/Bangkok')::date > ((since.at - interval '1 hour') AT TIME ZONE 'Asia/Bangkok')::date, false) AS is_due
    FROM since`;

/** Enters what is new, and signs the root over all that was entered. Reads what is committed and writes only the ledger, so no event waits for it. */
export class LedgerClerk {
  constructor(
    private readonly source: DataSource,
    private readonly key: SigningKey,
    private readonly book: RootBook,
  ) {}

  /** Makes a root where one is due. @returns it; undefined where none was. */
  async look(): Promise<SealedRoot | undefined> {
    const [due]: { is_due: boolean }[] = await this.source.query(IS_DUE);
    const sealed = due?.is_due ? await this.seal() : undefined;
    await this.keepBook();
    return sealed;
  }

  /** Makes a root now, in one transaction: all of it or nothing. @returns undefined where nothing is new, or another clerk is at work. */
  async seal(): Promise<SealedRoot | undefined> {
    const sealed = await this.source.transaction('REPEATABLE READ', (tx) => this.sealWithin(tx));
    await this.keepBook();
    return sealed;
  }

  /** The same in a transaction of the caller's, which has to be `REPEATABLE READ`. */
  async sealWithin(tx: EntityManager): Promise<SealedRoot | undefined> {
    const [lock]: { is_mine: boolean }[] = await tx.query(`SELECT pg_try_advisory_xact_lock($1) AS is_mine`, [LOCK]);
    if (!lock?.is_mine) return undefined;
    await tx.query(`SET LOCAL TIME ZONE 'UTC'`);
    const { publicKey: key } = this.key;
    await tx.query(KEEP_KEY, [key.id, key.name, Buffer.from(key.publicKey)]);
    const [last]: { number: number; size: number }[] = await tx.query(`SELECT coalesce(max(number), 0) AS number, coalesce(max(size), 0)::float8 AS size FROM ledger_root`);
    const before = last ?? { number: 0, size: 0 };
    const tree = await this.enterAll(tx, before.size);
    if (tree.size === before.size) return undefined;
    const [clock]: { now: Date }[] = await tx.query(`SELECT date_trunc('milliseconds', clock_timestamp()) AS now`);
    const signedAt = clock?.now ?? new Date();
    const root = tree.root();
    const note = this.key.sign({ origin: key.name, size: tree.size, root, signedAt: signedAt.toISOString() });
    const number = before.number + 1;
    await tx.query(`INSERT INTO ledger_root (number, size, root, key_id, note, signed_at) VALUES ($1, $2, $3, $4, $5, $6)`, [number, tree.size, Buffer.from(root), key.id, note, signedAt]);
    return { number, size: tree.size, note };
  }

  private async enterAll(tx: EntityManager, size: number): Promise<GrowingTree> {
    const nodes: { level: number; index: number; hash: string }[] = [];
    const tree = await GrowingTree.resume(size, storedSubtrees(tx), (level, index, hash) => {
      if (level % KEPT_EVERY === 0) nodes.push({ level, index, hash: Buffer.from(hash).toString('hex') });
    });
    for (const kind of recordKinds) {
      for await (const rows of readSlowly<RecordRow>(tx, newRecords(kind), [kind.columns])) {
        await enter(tx, tree, rows.map(({ subject, content }) => ({ kind: kind.kind, subject, revision: 0, digest: recordDigest(kind.kind, subject, content) })));
      }
    }
    for await (const heads of readSlowly<Omit<LedgerEntry, 'kind'>>(tx, HEADS)) await enter(tx, tree, heads.map((head) => ({ kind: APPLICATION, ...head })));
    await tx.query(KEEP_NODES, [JSON.stringify(nodes)]);
    return tree;
  }

  /** What a crash kept from the book is kept by the next round. */
  private async keepBook(): Promise<void> {
    this.book.keepKey(this.key.publicKey);
    const kept = new Set(this.book.roots().map(({ number }) => number));
    const roots: { number: number; note: string }[] = await this.source.query(`SELECT number, note FROM ledger_root WHERE NOT number = ANY($1) ORDER BY number`, [[...kept]]);
    for (const root of roots) this.book.keep(root);
  }
}

async function enter(tx: EntityManager, tree: GrowingTree, entries: readonly LedgerEntry[]): Promise<void> {
  await tx.query(ENTER, [JSON.stringify(entries.map((entry, at) => ({ position: tree.size + at, ...entry })))]);
  for (const entry of entries) tree.add(entryHash(entry));
}
