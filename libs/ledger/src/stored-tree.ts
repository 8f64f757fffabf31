import { entryHash, nodeHash, type LedgerEntry, type Subtrees } from '@anuyat/ledger-proof';
import type { EntityManager } from 'typeorm';

/** Every so many levels the hashes of whole subtrees are kept: a proof reads a few hundred short rows, however large the tree. */
export const KEPT_EVERY = 8;

const ENTRIES = `SELECT kind, subject, revision, encode(digest, 'hex') AS digest FROM ledger_entry WHERE position >= $1 AND position < $2 ORDER BY position`;
const NODES = `SELECT hash FROM ledger_node WHERE level = $1 AND index >= $2 AND index < $3 ORDER BY index`;

/** The subtrees of the ledger as it is stored. */
export function storedSubtrees(tx: Pick<EntityManager, 'query'>): Subtrees {
  return async (level, index) => {
    const base = level - (level % KEPT_EVERY);
    const width = 2 ** (level - base);
    let hashes = await hashesAt(tx, base, index * width, width);
    while (hashes.length > 1) hashes = pairs(hashes);
    const [hash] = hashes;
    if (!hash) throw new Error(`The ledger has no subtree ${index} of level ${level}.`);
    return hash;
  };
}

async function hashesAt(tx: Pick<EntityManager, 'query'>, level: number, first: number, count: number): Promise<Uint8Array[]> {
  const hashes = level === 0 ? await leavesAt(tx, first, count) : await nodesAt(tx, level, first, count);
  if (hashes.length !== count) throw new Error(`The ledger is not whole at level ${level} from ${first}.`);
  return hashes;
}

async function leavesAt(tx: Pick<EntityManager, 'query'>, first: number, count: number): Promise<Uint8Array[]> {
  const entries: LedgerEntry[] = await tx.query(ENTRIES, [first, first + count]);
  return entries.map(entryHash);
}

async function nodesAt(tx: Pick<EntityManager, 'query'>, level: number, first: number, count: number): Promise<Uint8Array[]> {
  const nodes: { hash: Buffer }[] = await tx.query(NODES, [level, first, first + count]);
  return nodes.map(({ hash }) => new Uint8Array(hash));
}

function pairs(hashes: readonly Uint8Array[]): Uint8Array[] {
  return Array.from({ length: hashes.length / 2 }, (_, at) => nodeHash(hashes[2 * at] ?? EMPTY, hashes[2 * at + 1] ?? EMPTY));
}

const EMPTY = new Uint8Array();
