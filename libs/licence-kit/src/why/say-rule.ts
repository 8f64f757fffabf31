import type { Text } from '../definition/text';
import { ruleTree, type RuleTree } from '../feel/rule-tree';
import { nounOf, quoted, spaced, titleOf, verbOf, type Lexicon } from './lexicon';
import { OPPOSITE, readAtom, type Atom, type Relation } from './read-atom';
import { sayExpression } from './say-expression';
import { joined, sayChoices, sayNumber, sayValue } from './say-value';

const AND: Text = { th: ' และ', en: ' and ' };
const OR: Text = { th: ' หรือ', en: ' or ' };

/**
 * A rule as people say it: "the area is more than 200 m² and the answer to … is “yes”".
 * @param holds false says the opposite.
 */
export function sayRule(rule: string, lexicon: Lexicon, holds = true): Text {
  return spaced(say(ruleTree(rule), lexicon, holds, false));
}

function say(tree: RuleTree, lexicon: Lexicon, holds: boolean, isInner: boolean): Text {
  if (tree.kind === 'atom') return sayAtom(tree.rule, lexicon, holds);
  if (tree.kind === 'not') return say(tree.part, lexicon, !holds, isInner);
  const isAnd = (tree.kind === 'and') === holds;
  const parts = isAnd ? tree.parts.map((part) => say(part, lexicon, holds, true)) : sayAlternatives(tree.parts, lexicon, holds);
  if (parts.length === 1 && parts[0]) return parts[0];
  const all = joined(parts, isAnd ? AND : OR);
  if (!isInner || isAnd) return all;
  return { th: `เข้ากรณีใดกรณีหนึ่ง คือ ${all.th}`, en: `either ${all.en}` };
}

/** Several values of one fact are told at once: “a” or “b”. */
function sayAlternatives(parts: RuleTree[], lexicon: Lexicon, holds: boolean): Text[] {
  const groups = new Map<string, unknown[]>();
  const others: Text[] = [];
  for (const part of parts) {
    const atom = part.kind === 'atom' ? readAtom(part.rule) : undefined;
    const isSame = atom?.kind === 'compares' && typeof atom.value === 'string' && atom.relation === (holds ? '=' : '!=');
    if (isSame) groups.set(atom.path, [...(groups.get(atom.path) ?? []), atom.value]);
    else others.push(say(part, lexicon, holds, true));
  }
  return [...[...groups].map(([path, values]) => sayAnswer(path, values, true, lexicon)), ...others];
}

function sayAtom(rule: string, lexicon: Lexicon, holds: boolean): Text {
  if (rule === 'true' || rule === 'false') return (rule === 'true') === holds ? { th: 'ทุกกรณี', en: 'always' } : { th: 'ไม่มีกรณีใด', en: 'never' };
  const atom = readAtom(rule);
  switch (atom.kind) {
    case 'compares':
      return sayComparison(atom, lexicon, holds);
    case 'compares-facts': {
      const noun = nounOf(atom.path, lexicon);
      const other = nounOf(atom.other, lexicon);
      const words = DAY_WORDS[holds ? atom.relation : OPPOSITE[atom.relation]];
      return { th: `${noun.th}${words.th}${other.th}`, en: `${noun.en} ${verbOf(noun)} ${words.en} ${other.en}` };
    }
    case 'measures':
      return relate(sayExpression(atom.expression, lexicon, false), holds ? atom.relation : OPPOSITE[atom.relation], sayNumber('', atom.value, lexicon));
    case 'includes': {
      const [title, value] = [quoted(titleOf(atom.path, lexicon)), quoted(sayValue(atom.path, atom.value, lexicon))];
      return holds ? { th: `ข้อ${title.th}มี${value.th}`, en: `${title.en} includes ${value.en}` } : { th: `ข้อ${title.th}ไม่มี${value.th}`, en: `${title.en} does not include ${value.en}` };
    }
    case 'is-one-of':
      return sayAnswer(atom.path, atom.values, holds, lexicon);
    case 'other': {
      const read = joined(atom.paths.map((path) => quoted(titleOf(path, lexicon))), { th: ' กับ', en: ' and ' });
      return holds ? { th: `เข้าเงื่อนไขที่ดูจาก${read.th}`, en: `a condition on ${read.en} is met` } : { th: `ไม่เข้าเงื่อนไขที่ดูจาก${read.th}`, en: `a condition on ${read.en} is not met` };
    }
  }
}

function sayComparison({ path, relation, value }: Extract<Atom, { kind: 'compares' }>, lexicon: Lexicon, holds: boolean): Text {
  const said = holds ? relation : OPPOSITE[relation];
  if (value === null) {
    const title = quoted(titleOf(path, lexicon));
    return said === '=' ? { th: `ไม่ได้ระบุ${title.th}`, en: `${title.en} is not given` } : { th: `ระบุ${title.th}ไว้`, en: `${title.en} is given` };
  }
  if (typeof value === 'number') return relate(nounOf(path, lexicon), said, sayNumber(path, value, lexicon));
  if (typeof value === 'boolean') return sayAnswer(path, [said === '=' ? value : !value], true, lexicon);
  if (said === '=' || said === '!=') return sayAnswer(path, [value], said === '=', lexicon);
  const noun = nounOf(path, lexicon);
  const day = sayValue(path, value, lexicon);
  return { th: `${noun.th}${DAY_WORDS[said].th}วันที่ ${day.th}`, en: `${noun.en} ${verbOf(noun)} ${DAY_WORDS[said].en} ${day.en}` };
}

function sayAnswer(path: string, values: readonly unknown[], isSo: boolean, lexicon: Lexicon): Text {
  const choices = sayChoices(path, values, lexicon);
  if (path.startsWith('place.')) {
    const noun = nounOf(path, lexicon);
    return { th: `${noun.th}${isSo ? 'คือ' : 'ไม่ใช่'}${choices.th}`, en: `${noun.en} ${isSo ? 'is' : 'is not'} ${choices.en}` };
  }
  const title = quoted(titleOf(path, lexicon));
  return { th: `ข้อ${title.th} ${isSo ? 'ตอบว่า' : 'ไม่ได้ตอบว่า'}${choices.th}`, en: `the answer to ${title.en} ${isSo ? 'is' : 'is not'} ${choices.en}` };
}

function relate(noun: Text, relation: Relation, value: Text): Text {
  return { th: `${noun.th}${NUMBER_WORDS[relation].th.replace('#', value.th)}`, en: `${noun.en} ${verbOf(noun)} ${NUMBER_WORDS[relation].en.replace('#', value.en)}` };
}

const NUMBER_WORDS: Record<Relation, Text> = {
  '=': { th: 'เท่ากับ #', en: '#' },
  '!=': { th: 'ไม่เท่ากับ #', en: 'not #' },
  '<': { th: 'น้อยกว่า #', en: 'less than #' },
  '<=': { th: 'ไม่เกิน #', en: 'at most #' },
  '>': { th: 'เกิน #', en: 'more than #' },
  '>=': { th: 'ตั้งแต่ # ขึ้นไป', en: 'at least #' },
};

const DAY_WORDS: Record<Relation, Text> = {
  '=': { th: 'ตรงกับ', en: 'the same as' },
  '!=': { th: 'ไม่ตรงกับ', en: 'not the same as' },
  '<': { th: 'ก่อน', en: 'before' },
  '<=': { th: 'ไม่หลัง', en: 'not after' },
  '>': { th: 'หลัง', en: 'after' },
  '>=': { th: 'ตั้งแต่', en: 'not before' },
};
