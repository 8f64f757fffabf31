import fc from 'fast-check';
import { isSafePattern } from './safe-pattern';

describe('a pattern', () => {
  it.each([
    '^[A-Z0-9]{5,20}$', '^[0-9]{1,3}$', '^[a-z0-9]+(-[a-z0-9]+)*$', '^https?://[^ ]+[.][^ ]+$', "^[A-Za-z0-9 .,&()'-]+$", '^(yes|no)$', '^\\d{1,3}(,\\d{3})*$', '^[ก-๙ ]+$', '^(?:ab|cd)?x{2}$', '', '^\\p{L}+ \\p{L}+$', '^(a|b)*$', '^.{0,40}$', '[\\]a]+\\u{1F600}?', '^(?:ab|cd){3}$', '^[0-9]{1,20}[0-9]{1,20}$', '^(-[a-z]*[0-9]*)*$',
  ])('that no text can keep busy is taken: %s', (pattern) => expect(isSafePattern(pattern)).toBe(true));

  it.each([
    '^(a+)+$', '^(a*)*$', '^(a|a)*$', '^(a|ab)*$', '^([a-z]+)*$', '^(.*)*$', '^((ab)*)*$', '^(\\w+\\s?)*$', '^(a+){10}$', '^(a?){40}a{40}$', '^([a-zA-Z0-9])(([\\-.]|[_]+)?([a-zA-Z0-9]+))*@x$', '(x+x+)+y', '^(\\d+|\\d+x)*$', '.*.*.*x', '^a*a*a*a*b$', '^(a)\\1+$', '^(?=a)a+$', '^(?<!a)b+$', '\\bword+\\b', '^(([a-z])+.)+[A-Z]([a-z])+$', '(', '[', 'a'.repeat(501), '^(a{1,60}){1,60}$', '^([^"]+|"[^"]*")*$',
    '^(a+a{0,9})?a{0,9}a+$', '^a*(a{0,9}a*a)?(a){3}$', '^a{0,50}a{0,50}a{0,50}a{0,50}b$', '^(-a*a*)*$', '^(a|a){40}b$', '^(ab|ab){40}c$', '^(-a)*(-a)*(-a)*$',
  ])('that some text could keep busy, or that cannot be read, is refused: %s', (pattern) => expect(isSafePattern(pattern)).toBe(false));

  it('made at random of repetitions is refused, or answers at once for a text that nearly fits', () => {
    const atom = fc.constantFrom('a', 'b', '[ab]', '\\w', '.', '-');
    const quantified = fc.tuple(atom, fc.constantFrom('', '+', '*', '?', '{2}', '{0,9}')).map((parts) => parts.join(''));
    const group = fc.tuple(fc.array(quantified, { minLength: 1, maxLength: 3 }), fc.constantFrom('*', '+', '{3}', '?')).map(([parts, how]) => `(${parts.join('')})${how}`);
    const pattern = fc.array(fc.oneof(quantified, group), { minLength: 1, maxLength: 4 }).map((parts) => `^${parts.join('')}$`);
    fc.assert(fc.property(pattern, fc.constantFrom('a', 'b', 'ab', '-a', 'aab'), (each, piece) => {
      fc.pre(isSafePattern(each));
      expect(stepsOf(each, `${piece.repeat(60 / piece.length)}!`)).toBeLessThan(100_000);
    }), { numRuns: 400, maxSkipsPerRun: 1_000 });
  });
});

/** How many ways a backtracking engine tries, for the patterns made above; stops counting at the bound. */
function stepsOf(pattern: string, text: string): number {
  let steps = 0;
  const isOf = (atom: string, letter: string): boolean => new RegExp(`^(?:${atom})$`, 'u').test(letter);
  const quantity = (how: string): [number, number] => ({ '': [1, 1], '+': [1, 99], '*': [0, 99], '?': [0, 1], '{2}': [2, 2], '{3}': [3, 3], '{0,9}': [0, 9] })[how] as [number, number];
  type Node = { atom?: string; inner?: Node[]; min: number; max: number };
  const readAll = (source: string): Node[] => [...source.matchAll(/(\(([^)]*)\)|\[ab\]|\\w|[ab.-])(\{[\d,]+\}|[*+?])?/g)].map(([, whole = '', inner, how = '']) => {
    const [min, max] = quantity(how);
    return { ...(inner === undefined ? { atom: whole } : { inner: readAll(inner) }), min, max };
  });
  const run = (nodes: Node[], at: number, done: (at: number) => boolean): boolean => {
    const [node, ...rest] = nodes;
    if (!node) return done(at);
    const turn = (count: number, from: number): boolean => {
      if ((steps += 1) > 100_000) return true;
      const once = (next: (to: number) => boolean): boolean => (node.inner ? run(node.inner, from, next) : from < text.length && isOf(node.atom ?? '', text[from] ?? '') && next(from + 1));
      if (count < node.max && once((to) => (to > from || count < node.min) && turn(count + 1, to))) return true;
      return count >= node.min && run(rest, from, done);
    };
    return turn(0, at);
  };
  run(readAll(pattern.slice(1, -1)), 0, (at) => at === text.length);
  return steps;
}
