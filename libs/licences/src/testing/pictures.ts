import { spawnSync } from 'node:child_process';

/** A picture in grey: one byte a pixel, 0 is black. */
export interface Picture {
  width: number;
  height: number;
  pixels: Uint8Array;
}

export interface Part {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Whether Poppler's pdftoppm is at hand; where it is not, specs say so by their names. */
export const hasPoppler = spawnSync('pdftoppm', ['-v']).status === 0;

/** The first page of a PDF as it is seen, or a part of it, in pixels of `dpi`; as the bytes of a PGM file. */
export function photograph(pdf: Buffer, dpi: number, part?: Part): Buffer {
  const crop = part ? ['-x', part.x, '-y', part.y, '-W', part.width, '-H', part.height].map(String) : [];
  const { stdout, status, stderr } = spawnSync('pdftoppm', ['-gray', '-singlefile', '-r', String(dpi), ...crop, '-'], { input: pdf, maxBuffer: 64_000_000 });
  if (status !== 0) throw new Error(`pdftoppm failed: ${stderr.toString()}`);
  return stdout;
}

/** Reads a PGM file of 8-bit grey. @throws for any other. */
export function readPgm(file: Buffer): Picture {
  const [head = '', width = '', height = ''] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.toString('latin1', 0, 40)) ?? [];
  const pixels = file.subarray(head.length);
  if (!head || pixels.length !== Number(width) * Number(height)) throw new Error('This is no picture in 8-bit grey.');
  return { width: Number(width), height: Number(height), pixels };
}

/** How much of the ink of two pictures does not lie upon each other: 0 for the same, 1 where they share nothing. */
export function difference(one: Picture, other: Picture): number {
  if (one.width !== other.width || one.height !== other.height) return 1;
  let ink = 0;
  let astray = 0;
  for (const [at, shade] of one.pixels.entries()) {
    const second = other.pixels[at] ?? 255;
    ink += 510 - shade - second;
    astray += Math.abs(shade - second);
  }
  return astray / ink;
}
