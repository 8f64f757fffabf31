/** A letter or a set of letters, or a group, with how often it may come. */
interface Item {
  /** Its text, without the quantifier. */
  source: string;
  branches: Item[][] | undefined;
  min: number;
  max: number;
}

const FEW = 50;
/** Letters of the text by which ways are counted, and how many ways to split it between the items of a pattern are few enough. */
const LETTERS = 60;
const MOST_WAYS = 10 * LETTERS ** 2;
const LONGEST = 500;
/** Letters of each kind that forms hold; two sets that share none of them are taken for apart. */
const SAMPLE = [...Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at)), '\t', '\n', 'ก', 'ะ', '่', '๑', 'é', 'Я', '中', '😀'];

/**
 * Whether a pattern can be asked of any text in a time that hardly grows faster than the text. Stricter than it would have to be: no references
 * back, no looking around, nothing repeated inside of what is repeated unless each turn begins with a letter that the rest of the turn cannot be.
 */
export function isSafePattern(pattern: string): boolean {
  if (pattern.length > LONGEST) return false;
  try {
    new RegExp(pattern, 'u');
    const items = new PatternReader(pattern).read();
    return items.every(isSafeBranch) && items.every((branch) => !splitsOften(varyingIn(branch)));
  } catch {
    return false;
  }
}

/** Thrown for what is not read here, such as looking around. */
class NotRead extends Error {}

function isSafeBranch(branch: Item[]): boolean {
  return branch.every((item) => !item.branches || (item.branches.every(isSafeBranch) && (item.max <= 1 || isSafeTurn(item))));
}

/** A group that is repeated: where a turn ends is told by its letters alone, and a turn can be read in one way only. */
function isSafeTurn({ branches = [], max }: Item): boolean {
  const inner = branches.flat();
  const isPlain = inner.every((item) => !item.branches && !varies(item));
  if (branches.length > 1) return inner.every((item) => !item.branches) && (isPlain || branches.every((branch) => branch.length === 1 && branch[0]?.max === 1)) && areApart(branches.map(([first]) => first));
  if (isPlain && max <= FEW) return true;
  const [first, ...rest] = branches[0] ?? [];
  if (!first || first.branches || first.min !== 1 || first.max !== 1) return false;
  return isPlain || (rest.every((item) => !item.branches && !overlap(first, item)) && areApart(rest.filter(varies)));
}

const varies = ({ min, max }: Item): boolean => max > min;

const areApart = (items: (Item | undefined)[]): boolean => items.every((item, at) => item && items.slice(at + 1).every((other) => other && !overlap(item, other)));

/** What may come more or less often; of a group, by the letters that it can begin with, and what it holds. */
function varyingIn(branch: Item[]): Item[] {
  return branch.flatMap((item) => [...(varies(item) ? [item] : []), ...(item.branches ?? []).flatMap(varyingIn)]);
}

/** Whether items that share letters can split a text between them in more ways than it can be tried. */
function splitsOften(items: Item[]): boolean {
  const ways = ({ min, max }: Item): number => (max > FEW ? LETTERS : max - min + 1);
  return items.some((item) => items.filter((other) => overlap(item, other)).reduce((product, other) => product * ways(other), 1) > MOST_WAYS);
}

function overlap(a: Item | undefined, b: Item | undefined): boolean {
  if (!a || !b) return false;
  const [left, right] = [a, b].map((item) => new RegExp(`^(?:${beginningOf(item)})$`, 'u'));
  return SAMPLE.some((letter) => left?.test(letter) && right?.test(letter));
}

const beginningOf = ({ source, branches }: Item): string => branches?.map(([first]) => (first ? beginningOf(first) : '')).join('|') ?? source;

/** Reads what forms need of a pattern; the engine has read it before, so that brackets match. */
class PatternReader {
  private at = 0;

  constructor(private readonly text: string) {}

  read(): Item[][] {
    const branches: Item[][] = [[]];
    while (this.at < this.text.length && this.text[this.at] !== ')') {
      if (this.text[this.at] === '|') {
        this.at += 1;
        branches.push([]);
      } else {
        const item = this.item();
        if (item) branches.at(-1)?.push(item);
      }
    }
    return branches;
  }

  private item(): Item | undefined {
    const from = this.at;
    const letter = this.text[this.at];
    if (letter === '^' || letter === '$') {
      this.at += 1;
      return undefined;
    }
    let branches: Item[][] | undefined;
    if (letter === '(') branches = this.group();
    else if (letter === '[') this.at = this.endOfSet();
    else if (letter === '\\') this.escape();
    else this.at += (this.text.codePointAt(this.at) ?? 0) > 0xffff ? 2 : 1;
    const source = this.text.slice(from, this.at);
    return { source, branches, ...this.quantifier() };
  }

  private group(): Item[][] {
    this.at += 1;
    if (this.text[this.at] === '?') {
      if (this.text[this.at + 1] !== ':') throw new NotRead();
      this.at += 2;
    }
    const branches = this.read();
    this.at += 1;
    return branches;
  }

  private endOfSet(): number {
    let at = this.at + 1;
    while (this.text[at] !== ']') at += this.text[at] === '\\' ? 2 : 1;
    return at + 1;
  }

  private escape(): void {
    const rest = this.text.slice(this.at);
    if (/^\\[1-9kbB]/.test(rest)) throw new NotRead();
    this.at += /^\\(?:u\{[0-9a-f]+\}|u[0-9a-f]{4}|x[0-9a-f]{2}|p\{[^}]+\}|P\{[^}]+\}|c[a-z]|.)/iu.exec(rest)?.[0].length ?? 2;
  }

  private quantifier(): { min: number; max: number } {
    const found = /^(?:([*+?])|\{(\d+)(,(\d*))?\})\??/.exec(this.text.slice(this.at));
    if (!found) return { min: 1, max: 1 };
    this.at += found[0].length;
    const [, sign, least, more, most] = found;
    if (sign) return { min: sign === '+' ? 1 : 0, max: sign === '?' ? 1 : Number.POSITIVE_INFINITY };
    return { min: Number(least), max: more === undefined ? Number(least) : most ? Number(most) : Number.POSITIVE_INFINITY };
  }
}
