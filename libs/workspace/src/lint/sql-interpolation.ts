import type { Rule } from 'eslint';
import type { Expression, SpreadElement, TemplateLiteral } from 'estree';

/** Names written in capitals are constants of the module; the two `escape…` functions quote what they are given. */
function isSafe(node: Expression): boolean {
  if (node.type === 'Identifier') return /^[A-Z][A-Z0-9_]*$/.test(node.name);
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false;
  const { property } = node.callee;
  return property.type === 'Identifier' && /^escape(Identifier|Literal)$/.test(property.name);
}

const isTemplate = (node: Expression | SpreadElement | undefined): node is TemplateLiteral => node?.type === 'TemplateLiteral';

/** ESLint rule: a value enters SQL as a parameter, never as a piece of the statement. */
export const sqlInterpolation: Rule.RuleModule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { interpolated: 'Hand values to SQL as parameters ($1, $2 …). Only a CONSTANT of the module or escapeIdentifier/escapeLiteral may stand in a statement.' },
  },
  create(context) {
    return {
      CallExpression(node) {
        const { callee } = node;
        if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier' || callee.property.name !== 'query') return;
        const [statement] = node.arguments;
        if (!isTemplate(statement)) return;
        for (const part of statement.expressions) if (!isSafe(part)) context.report({ node: part, messageId: 'interpolated' });
      },
    };
  },
};
