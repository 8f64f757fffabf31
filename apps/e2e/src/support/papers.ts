import { inflateSync } from 'node:zlib';

/** Pages of a PDF, counted in its page objects, which may lie in compressed streams. */
export function pagesIn(pdf: Buffer): number {
  const text = pdf.toString('latin1');
  const streams = [...text.matchAll(/stream\r?\n/g)].map(({ index, 0: mark }) => opened(pdf.subarray(index + mark.length)));
  return [text, ...streams].reduce((sum, part) => sum + [...part.matchAll(/\/Type\s*\/Page(?![a-zA-Z])/g)].length, 0);
}

/** What a compressed stream holds; nothing where it is none. */
function opened(bytes: Buffer): string {
  try {
    return inflateSync(bytes, { finishFlush: 2 }).toString('latin1');
  } catch {
    return '';
  }
}
