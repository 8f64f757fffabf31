import type { Diagram, DiagramEdge, DiagramNode, Text } from '@anuyat/licence-kit';
import { wrap } from '../line-map/shapes';
import { DIAGRAM_WORDS } from './diagram-words';

/** The drawing in whole pixels. */
export interface DiagramShape {
  width: number;
  height: number;
  frames: { x: number; y: number; width: number; height: number; title: string[] }[];
  boxes: BoxShape[];
  ways: { path: string; kind: 'on' | 'over' | 'back' }[];
  labels: { x: number; y: number; anchor: 'start' | 'middle' | 'end'; lines: string[] }[];
}

export interface BoxShape {
  id: string;
  x: number;
  y: number;
  width: number;
  height: number;
  lines: string[];
  node: DiagramNode;
  /** Ways out of the reviews, each told where it starts: a long arrow to the end would cross everything. */
  exits: string[];
}

const BOX = 184;
const LEFT = 96;
const RIGHT = 118;
const LANE = LEFT + BOX + RIGHT;
const GAP = 44;
const PAD = 24;
const HEAD = 44;
const LINE = 18;

/** Boxes of a column from above to below, each with the rows that its words take. */
interface Column {
  nodes: DiagramNode[];
  x: number;
}

/**
 * Lanes as columns, side by side, with their states below each other in the order of the way; what comes before stands above them,
 * what comes after below. Ways to the next state run straight, ways further on to the right, ways back to the left, so that none cross.
 */
export function layOut({ groups, nodes, edges }: Diagram, say: (text: Text) => string): DiagramShape {
  const lanes = groups.map(({ id }, at): Column => ({ nodes: inOrder(nodes.filter(({ group }) => group === id), edges), x: PAD + at * LANE }));
  const width = PAD * 2 + Math.max(1, groups.length) * LANE;
  const outside = nodes.filter(({ group }) => group === null);
  const isAfter = reachedFrom(edges, nodes.filter(({ group }) => group !== null).map(({ id }) => id));
  const ends = outside.filter(({ outcome }) => outcome !== undefined && outcome !== 'issued');
  const main = outside.filter((node) => !ends.includes(node));
  const centre = PAD + (Math.max(1, groups.length) - 1) * (LANE / 2);
  const before: Column = { nodes: inOrder(main.filter(({ id }) => !isAfter.has(id)), edges), x: centre };
  const after: Column = { nodes: inOrder(main.filter(({ id }) => isAfter.has(id)), edges), x: centre };

  const drawn = new Drawing(edges, new Set(ends.map(({ id }) => id)), nodes, say);
  const top = drawn.column(before, PAD);
  const inner = Math.max(top, ...lanes.map((lane) => drawn.column(lane, top + HEAD)));
  const bottom = drawn.column(after, inner + PAD + GAP);
  const endRow = drawn.row(ends, bottom, width);
  drawn.wayFrom(before.nodes.at(-1), lanes, after.nodes[0]);
  return {
    width, height: endRow + PAD,
    frames: groups.map(({ title }, at) => ({ x: PAD + at * LANE + 4, y: top, width: LANE - 8, height: inner - top, title: wrap(say(title), LANE - 40, 'title', 1) })),
    boxes: drawn.boxes, ways: drawn.ways, labels: drawn.labels,
  };
}

/** Boxes, ways and words as they are put on the sheet. */
class Drawing {
  readonly boxes: BoxShape[] = [];
  readonly ways: DiagramShape['ways'] = [];
  readonly labels: DiagramShape['labels'] = [];

  constructor(
    private readonly edges: readonly DiagramEdge[],
    private readonly ends: ReadonlySet<string>,
    private readonly nodes: readonly DiagramNode[],
    private readonly say: (text: Text) => string,
  ) {}

  /** @returns where the column ends. */
  column({ nodes, x }: Column, from: number): number {
    let y = from;
    const placed = nodes.map((node, at) => {
      const box = this.box(node, x + LEFT, y, at < nodes.length - 1 ? this.intoReviews(node) : undefined);
      y += box.height + GAP;
      return box;
    });
    placed.forEach((box, at) => this.edges.filter((edge) => edge.from === box.id && !edge.isFromAnywhere).forEach((edge) => {
      const to = placed.findIndex(({ id }) => id === edge.to);
      const target = placed[to];
      if (target) this.way(box, target, to - at, edge);
    }));
    return y;
  }

  /** Ends beside each other. @returns where the row ends. */
  row(nodes: DiagramNode[], y: number, width: number): number {
    const perRow = Math.max(1, Math.floor((width - PAD) / (BOX + PAD)));
    const start = Math.max(PAD, Math.round((width - Math.min(nodes.length, perRow) * (BOX + PAD) + PAD) / 2));
    nodes.forEach((node, at) => this.box(node, start + (at % perRow) * (BOX + PAD), y + Math.floor(at / perRow) * 70));
    return y + Math.ceil(nodes.length / perRow) * 70;
  }

  /** From what comes before into every lane, and from every lane to what comes after. */
  wayFrom(before: DiagramNode | undefined, lanes: readonly Column[], after: DiagramNode | undefined): void {
    const find = (node: DiagramNode | undefined) => this.boxes.find(({ id }) => id === node?.id);
    const [above, below] = [find(before), find(after)];
    for (const lane of lanes) {
      const [first, last] = [find(lane.nodes[0]), find(lane.nodes.filter(({ kind }) => kind === 'end').at(-1) ?? lane.nodes.at(-1))];
      if (above && first) this.ways.push({ kind: 'on', path: stepped(middle(above), above.y + above.height, middle(first), first.y, above.y + above.height + GAP / 2) });
      if (below && last) this.ways.push({ kind: 'on', path: stepped(middle(last), last.y + last.height, middle(below), below.y, below.y - GAP / 2) });
    }
  }

  /** The way straight into the reviews, of a state above them that is not the last. */
  private intoReviews({ id, group }: DiagramNode): string | undefined {
    const way = group === null ? this.edges.find((edge) => edge.from === id && this.nodes.some((node) => node.id === edge.to && node.group !== null)) : undefined;
    return way && told(this.say(way.title), this.say(DIAGRAM_WORDS.reviews));
  }

  private box(node: DiagramNode, x: number, y: number, goesOn?: string): BoxShape {
    const lines = wrap(this.say(node.title), BOX - 24, 'label', 3);
    const exits = this.edges.filter((edge) => edge.from === node.id && this.ends.has(edge.to) && node.outcome === undefined).flatMap((edge) => {
      const end = this.nodes.find(({ id }) => id === edge.to);
      return end ? wrap(told(this.say(edge.title), this.say(end.title)), BOX - 20, 'subtitle', 2) : [];
    });
    if (goesOn) exits.push(...wrap(goesOn, BOX - 20, 'subtitle', 2));
    const box = { id: node.id, x, y, width: BOX, height: 22 + lines.length * LINE + exits.length * 16, lines, node, exits };
    this.boxes.push(box);
    return box;
  }

  private way(from: BoxShape, to: BoxShape, by: number, { title }: DiagramEdge): void {
    const words = this.say(title);
    if (by === 1) {
      this.ways.push({ kind: 'on', path: `M${middle(from)} ${from.y + from.height}V${to.y}` });
      this.label(middle(from) + 8, from.y + from.height + GAP / 2 + 4, 'start', words, BOX / 2 + RIGHT - 16);
      return;
    }
    const isBack = by < 0;
    const side = isBack ? from.x : from.x + BOX;
    const reach = side + (isBack ? -1 : 1) * Math.min(60, 16 + Math.abs(by) * 10);
    const [start, end] = [from.y + from.height / 2 + (isBack ? -6 : 6), to.y + to.height / 2 + (isBack ? 6 : -6)];
    this.ways.push({ kind: isBack ? 'back' : 'over', path: `M${side} ${start}C${reach} ${start} ${reach} ${start + (isBack ? -20 : 20)} ${reach} ${start + (isBack ? -30 : 30)}V${end + (isBack ? 30 : -30)}C${reach} ${end} ${reach} ${end} ${side} ${end}` });
    this.label(side + (isBack ? -8 : 8), start + (isBack ? -14 : -10), isBack ? 'end' : 'start', words, (isBack ? LEFT : RIGHT) - 16);
  }

  private label(x: number, y: number, anchor: 'start' | 'end', words: string, width: number): void {
    if (words !== '') this.labels.push({ x, y, anchor, lines: wrap(words, width, 'subtitle', 2) });
  }
}

/** Where the act and the end have one name, it is said once. */
function told(act: string, end: string): string {
  return act === end || act === '' ? `→ ${end}` : `${act} → ${end}`;
}

function middle({ x }: BoxShape): number {
  return x + BOX / 2;
}

function stepped(fromX: number, fromY: number, toX: number, toY: number, bend: number): string {
  return fromX === toX ? `M${fromX} ${fromY}V${toY}` : `M${fromX} ${fromY}V${bend}H${toX}V${toY}`;
}

/** The states of a column in the order of the way: a state stands below all that lead to it, ways back aside. */
function inOrder(nodes: DiagramNode[], edges: readonly DiagramEdge[]): DiagramNode[] {
  const own = new Set(nodes.map(({ id }) => id));
  const next = (id: string) => edges.filter((edge) => edge.from === id && own.has(edge.to) && !edge.isFromAnywhere).map(({ to }) => to);
  const order: string[] = [];
  const seen = new Set<string>();
  const visit = (id: string): void => {
    if (seen.has(id)) return;
    seen.add(id);
    next(id).toReversed().forEach(visit);
    order.unshift(id);
  };
  const starts = nodes.filter(({ kind }) => kind === 'start');
  const rest = nodes.filter(({ kind }) => kind !== 'start');
  for (const { id } of [...starts, ...rest]) if (!seen.has(id)) visit(id);
  const placeOf = new Map(order.map((id, at) => [id, at]));
  return [...nodes].sort((a, b) => Number(a.kind === 'end') - Number(b.kind === 'end') || (placeOf.get(a.id) ?? 0) - (placeOf.get(b.id) ?? 0));
}

function reachedFrom(edges: readonly DiagramEdge[], starts: readonly string[]): Set<string> {
  const reached = new Set(starts);
  for (let grown = -1; grown !== reached.size;) {
    grown = reached.size;
    for (const { from, to } of edges) if (reached.has(from)) reached.add(to);
  }
  return reached;
}
