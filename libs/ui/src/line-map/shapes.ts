import type { StationState } from '@anuyat/contract';

/** A drawing in whole pixels: what the template turns into SVG. */
export interface MapShape {
  width: number;
  height: number;
  tracks: TrackShape[];
  stations: StationShape[];
  texts: TextShape[];
}

/** A stretch of a line; what lies ahead is drawn pale. */
export interface TrackShape {
  path: string;
  lane: number;
  isAhead: boolean;
}

/** A station; an interchange is stretched over the lines that meet in it. */
export interface StationShape {
  x: number;
  y: number;
  /** How far it reaches over the lines that meet; 0 for a station of one line. */
  reachX: number;
  reachY: number;
  lane: number;
  state: StationState;
  isInterchange: boolean;
  isEnd: boolean;
}

export interface TextShape {
  x: number;
  y: number;
  anchor: 'start' | 'middle';
  look: string;
  lines: string[];
  /** Pixels between two lines. */
  leading: number;
}

const SIZES = { label: 14, title: 15, subtitle: 13, group: 16 };

/** Words broken into lines of a width; Thai is broken at words by the browser's own dictionary. */
export function wrap(words: string, width: number, size: keyof typeof SIZES, most = 3): string[] {
  const em = SIZES[size];
  const lines: string[] = [];
  let line = '';
  for (const part of segments(words)) {
    if (line && widthOf(line + part.trimEnd(), em) > width) {
      lines.push(line.trim());
      line = part.trimStart();
    } else {
      line += part;
    }
  }
  if (line.trim()) lines.push(line.trim());
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), `${(lines[most - 1] ?? '').slice(0, -1)}…`];
}

function segments(words: string): string[] {
  if (typeof Intl.Segmenter !== 'function') return words.split(/(?<= )/);
  return [...new Intl.Segmenter('th', { granularity: 'word' }).segment(words)].map(({ segment }) => segment);
}

/** Marks above and below a Thai letter take no room of their own. */
function widthOf(words: string, em: number): number {
  const letters = words.replace(/[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/g, '');
  return letters.length * em * 0.54;
}
