import type { Rule } from 'eslint';

/** Checksum-valid numbers that belong to nobody; tests and personas use these. */
const dummies = new Set(['1234567890121', '8999900000011', '0105999999994', '0205568000016', '0215568000024', '0245568000032', '0103568000015', '0107568000019', '0993000099991']);

/** The check digit that persons' and companies' numbers share. */
function hasCheckDigit(digits: string): boolean {
  const sum = [...digits.slice(0, 12)].reduce((total, digit, index) => total + Number(digit) * (13 - index), 0);
  return (11 - (sum % 11)) % 10 === Number(digits[12]);
}

/** No province has the number 99, and no company was founded in the year 2999. */
function isVisiblyInvented(digits: string): boolean {
  return digits.startsWith('0') ? digits.slice(4, 7) === '999' : digits.slice(1, 3) === '99';
}

/** The numbers in a text that a living person or a real company could have. */
export function findRealLookingIds(text: string): string[] {
  const found = text.match(/(?<![\d.])\d{13}(?![\d.]\d?)/g) ?? [];
  return found.filter((digits) => hasCheckDigit(digits) && !dummies.has(digits) && !isVisiblyInvented(digits));
}

/** ESLint rule: no 13-digit number in code may be one that somebody could have. */
export const realIds: Rule.RuleModule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { real: '{{id}} could be a real person or company. Use a dummy number, or one whose province is 99 (persons) or whose year is 999 (companies).' },
  },
  create(context) {
    const check = (node: Rule.Node, text: string) => {
      for (const id of findRealLookingIds(text)) context.report({ node, messageId: 'real', data: { id } });
    };
    return {
      Literal: (node) => check(node as Rule.Node, String(node.raw ?? '')),
      TemplateElement: (node) => check(node as unknown as Rule.Node, node.value.raw),
    };
  },
};
