import type { DrawnPage } from './draw-page';
import { NoPicture } from './draw-page';

const WIDTH = 1_240;
const HIGHEST = 4_000;
const MOST_PIXELS = 64_000_000;

/** A picture in the size of a preview, drawn anew: whatever stood in the file beside its pixels is gone. @throws NoPicture. */
export async function drawPicture(bytes: Buffer): Promise<DrawnPage> {
  const { default: sharp } = await import('sharp');
  try {
    const picture = await sharp(bytes, { limitInputPixels: MOST_PIXELS }).autoOrient().resize({ width: WIDTH, height: HIGHEST, fit: 'inside', withoutEnlargement: true }).webp({ quality: 82 }).toBuffer();
    return { picture, pages: 1 };
  } catch (error) {
    throw new NoPicture((error as Error).message);
  }
}
