import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { redrawImage } from './redraw-image';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'images-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function redrawn(content: Buffer, kind: 'image/jpeg' | 'image/png'): Promise<Buffer> {
  await writeFile(join(folder, 'in'), content);
  await redrawImage(join(folder, 'in'), join(folder, 'out'), kind);
  return readFile(join(folder, 'out'));
}
const blank = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#2b3a8c' } });
const chunk = (type: string, data: Buffer) => {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, sum]);
};

describe('a picture', () => {
  it('is drawn anew, without what the camera noted and without what hid behind it', async () => {
    const photo = await blank(60, 40).withExif({ IFD0: { Copyright: 'secret-place' }, IFD3: { GPSLatitude: '13/1 45/1 0/1' } }).jpeg().toBuffer();
    const out = await redrawn(Buffer.concat([photo, Buffer.from('<?php system($_GET[0]); ?>PK\x05\x06')]), 'image/jpeg');
    expect([photo.includes('secret-place'), out.includes('secret-place'), out.includes('<?php'), out.includes('PK\x05\x06')]).toEqual([true, false, false, false]);
    expect((await sharp(out).metadata()).exif).toBeUndefined();
  });

  it('stands as it was held', async () => {
    const lying = await blank(60, 40).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(await sharp(await redrawn(lying, 'image/jpeg')).metadata()).toMatchObject({ width: 40, height: 60 });
  });

  it('stays what it is: a PNG with see-through parts keeps them', async () => {
    const see = await sharp({ create: { width: 10, height: 10, channels: 4, background: { r: 1, g: 2, b: 3, alpha: 0.5 } } }).png().toBuffer();
    expect(await sharp(await redrawn(see, 'image/png')).metadata()).toMatchObject({ format: 'png', hasAlpha: true });
  });

  it('of more pixels than any camera has is refused before one is read', async () => {
    const header = Buffer.alloc(13);
    header.writeUInt32BE(20_000, 0);
    header.writeUInt32BE(12_000, 4);
    header.set([8, 2, 0, 0, 0], 8);
    const bomb = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.alloc(1_000_000))), chunk('IEND', Buffer.alloc(0))]);
    await expect(redrawn(bomb, 'image/png')).rejects.toMatchObject({ fault: 'flood' });
    expect(await readdir(folder)).toEqual(['in']);
  });

  it.each([
    ['cut in half', async () => (await blank(600, 400).jpeg().toBuffer()).subarray(0, 900), 'image/jpeg'],
    ['of another kind', async () => blank(10, 10).png().toBuffer(), 'image/jpeg'],
    ['a drawing with scripts', async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script/></svg>'), 'image/png'],
  ] as const)('%s is refused', async (_, make, kind) => {
    await expect(redrawn(await make(), kind)).rejects.toMatchObject({ fault: 'damaged' });
  });
});
