import { areEqual, sha256 } from './bytes';

/*
 * The Merkle tree of RFC 6962 section 2.1. A leaf is hashed with 0x00 before it and a node with 0x01, so that no node can be shown as a
 * leaf. The tree over the first n leaves never changes when leaves are added, which is what a proof of consistency shows.
 */

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** The hash of a tree without leaves. */
export const EMPTY_ROOT: Uint8Array = sha256();

export function leafHash(leaf: Uint8Array): Uint8Array {
  return sha256(LEAF, leaf);
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(NODE, left, right);
}

/** Gives the hash over the whole subtree of 2^level leaves that begins at leaf index × 2^level. */
export type Subtrees = (level: number, index: number) => Promise<Uint8Array>;

/** The root over the first `size` leaves. */
export function rootOf(subtrees: Subtrees, size: number): Promise<Uint8Array> {
  return size === 0 ? Promise.resolve(EMPTY_ROOT) : hashOver(subtrees, 0, size);
}

/** That the leaf at `index` is in the tree of `size` leaves (RFC 6962 section 2.1.1). @throws RangeError for a leaf outside of it. */
export async function proveInclusion(subtrees: Subtrees, index: number, size: number): Promise<Uint8Array[]> {
  if (!(index >= 0 && index < size)) throw new RangeError(`Leaf ${index} is not in a tree of ${size}.`);
  const path: Uint8Array[] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + splitOf(end - start);
    if (index < middle) {
      path.unshift(await hashOver(subtrees, middle, end));
      end = middle;
    } else {
      path.unshift(await hashOver(subtrees, start, middle));
      start = middle;
    }
  }
  return path;
}

/** That the tree of `size` leaves begins with the tree of `old` leaves (RFC 6962 section 2.1.2). @throws RangeError for other sizes. */
export async function proveConsistency(subtrees: Subtrees, old: number, size: number): Promise<Uint8Array[]> {
  if (!(old > 0 && old <= size)) throw new RangeError(`A tree of ${size} leaves cannot begin with one of ${old}.`);
  const path: Uint8Array[] = [];
  let [start, end, isWhole] = [0, size, true];
  while (old !== end) {
    const middle = start + splitOf(end - start);
    if (old <= middle) {
      path.unshift(await hashOver(subtrees, middle, end));
      end = middle;
    } else {
      path.unshift(await hashOver(subtrees, start, middle));
      start = middle;
      isWhole = false;
    }
  }
  if (!isWhole) path.unshift(await hashOver(subtrees, start, end));
  return path;
}

/** The largest power of two below `size`. */
function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

async function hashOver(subtrees: Subtrees, start: number, end: number): Promise<Uint8Array> {
  const size = end - start;
  const level = Math.log2(size);
  if (Number.isInteger(level)) return subtrees(level, start / size);
  const middle = start + splitOf(size);
  return nodeHash(await hashOver(subtrees, start, middle), await hashOver(subtrees, middle, end));
}

/** Whether this path leads from the leaf to the root (RFC 9162 section 2.1.3.2). */
export function isIncluded(leaf: Uint8Array, index: number, size: number, path: readonly Uint8Array[], root: Uint8Array): boolean {
  if (!(Number.isSafeInteger(index) && Number.isSafeInteger(size) && index >= 0 && index < size)) return false;
  let [at, last, hash] = [index, size - 1, leaf];
  for (const sibling of path) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(sibling, hash);
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, half(last)];
    } else {
      hash = nodeHash(hash, sibling);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && areEqual(hash, root);
}

/** Whether the tree of `size` leaves begins with the tree of `old` leaves (RFC 9162 section 2.1.4.2). */
export function isConsistent(old: number, size: number, oldRoot: Uint8Array, root: Uint8Array, path: readonly Uint8Array[]): boolean {
  if (!(Number.isSafeInteger(old) && Number.isSafeInteger(size) && old > 0 && old <= size)) return false;
  if (old === size) return path.length === 0 && areEqual(oldRoot, root);
  const whole = Number.isInteger(Math.log2(old)) ? [oldRoot, ...path] : path;
  const [first, ...rest] = whole;
  if (!first) return false;
  let [at, last] = [old - 1, size - 1];
  while (at % 2 === 1) [at, last] = [half(at), half(last)];
  let [before, after] = [first, first];
  for (const sibling of rest) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      [before, after] = [nodeHash(sibling, before), nodeHash(sibling, after)];
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, half(last)];
    } else {
      after = nodeHash(after, sibling);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && areEqual(before, oldRoot) && areEqual(after, root);
}

function half(index: number): number {
  return Math.floor(index / 2);
}
