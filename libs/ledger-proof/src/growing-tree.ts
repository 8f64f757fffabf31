import { EMPTY_ROOT, nodeHash, type Subtrees } from './merkle';

/** A tree that leaves are added to one by one; it remembers one hash for each level, so its memory does not grow with the leaves. */
export class GrowingTree {
  private readonly peaks: (Uint8Array | undefined)[] = [];
  private count = 0;

  /** @param onSubtree hears of every subtree that became whole: its level, its place and its hash. */
  constructor(private readonly onSubtree: (level: number, index: number, hash: Uint8Array) => void = () => undefined) {}

  /** A tree that has these many leaves already. */
  static async resume(size: number, subtrees: Subtrees, onSubtree?: (level: number, index: number, hash: Uint8Array) => void): Promise<GrowingTree> {
    const tree = new GrowingTree(onSubtree);
    tree.count = size;
    for (let [level, index] = [0, size]; index > 0; [level, index] = [level + 1, Math.floor(index / 2)]) tree.peaks.push(index % 2 === 1 ? await subtrees(level, index - 1) : undefined);
    return tree;
  }

  get size(): number {
    return this.count;
  }

  /** @param leaf the hash of the leaf. */
  add(leaf: Uint8Array): void {
    let hash = leaf;
    let level = 0;
    let index = this.count;
    for (let left = this.peaks[0]; left !== undefined; left = this.peaks[level]) {
      this.peaks[level] = undefined;
      hash = nodeHash(left, hash);
      level += 1;
      index = (index - 1) / 2;
      this.onSubtree(level, index, hash);
    }
    this.peaks[level] = hash;
    this.count += 1;
  }

  /** The root over all leaves so far. */
  root(): Uint8Array {
    let root: Uint8Array | undefined;
    for (const peak of this.peaks) if (peak) root = root ? nodeHash(peak, root) : peak;
    return root ?? EMPTY_ROOT;
  }
}
