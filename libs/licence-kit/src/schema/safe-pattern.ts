/** A letter or a set of letters, or a group, with how often it may come. */
interface Item {
  /** Its text, without the quantifier. */
  source: string;
  branches: Item[][] | undefined;
  min: number;
  max: number;
}

const FEW = 50;
const MOST_ENDLESS = 2;
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
    return items.every(isSafeBranch) && items.every((branch) => endlessIn(branch).length <= MOST_ENDLESS || !overlapOften(endlessIn(branch)));
  } catch {
    return false;
  }
}

/** Thrown for what is not read here, such as looking around. */
class NotRead extends Error {}

function isSafeBranch(branch: Item[]): boolean {
  return branch.every((item) => !item.branches || (item.branches.every(isSafeBranch) && (item.max <= 1 || isSafeTurn(item))));
}

/** A group that is repeated: one branch, without repetition inside, or each turn begins with a letter of its own. */
function isSafeTurn({ branches = [], max }: Item): boolean {
  const inner = branches.flat();
  const isPlain = inner.every((item) => !item.branches && item.min === item.max);
  if (isPlain && max <= FEW) return true;
  if (branches.length > 1) return inner.every((item) => !item.branches) && branches.every((branch) => branch.length === 1 && branch[0]?.max === 1) && branches.every((branch, at) => branches.slice(at + 1).every((other) => !overlap(branch[0], other[0])));
  const [first, ...rest] = branches[0] ?? [];
  if (!first || first.branches || first.min !== 1 || first.max !== 1) return false;
  return isPlain || rest.every((item) => !item.branches && !overlap(first, item));
}

function endlessIn(branch: Item[]): Item[] {
  return branch.flatMap((item) => (item.branches ? item.branches.flatMap(endlessIn) : item.max > FEW ? [item] : []));
}

/** Whether more endless items share letters than a text can afford to be split between. */
function overlapOften(items: Item[]): boolean {
  return items.some((item) => items.filter((other) => overlap(item, other)).length > MOST_ENDLESS);
}

function overlap(a: Item | undefined, b: Item | undefined): boolean {
  if (!a || !b) return false;
  const [left, right] = [a, b].map(({ source }) => new RegExp(`^(?:${source})$`, 'u'));
  return SAMPLE.some((letter) => left?.test(letter) && right?.test(letter));
}

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
