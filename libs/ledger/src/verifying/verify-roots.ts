import { areEqual, entryHash, GrowingTree, isConsistent, proveConsistency, readNote, rootKey, toHex, type LedgerEntry, type LedgerRoot, type RootKey } from '@anuyat/ledger-proof';
import type { EntityManager } from 'typeorm';
import { readSlowly } from '../read-slowly';
import type { KeptRoot } from '../sealing/root-book';
import { asMilliseconds } from '../reading/history-lines';
import { KEPT_EVERY, storedSubtrees } from '../stored-tree';
import type { FaultList } from './ledger-fault';

interface RootRow {
  number: number;
  size: number;
  root: Buffer;
  key_id: string;
  note: string;
  signedAt: string;
}

const ENTRIES = `SELECT position::float8 AS position, kind, subject, revision, encode(digest, 'hex') AS digest FROM ledger_entry ORDER BY ledger_entry.position`;
const NODES = `SELECT level, index::float8 AS index, encode(hash, 'hex') AS hash FROM ledger_node`;
const ROOTS = `SELECT number, size::float8 AS size, root, key_id, note, ${asMilliseconds('signed_at')} AS "signedAt" FROM ledger_root ORDER BY number`;
const KEYS = `SELECT id, name, public_key FROM ledger_key`;

/** What is known of the ledger from outside the database. */
export interface Outside {
  /** The roots that were kept as files; absent: nobody looked. */
  kept?: readonly KeptRoot[];
  /** Keys that the roots must be signed with; absent: those in the database. */
  trusted?: readonly RootKey[];
}

export interface VerifiedRoots {
  entries: number;
  roots: number;
  newest: RootRow | undefined;
}

/**
 * Grows the tree again from its entries and compares it with every root that was signed, so that each is shown to be the beginning of
 * the next; checks signatures, kept subtrees, and the roots outside the database.
 */
export async function verifyRoots(tx: EntityManager, { kept, trusted }: Outside, faults: FaultList): Promise<VerifiedRoots> {
  const roots: RootRow[] = await tx.query(ROOTS);
  const stored: { id: string; name: string; public_key: Buffer }[] = await tx.query(KEYS);
  const known = stored.map(({ name, public_key }) => rootKey(name, new Uint8Array(public_key)));
  for (const [at, { id }] of stored.entries()) if (known[at]?.id !== id) faults.add('unknown-key', `key ${id}`);
  const keys = trusted ?? known;
  for (const [at, row] of roots.entries()) {
    if (row.number !== at + 1) faults.add('lost-root', `root ${at + 1}`);
    verifySignature(row, keys, faults);
  }
  const entries = await growAgain(tx, roots, faults);
  await verifyProofs(tx, roots, faults);
  if (kept) compareWithBook(roots, kept, faults);
  return { entries, roots: roots.length, newest: roots.at(-1) };
}

function verifySignature(row: RootRow, keys: readonly RootKey[], faults: FaultList): void {
  const read = readNote(row.note, keys);
  if (!read) return faults.add('bad-signature', `root ${row.number}`);
  if (read.key.id !== row.key_id) faults.add('unknown-key', `root ${row.number}`);
  if (!says(read.root, row)) faults.add('changed-root', `root ${row.number}`);
}

function says({ size, root, signedAt }: LedgerRoot, row: RootRow): boolean {
  return size === row.size && areEqual(root, new Uint8Array(row.root)) && signedAt === row.signedAt;
}

async function growAgain(tx: EntityManager, roots: readonly RootRow[], faults: FaultList): Promise<number> {
  const nodes: { level: number; index: number; hash: string }[] = await tx.query(NODES);
  const kept = new Map(nodes.map(({ level, index, hash }) => [`${level}/${index}`, hash]));
  const found = new Map<string, string>();
  const bySize = new Map(roots.map((row) => [row.size, row]));
  const tree = new GrowingTree((level, index, hash) => {
    if (level % KEPT_EVERY === 0) found.set(`${level}/${index}`, toHex(hash));
  });
  for await (const entries of readSlowly<LedgerEntry & { position: number }>(tx, ENTRIES)) {
    for (const { position, ...entry } of entries) {
      if (position !== tree.size) {
        faults.add('missing-entry', `position ${tree.size}`);
        return tree.size;
      }
      tree.add(entryHash(entry));
      const row = bySize.get(tree.size);
      if (row && !areEqual(tree.root(), new Uint8Array(row.root))) faults.add('changed-root', `root ${row.number}`);
    }
  }
  if ((roots.at(-1)?.size ?? 0) !== tree.size) faults.add('missing-entry', `position ${tree.size}`);
  for (const place of new Set([...kept.keys(), ...found.keys()])) if (kept.get(place) !== found.get(place)) faults.add('changed-node', `subtree ${place}`);
  return tree.size;
}

/** The proofs as they would be given to somebody outside, from one root to the next. */
async function verifyProofs(tx: EntityManager, roots: readonly RootRow[], faults: FaultList): Promise<void> {
  const subtrees = storedSubtrees(tx);
  for (const [at, row] of roots.entries()) {
    const before = roots[at - 1];
    if (!before) continue;
    const path = await proveConsistency(subtrees, before.size, row.size).catch(() => undefined);
    if (!path || !isConsistent(before.size, row.size, new Uint8Array(before.root), new Uint8Array(row.root), path)) faults.add('changed-root', `roots ${before.number} and ${row.number}`);
  }
}

function compareWithBook(roots: readonly RootRow[], kept: readonly KeptRoot[], faults: FaultList): void {
  const notes = new Map(roots.map(({ number, note }) => [number, note]));
  for (const { number, note } of kept) {
    const stored = notes.get(number);
    if (stored === undefined) faults.add('lost-root', `root ${number}`);
    else if (stored !== note) faults.add('other-root', `root ${number}`);
  }
}
