import { readFileSync } from 'node:fs';
import type { Numerals } from './paper-words';
import { Typesetter } from './typesetter';

/** How papers look, beside what they say. */
export interface PaperLook {
  numerals?: Numerals;
  /** An SVG at the head of the paper, such as the Garuda, which offices of state alone may use (Garuda Emblem Act B.E. 2534); absent: the portal's own drawing. */
  emblem?: string | undefined;
}

const MOST_BYTES = 300_000;

/**
 * Reads the emblem once, and sets it in type once, so that one that cannot be drawn is told at the start and not when a licence is issued.
 * @throws when there is no such file, or it is no drawing.
 */
export function openPaperLook({ PAPER_NUMERALS: numerals, PAPER_EMBLEM: file }: { PAPER_NUMERALS: Numerals; PAPER_EMBLEM?: string }): PaperLook {
  if (!file) return { numerals };
  const emblem = readEmblem(file);
  try {
    new Typesetter().set('#image(bytes(sys.inputs.emblem), format: "svg", height: 20mm, alt: "emblem")', [{ emblem }], new Date(0));
  } catch (error) {
    throw new Error(`PAPER_EMBLEM: ${file} cannot be drawn. It has to be an SVG by itself, without pictures or letters from elsewhere. (${error instanceof Error ? error.message : String(error)})`);
  }
  return { numerals, emblem };
}

function readEmblem(file: string): string {
  const emblem = readIfThere(file);
  if (emblem === undefined) throw new Error(`PAPER_EMBLEM: ${file} cannot be read.`);
  if (emblem.length > MOST_BYTES) throw new Error(`PAPER_EMBLEM: ${file} is larger than 300 kB, and every paper carries it.`);
  return emblem;
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
