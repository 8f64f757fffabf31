import { parseExpression } from 'feelin';
import { cached } from './cached';
import { FeelSyntaxError } from './feel-syntax-error';

type Tree = ReturnType<typeof parseExpression>;
export type SyntaxNode = Tree['topNode'];

const trees = cached((rule) => parseExpression(rule, {}, undefined));

/**
 * The syntax tree of a rule. It is read without any facts at hand, so that one text means the same for everybody.
 * @throws FeelSyntaxError where the rule cannot be read.
 */
export function parse(rule: string): SyntaxNode {
  const tree = trees(rule);
  const fault = findSyntaxFault(tree, rule);
  if (fault) throw new FeelSyntaxError(rule, fault.from, fault.to);
  return expressionOf(tree);
}

/** Where a rule stops being FEEL; nothing for a rule that can be read. */
export function findSyntaxFaultOf(rule: string): { from: number; to: number } | undefined {
  return findSyntaxFault(trees(rule), rule);
}

function findSyntaxFault(tree: Tree, rule: string): { from: number; to: number } | undefined {
  let fault: { from: number; to: number } | undefined;
  tree.iterate({
    enter: (node) => {
      if (node.type.isError) fault ??= { from: node.from, to: Math.max(node.to, Math.min(node.from + 1, rule.length)) };
      return !fault;
    },
  });
  if (!fault && rule.trim() === '') return { from: 0, to: rule.length };
  return fault;
}

function expressionOf(tree: Tree): SyntaxNode {
  const top = tree.topNode;
  return childrenOf(top)[0] ?? top;
}

/** Children that mean something: comments and blanks are left out. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (!child.type.isSkipped) children.push(child);
  }
  return children;
}

/** The words of a name, single-spaced and without back-ticks. */
export function nameOf(node: SyntaxNode, rule: string): string {
  return rule.slice(node.from, node.to).replace(/`/g, '').replace(/\s+/g, ' ').trim();
}
