import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

/** A page as a picture, and how many there are. */
export interface DrawnPage {
  picture: Buffer;
  pages: number;
}

/** Nothing could be drawn in the time and memory that there is. */
export class NoPicture extends Error {}

/** What a page may take; a drawing that takes longer is stopped with its thread. */
const MS = 10_000;
const MEGABYTES = 256;
/** Enough to read small print beside the answers, and about 150 kB. */
const WIDTH = 1_240;
const HIGHEST = 4_000;

/**
 * The thread's program: PDFium compiled to WebAssembly draws, so that a hostile PDF harms nothing but its own memory, and nothing active of it ever
 * reaches a browser. It is text, since bundles have one file.
 */
const PROGRAM = `
const { parentPort, workerData } = require('node:worker_threads');
(async () => {
  const { PDFiumLibrary } = require(workerData.pdfium);
  const sharp = require(workerData.sharp);
  sharp.concurrency(1);
  const library = await PDFiumLibrary.init();
  const file = await library.loadDocument(workerData.bytes);
  const pages = file.getPageCount();
  const page = file.getPage(Math.min(workerData.page, pages) - 1);
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const scale = Math.min(workerData.width / originalWidth, workerData.highest / originalHeight);
  const { data, width, height } = await page.render({ scale, render: 'bitmap' });
  for (let at = 0; at < data.length; at += 4) { const blue = data[at]; data[at] = data[at + 2]; data[at + 2] = blue; }
  const picture = await sharp(data, { raw: { width, height, channels: 4 } }).flatten({ background: '#fff' }).webp({ quality: 82 }).toBuffer();
  parentPort.postMessage({ picture, pages });
})().catch((error) => parentPort.postMessage({ error: String(error) }));
`;

let before: Promise<unknown> = Promise.resolve();

/**
 * Draws one page of a PDF, one at a time in a process. A page beyond the last is the last.
 * @param page from 1.
 * @throws NoPicture.
 */
export function drawPage(bytes: Buffer, page: number): Promise<DrawnPage> {
  const turn = before.then(() => draw(bytes, page));
  before = turn.catch(() => undefined);
  return turn;
}

function draw(bytes: Buffer, page: number): Promise<DrawnPage> {
  const { resolve: find } = createRequire(import.meta.url);
  const thread = new Worker(PROGRAM, {
    eval: true,
    workerData: { bytes: new Uint8Array(bytes), page, width: WIDTH, highest: HIGHEST, pdfium: find('@hyzyla/pdfium'), sharp: find('sharp') },
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
    execArgv: [],
  });
  return new Promise<DrawnPage>((resolve, reject) => {
    const timer = setTimeout(() => reject(new NoPicture('It took too long.')), MS);
    const stop = (): void => clearTimeout(timer);
    thread.once('message', (said: { picture: Uint8Array; pages: number } | { error: string }) => {
      stop();
      if ('error' in said) reject(new NoPicture(said.error));
      else resolve({ picture: Buffer.from(said.picture), pages: said.pages });
    });
    thread.once('error', (error) => (stop(), reject(new NoPicture(error.message))));
    thread.once('exit', () => (stop(), reject(new NoPicture('The drawing ended without a picture.'))));
  }).finally(() => void thread.terminate());
}
