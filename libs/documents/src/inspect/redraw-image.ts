import { rm } from 'node:fs/promises';
import type { SharpConstructor } from 'sharp';
import { FaultyFile } from './fault';

/** Pixels that a photograph or a scan has, at most: beyond what telephones take, and far below what fills a memory. */
export const MOST_PIXELS = 64_000_000;
const SECONDS = 30;

/** Loaded with the first picture: a process that is shown none does without its 25 MB. */
let loaded: Promise<SharpConstructor> | undefined;

function sharpLoaded(): Promise<SharpConstructor> {
  return (loaded ??= import('sharp').then(({ default: sharp }) => {
    sharp.concurrency(1);
    sharp.cache(false);
    return sharp;
  }));
}

let before: Promise<unknown> = Promise.resolve();

/**
 * Draws a picture anew: what hid behind or between its pixels is gone, and so is what the camera noted, the place above all; it stands
 * upright as it was held. From file to file, one picture at a time in a process: one that has to be turned is held whole, four bytes a pixel.
 * @throws FaultyFile `flood` before a pixel is read, `damaged`.
 */
export function redrawImage(from: string, to: string, kind: 'image/jpeg' | 'image/png'): Promise<void> {
  const turn = before.then(() => redraw(from, to, kind));
  before = turn.catch(() => undefined);
  return turn;
}

async function redraw(from: string, to: string, kind: 'image/jpeg' | 'image/png'): Promise<void> {
  const sharp = await sharpLoaded();
  const picture = sharp(from, { limitInputPixels: MOST_PIXELS, sequentialRead: true, failOn: 'error' }).timeout({ seconds: SECONDS });
  try {
    const { width, height, format, pages = 1 } = await picture.metadata();
    if (width * height > MOST_PIXELS) throw new FaultyFile('flood');
    if (`image/${format}` !== kind || pages > 1) throw new FaultyFile('damaged');
    const upright = picture.autoOrient();
    await (kind === 'image/jpeg' ? upright.jpeg({ quality: 90, chromaSubsampling: '4:4:4' }) : upright.png({ compressionLevel: 8 })).toFile(to);
  } catch (error) {
    await rm(to, { force: true });
    if (error instanceof FaultyFile) throw error;
    throw new FaultyFile(/pixel limit/i.test((error as Error).message) ? 'flood' : 'damaged');
  }
}
