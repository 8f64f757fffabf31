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

/** How much wider bold letters run. */
const BOLD = 1.05;
const SIZES = { label: 14, title: 15, subtitle: 13, group: 16 };

/** Words that the browser's dictionary takes apart, though nobody would break them over two lines. */
const WHOLE = ['สถานที่', 'ใบอนุญาต', 'สิ่งแวดล้อม', 'นัดหมาย', 'แหลมฉบัง', 'เจ้าหน้าที่', 'ค่าธรรมเนียม', 'หน่วยงาน', 'ผู้ยื่น', 'คำขอ', 'เห็นชอบ', 'ครบถ้วน', 'เอกสาร'];

/**
 * Words broken into lines of a width, the lines about equally long; Thai is broken at words by the browser's own dictionary, and a
 * figure stays with its unit.
 */
export function wrap(words: string, width: number, size: keyof typeof SIZES, most = 3): string[] {
  const em = SIZES[size] * (size === 'title' || size === 'group' ? BOLD : 1);
  const parts = unbroken(words);
  const lines = filled(parts, width, em);
  if (lines.length > most) return [...lines.slice(0, most - 1), `${(lines[most - 1] ?? '').slice(0, -1)}…`];
  let evener = lines;
  for (let less = width - 4; less > width / 2 && lines.length > 1; less -= 4) {
    const tried = filled(parts, less, em);
    if (tried.length > lines.length) break;
    evener = tried;
  }
  return evener;
}

function filled(parts: readonly string[], width: number, em: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of parts) {
    if (line && widthOf(line + part.trimEnd(), em) > width) {
      lines.push(line.trim());
      line = part;
    } else {
      line += part;
    }
  }
  if (line.trim()) lines.push(line.trim());
  return lines;
}

/** What may not be broken, each with the blank that follows it: a word with its marks, a figure with what stands before and after it. */
function unbroken(words: string): string[] {
  const parts: string[] = [];
  for (const word of whole(segments(words))) {
    const last = parts.at(-1) ?? '';
    const isMark = /^[^\p{L}\p{Nd}([“‘]+$/u.test(word) && !/\s$/.test(last);
    const followsFigure = /\p{Nd}\s$/u.test(last) && /^\p{L}/u.test(word);
    const isFigureAfterWord = /^\p{Nd}/u.test(word) && /\s$/.test(last);
    if (last && (isMark || word.trim() === '' || word === 'ๆ' || /[([“‘]$/.test(last) || followsFigure || isFigureAfterWord)) parts[parts.length - 1] = last + word;
    else parts.push(word);
  }
  return parts;
}

function whole(parts: readonly string[]): string[] {
  const joined: string[] = [];
  for (let at = 0; at < parts.length; ) {
    const taken = [4, 3, 2].find((count) => WHOLE.includes(parts.slice(at, at + count).join(''))) ?? 1;
    joined.push(parts.slice(at, at + taken).join(''));
    at += taken;
  }
  return joined;
}

function segments(words: string): string[] {
  if (typeof Intl.Segmenter !== 'function') return words.split(/(?<= )/);
  return [...new Intl.Segmenter('th', { granularity: 'word' }).segment(words)].map(({ segment }) => segment);
}

/** As Sarabun runs: Thai letters are wider than Latin ones, and the marks above and below them take no room of their own. */
function widthOf(words: string, em: number): number {
  const letters = words.replace(/[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/g, '');
  const blanks = letters.split(' ').length - 1;
  const thai = letters.match(/[\u0e00-\u0e7f]/g)?.length ?? 0;
  return em * (0.25 * blanks + 0.58 * thai + 0.52 * (letters.length - blanks - thai));
}
