import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { createInflate } from 'node:zlib';
import { FaultyFile, type FileFault } from './fault';
import { faultOf, hasFlood, namesIn, pagesIn } from './pdf-words';

/** What is known of a PDF that may be kept. */
export interface PdfFindings {
  /** Page objects; earlier versions of a page in the same file count as well. */
  pages: number;
  /** PDF/A-3, whose purpose is to carry the data that the page shows. */
  hasAttachments: boolean;
}

export const MOST_PAGES = 2_000;
const MOST_PIXELS = 400_000_000;
/** Bytes that are looked at together, and how many of them again with the next ones. */
const WINDOW = 1_048_576;
const OVERLAP = 8_192;
const MOST_OBJECT_STREAMS = 10_000;
const MOST_INFLATED = 96 * 1024 * 1024;

/**
 * Looks at a PDF without building it: window by window, and into the streams that hold objects, since names hide there. Holds about a
 * megabyte, whatever the file's length.
 * @throws FaultyFile
 */
export async function inspectPdf(path: string): Promise<PdfFindings> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    await refuseForeign(file, size);
    const found = { faults: new Set<FileFault>(), pages: 0, isArchival: false, hidden: [] as number[] };
    for (let from = 0; from < size; from += WINDOW) {
      const text = await readAt(file, from, WINDOW + OVERLAP);
      lookAt(text, from, found);
    }
    await lookInside(path, found);
    return verdictOn(found);
  } finally {
    await file.close();
  }
}

interface Found {
  faults: Set<FileFault>;
  pages: number;
  isArchival: boolean;
  /** Where streams that hold objects begin. */
  hidden: number[];
}

function lookAt(text: string, from: number, found: Found): void {
  const end = Math.min(text.length, WINDOW);
  for (const { name, at } of namesIn(text)) {
    const fault = faultOf(name);
    if (fault) found.faults.add(fault);
    if (name === 'ObjStm' && at < end) found.hidden.push(from + streamAfter(text, at));
  }
  found.pages += pagesIn(text, end);
  found.isArchival ||= /pdfaid:part(?:="|>)3/.test(text);
  if (hasFlood(text, MOST_PIXELS)) found.faults.add('flood');
  if (found.hidden.length > MOST_OBJECT_STREAMS) throw new FaultyFile('flood');
}

/** Where the data of an object stream begin. @throws FaultyFile where they cannot be read in the one way that programs write them. */
function streamAfter(text: string, at: number): number {
  const begin = Math.max(text.lastIndexOf('obj', at), 0);
  const stream = /stream\r?\n/.exec(text.slice(at));
  if (!stream) throw new FaultyFile('damaged');
  const dictionary = text.slice(begin, at + stream.index);
  const filters = namesIn(dictionary).filter(({ name }) => /Decode$|^(Fl|AHx|A85|LZW|RL|Crypt)$/.test(name));
  if (filters.length !== 1 || filters[0]?.name !== 'FlateDecode' || namesIn(dictionary).some(({ name }) => name === 'DecodeParms')) throw new FaultyFile('damaged');
  return at + stream.index + stream[0].length;
}

async function lookInside(path: string, found: Found): Promise<void> {
  let inflated = 0;
  for (const start of found.hidden) {
    const inflate = createInflate();
    const source = createReadStream(path, { start, highWaterMark: 16_384 });
    source.on('error', (error) => inflate.destroy(error)).pipe(inflate);
    let kept = '';
    try {
      for await (const chunk of inflate as AsyncIterable<Buffer>) {
        inflated += chunk.length;
        if (inflated > MOST_INFLATED) throw new FaultyFile('flood');
        const text = kept + chunk.toString('latin1');
        for (const { name } of namesIn(text)) {
          const fault = faultOf(name);
          if (fault) found.faults.add(fault);
        }
        kept = text.slice(-64);
        found.pages += pagesIn(text) - pagesIn(kept);
      }
      found.pages += pagesIn(kept);
    } catch (error) {
      throw error instanceof FaultyFile ? error : new FaultyFile('damaged');
    } finally {
      source.destroy();
      inflate.destroy();
    }
  }
}

function verdictOn({ faults, pages, isArchival }: Found): PdfFindings {
  const hasAttachments = faults.has('attachments');
  if (isArchival) faults.delete('attachments');
  const [worst] = (['locked', 'active', 'attachments', 'flood'] as const).filter((fault) => faults.has(fault));
  if (worst) throw new FaultyFile(worst);
  if (pages === 0) throw new FaultyFile('damaged');
  if (pages > MOST_PAGES) throw new FaultyFile('too-long');
  return { pages, hasAttachments };
}

/** A PDF begins and ends as one, and is no archive or page of the web as well. */
async function refuseForeign(file: FileHandle, size: number): Promise<void> {
  const head = await readAt(file, 0, 2_048);
  const tail = await readAt(file, Math.max(0, size - 66_000), 66_000);
  const isForeign = !head.startsWith('%PDF-') || /<(html|script|svg|!doctype|iframe|object)\b/i.test(head) || tail.includes('PK\x05\x06') || /<\/?(html|script)\b/i.test(tail.slice(-4_096));
  if (isForeign || !tail.slice(-4_096).includes('%%EOF')) throw new FaultyFile('damaged');
}

async function readAt(file: FileHandle, from: number, length: number): Promise<string> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from);
  return buffer.toString('latin1', 0, bytesRead);
}
