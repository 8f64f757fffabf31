import { inflateSync } from 'node:zlib';

/** A node of the page tree, which may lie in a compressed stream, with how many pages are below it. */
const TREE_NODE = /<<(?:(?!<<|>>)[\s\S])*\/Type\s*\/Pages(?:(?!<<|>>)[\s\S])*>>/g;

/** Pages of a PDF, as its page tree counts them: a signature writes the page that bears it once more. */
export function pagesIn(pdf: Buffer): number {
  const text = pdf.toString('latin1');
  const streams = [...text.matchAll(/stream\r?\n/g)].map(({ index, 0: mark }) => opened(pdf.subarray(index + mark.length)));
  const counts = [text, ...streams].flatMap((part) => [...part.matchAll(TREE_NODE)].map(([node]) => Number(/\/Count\s+(\d+)/.exec(node)?.[1] ?? 0)));
  return Math.max(0, ...counts);
}

/** What a compressed stream holds; nothing where it is none. */
function opened(bytes: Buffer): string {
  try {
    return inflateSync(bytes, { finishFlush: 2 }).toString('latin1');
  } catch {
    return '';
  }
}
