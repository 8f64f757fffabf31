import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { seal, sealedLength, unseal } from './sealing';

const key = randomBytes(32);
const sealed = (content: Buffer) => buffer(Readable.from(seal(Readable.from([content]), key, 'a')));
const opened = (content: Buffer, { with: other = key, as = 'a' } = {}) => buffer(Readable.from(unseal(Readable.from([content.subarray(0, 70_000), content.subarray(70_000)]), other, as)));

describe('a sealed content', () => {
  it.each([0, 1, 65_535, 65_536, 65_537, 131_072, 300_001])('opens again as it was: %d bytes', async (length) => {
    const content = randomBytes(length);
    const closed = await sealed(content);
    expect(closed).toHaveLength(sealedLength(length));
    expect((await opened(closed)).equals(content)).toBe(true);
  });

  it('shows nothing of what it holds', async () => {
    expect((await sealed(Buffer.from('หนังสือเดินทาง '.repeat(10_000)))).includes('หนังสือ')).toBe(false);
  });

  it('opens for no other key, and under no other name', async () => {
    const closed = await sealed(Buffer.from('plan'));
    await expect(opened(closed, { with: randomBytes(32) })).rejects.toThrow();
    await expect(opened(closed, { as: 'b' })).rejects.toThrow();
  });

  it('does not open when a byte was turned, its end cut off, or its pieces moved', async () => {
    const closed = await sealed(randomBytes(200_000));
    for (const at of [0, 65_551, 65_552, 131_000, closed.length - 1]) {
      const turned = Buffer.from(closed);
      turned[at] = (turned[at] ?? 0) ^ 1;
      await expect(opened(turned)).rejects.toThrow();
    }
    const piece = 65_536 + 16;
    await expect(opened(closed.subarray(0, piece))).rejects.toThrow();
    await expect(opened(closed.subarray(0, 3 * piece))).rejects.toThrow();
    await expect(opened(Buffer.concat([closed.subarray(piece, 2 * piece), closed.subarray(0, piece), closed.subarray(2 * piece)]))).rejects.toThrow();
    await expect(opened(Buffer.alloc(0))).rejects.toThrow();
  });
});
