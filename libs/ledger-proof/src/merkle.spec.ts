import fc from 'fast-check';
import { areEqual, fromHex, toHex, utf8 } from './bytes';
import { GrowingTree } from './growing-tree';
import { EMPTY_ROOT, isConsistent, isIncluded, leafHash, nodeHash, proveConsistency, proveInclusion, rootOf, type Subtrees } from './merkle';

/** The eight leaves that logs of RFC 6962 test with, and the roots over the first one to eight of them. */
const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(fromHex);
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d', 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77', 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4', '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c', '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

function subtreesOf(leaves: readonly Uint8Array[]): Subtrees {
  const whole = (level: number, index: number): Uint8Array => (level === 0 ? leafHash(leaves[index] ?? utf8('none')) : nodeHash(whole(level - 1, 2 * index), whole(level - 1, 2 * index + 1)));
  return (level, index) => Promise.resolve(whole(level, index));
}

const leaves = Array.from({ length: 70 }, (_, at) => utf8(`leaf ${at}`));
const subtrees = subtreesOf(leaves);
const sizes = fc.integer({ min: 1, max: leaves.length });

describe('the Merkle tree of RFC 6962', () => {
  it('gives the roots of the vectors that every log gives', async () => {
    expect(toHex(EMPTY_ROOT)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    const reader = subtreesOf(LEAVES);
    expect(await Promise.all(ROOTS.map(async (_, at) => toHex(await rootOf(reader, at + 1))))).toEqual(ROOTS);
  });

  it('gives the proofs of the vectors', async () => {
    const reader = subtreesOf(LEAVES);
    expect((await proveInclusion(reader, 0, 8)).map(toHex)).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7', '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e', '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ]);
    expect((await proveConsistency(reader, 6, 8)).map(toHex)).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a', 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0', 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
  });

  it('has the same root whether it is grown leaf by leaf or computed at once', async () => {
    const tree = new GrowingTree();
    for (const [at, leaf] of leaves.entries()) {
      tree.add(leafHash(leaf));
      expect(toHex(tree.root())).toBe(toHex(await rootOf(subtrees, at + 1)));
    }
  });

  it('tells of every subtree that becomes whole, with its hash', async () => {
    const told: [number, number, string][] = [];
    const tree = new GrowingTree((level, index, hash) => told.push([level, index, toHex(hash)]));
    for (const leaf of leaves) tree.add(leafHash(leaf));
    expect(told.filter(([level]) => level === 6)).toEqual([[6, 0, toHex(await subtrees(6, 0))]]);
    expect(told.filter(([level]) => level === 1)).toHaveLength(35);
  });

  it('goes on where it was left', async () => {
    const tree = await GrowingTree.resume(37, subtrees);
    expect(toHex(tree.root())).toBe(toHex(await rootOf(subtrees, 37)));
    for (const leaf of leaves.slice(37)) tree.add(leafHash(leaf));
    expect([tree.size, toHex(tree.root())]).toEqual([70, toHex(await rootOf(subtrees, 70))]);
  });

  it('proves every leaf of every size, and nothing else at its place', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(), fc.nat(), async (size, some, other) => {
        const index = some % size;
        const path = await proveInclusion(subtrees, index, size);
        const root = await rootOf(subtrees, size);
        const leaf = leafHash(leaves[index] ?? utf8(''));
        expect(isIncluded(leaf, index, size, path, root)).toBe(true);
        expect(isIncluded(leafHash(utf8(`forged ${other}`)), index, size, path, root)).toBe(false);
        if (other % size !== index) expect(isIncluded(leaf, other % size, size, path, root)).toBe(false);
        expect(isIncluded(leaf, index, size, [...path, leaf], root)).toBe(false);
        if (path.length > 0) expect(isIncluded(leaf, index, size, path.slice(1), root)).toBe(false);
      }),
    );
  });

  it('proves that every tree begins with every smaller one, and with no other', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, sizes, fc.nat(), async (one, another, bit) => {
        const [old, size] = one < another ? [one, another] : [another, one];
        const path = await proveConsistency(subtrees, old, size);
        const [before, after] = [await rootOf(subtrees, old), await rootOf(subtrees, size)];
        expect(isConsistent(old, size, before, after, path)).toBe(true);
        expect(isConsistent(old, size, flipped(before, bit), after, path)).toBe(false);
        expect(isConsistent(old, size, before, flipped(after, bit), path)).toBe(false);
        if (path.length > 0) expect(isConsistent(old, size, before, after, path.with(bit % path.length, flipped(path[bit % path.length] ?? before, bit)))).toBe(false);
        expect(isConsistent(old, size, before, after, [...path, before])).toBe(false);
      }),
    );
  });

  it('never shows a node as a leaf', () => {
    const [left, right] = [leafHash(utf8('a')), leafHash(utf8('b'))];
    expect(areEqual(leafHash(Uint8Array.of(...left, ...right)), nodeHash(left, right))).toBe(false);
  });
});

function flipped(hash: Uint8Array, bit: number): Uint8Array {
  return hash.with(bit % 32, (hash[bit % 32] ?? 0) ^ (1 << (bit % 8)));
}
