import sharp from 'sharp';
import { onePage, pdfOf } from '../testing/pdfs';
import { drawPage, NoPicture } from './draw-page';
import { drawPicture } from './draw-picture';

describe('a preview', () => {
  it('of a PDF is a picture of one page, with how many there are; beyond the last comes the last', async () => {
    const { picture, pages } = await drawPage(pdfOf(onePage), 99);
    const { format, width = 0 } = await sharp(picture).metadata();
    expect([format, pages]).toEqual(['webp', 1]);
    expect(width).toBeGreaterThan(600);
  });

  it('of what is no PDF is none', async () => {
    await expect(drawPage(Buffer.from('%PDF-1.7 but nothing else'), 1)).rejects.toThrow(NoPicture);
    await expect(drawPicture(Buffer.from('nothing'))).rejects.toThrow(NoPicture);
  });

  it('of a picture is smaller and carries nothing but its pixels', async () => {
    const photo = await sharp({ create: { width: 3_000, height: 2_000, channels: 3, background: '#884422' } }).withExif({ IFD3: { GPSLatitude: '13/1 45/1 0/1' } }).jpeg().toBuffer();
    const { picture } = await drawPicture(photo);
    expect(await sharp(picture).metadata()).toMatchObject({ format: 'webp', width: 1_240 });
    expect((await sharp(picture).metadata()).exif).toBeUndefined();
  });
});
