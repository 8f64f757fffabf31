import { cached } from './cached';
import { childrenOf, nameOf, parse, type SyntaxNode } from './parse';

/** A fact that a rule reads, and where in its text. */
export interface ReadName {
  /** Dotted; rows of a list have no number in it: `signs.isMoving`. */
  path: string;
  /** The other fact that a bare name inside a filter may be: the row's own comes first. */
  otherwise?: string;
  from: number;
  to: number;
}

/** What a name stands for here: a fact's path, or a value that the rule made itself. */
type Scope = Readonly<Record<string, string | null>>;

interface Reader {
  rule: string;
  found: ReadName[];
  calls: { name: string; from: number; to: number }[];
  roots: Set<string>;
}

const readings = cached((rule) => read(parse(rule), rule));

/**
 * The facts that a rule reads, each once, in the order of the text.
 * `some x in signs satisfies x.isMoving` reads `signs` and `signs.isMoving`.
 * A bare name in a filter is the row's own field, unless `isKnown` knows it only as a fact outside the row.
 */
export function namesIn(rule: string, isKnown: (path: string) => boolean = () => false): string[] {
  const paths = readings(rule).found.map(({ path, otherwise }) => (otherwise !== undefined && !isKnown(path) && isKnown(otherwise) ? otherwise : path));
  return [...new Set(paths)];
}

/** As {@link namesIn}, with positions and with both readings of a bare name in a filter. */
export function namesAndPlacesIn(rule: string): readonly ReadName[] {
  return readings(rule).found;
}

/** The functions that a rule calls. */
export function callsIn(rule: string): readonly { name: string; from: number; to: number }[] {
  return readings(rule).calls;
}

/** First parts of all names that a rule does not define itself. */
export function freeRoots(expression: SyntaxNode, rule: string): string[] {
  return [...read(expression, rule).roots];
}

function read(expression: SyntaxNode, rule: string): Reader {
  const reader: Reader = { rule, found: [], calls: [], roots: new Set() };
  visit(reader, expression, emptyScope, null);
  return reader;
}

const emptyScope: Scope = Object.freeze(Object.create(null) as Scope);

function withName(scope: Scope, name: string, value: string | null): Scope {
  return Object.assign(Object.create(null), scope, { [name]: value }) as Scope;
}

/** Records what a node reads and returns the path of the fact that it is, if it is one. */
function visit(reader: Reader, node: SyntaxNode, scope: Scope, row: string | null): string | null {
  switch (node.name) {
    case 'VariableName': {
      const at = variable(reader, node, scope, row);
      if (at) note(reader, node, at);
      return at?.path ?? null;
    }
    case 'PathExpression': {
      const at = pathOf(reader, node, scope, row);
      if (at) note(reader, node, at);
      return at?.path ?? null;
    }
    case 'FilterExpression':
      return visitFilter(reader, node, scope, row);
    case 'ForExpression':
    case 'QuantifiedExpression':
      return visitLoop(reader, node, scope, row);
    case 'FunctionInvocation': {
      const [head, ...rest] = childrenOf(node);
      if (head?.name === 'VariableName') reader.calls.push({ name: nameOf(head, reader.rule), from: head.from, to: head.to });
      else if (head) visit(reader, head, scope, row);
      for (const child of rest) visit(reader, child, scope, row);
      return null;
    }
    case 'FunctionDefinition': {
      let inner = scope;
      for (const child of childrenOf(node)) {
        if (child.name === 'FormalParameters') {
          for (const parameter of childrenOf(child)) inner = withName(inner, nameOf(childrenOf(parameter)[0] ?? parameter, reader.rule), null);
        } else visit(reader, child, inner, row);
      }
      return null;
    }
    case 'Context': {
      let inner = scope;
      for (const entry of childrenOf(node)) {
        const [key, value] = childrenOf(entry);
        if (entry.name !== 'ContextEntry' || !key || !value) continue;
        inner = withName(inner, nameOf(key, reader.rule), visit(reader, value, inner, row));
      }
      return null;
    }
    case 'NamedParameter': {
      const value = childrenOf(node).at(-1);
      if (value) visit(reader, value, scope, row);
      return null;
    }
    case 'ParenthesizedExpression': {
      let only: string | null = null;
      for (const child of childrenOf(node)) only = visit(reader, child, scope, row) ?? only;
      return only;
    }
    case 'Type':
      return null;
    default:
      for (const child of childrenOf(node)) visit(reader, child, scope, row);
      return null;
  }
}

type At = Pick<ReadName, 'path' | 'otherwise'>;

function note(reader: Reader, node: SyntaxNode, at: At): void {
  reader.found.push({ ...at, from: node.from, to: node.to });
}

function variable(reader: Reader, node: SyntaxNode, scope: Scope, row: string | null): At | null {
  const name = nameOf(node, reader.rule);
  if (name in scope) {
    const path = scope[name] ?? null;
    return path === null ? null : { path };
  }
  reader.roots.add(name);
  return row === null ? { path: name } : { path: `${row}.${name}`, otherwise: name };
}

/** `a.b.c` is one name; what stands before a call or a filter is read on its own. */
function pathOf(reader: Reader, node: SyntaxNode, scope: Scope, row: string | null): At | null {
  const [target, , last] = childrenOf(node);
  if (!target || !last) return null;
  const before =
    target.name === 'VariableName' ? variable(reader, target, scope, row)
    : target.name === 'PathExpression' ? pathOf(reader, target, scope, row)
    : asAt(visit(reader, target, scope, row));
  if (!before) return null;
  const step = nameOf(last, reader.rule);
  return { path: `${before.path}.${step}`, ...(before.otherwise ? { otherwise: `${before.otherwise}.${step}` } : {}) };
}

function asAt(path: string | null): At | null {
  return path === null ? null : { path };
}

function visitFilter(reader: Reader, node: SyntaxNode, scope: Scope, row: string | null): string | null {
  const [target, , condition] = childrenOf(node);
  const list = target ? visit(reader, target, scope, row) : null;
  if (condition) visit(reader, condition, list === null ? scope : withName(scope, 'item', list), list ?? row);
  return list;
}

function visitLoop(reader: Reader, node: SyntaxNode, scope: Scope, row: string | null): null {
  let inner = withName(scope, 'partial', null);
  for (const child of childrenOf(node)) {
    if (child.name !== 'InExpressions') {
      visit(reader, child, inner, row);
      continue;
    }
    for (const each of childrenOf(child)) {
      const [name, , context] = childrenOf(each);
      if (!name || !context) continue;
      const parts = childrenOf(context).map((part) => visit(reader, part, inner, row));
      inner = withName(inner, nameOf(name, reader.rule), parts.length === 1 ? (parts[0] ?? null) : null);
    }
  }
  return null;
}
