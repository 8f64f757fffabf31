import { sizeOf, type ProcessFlow, type ProcessGraph, type ProcessNode } from './process-graph';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Layout {
  pool: Box;
  rows: ReadonlyMap<string, Box>;
  nodes: ReadonlyMap<string, Box>;
  flows: ReadonlyMap<string, { x: number; y: number }[]>;
}

const LEFT = 160;
const TOP = 80;
const TITLE = 30;
const COLUMN = 230;
const SLOT = 130;

/** Columns by how far something is from the start, rows by who acts; what meets in one cell stands below each other. */
export function layOut(graph: ProcessGraph): Layout {
  const standing = graph.nodes.filter(({ kind }) => kind !== 'boundaryEvent');
  const columns = columnsOf(graph);
  const slots = new Map<string, number>();
  const slotOf = new Map<string, number>();
  for (const { id, row } of standing) {
    const cell = `${row} ${columns.get(id) ?? 0}`;
    slotOf.set(id, slots.get(cell) ?? 0);
    slots.set(cell, (slots.get(cell) ?? 0) + 1);
  }
  const width = 2 * TITLE + COLUMN * (1 + Math.max(...columns.values()));
  const rows = new Map<string, Box>();
  let y = TOP;
  for (const { id } of graph.rows) {
    const most = Math.max(1, ...[...slots].filter(([cell]) => cell.startsWith(`${id} `)).map(([, count]) => count));
    rows.set(id, { x: LEFT + TITLE, y, width: width - TITLE, height: most * SLOT });
    y += most * SLOT;
  }
  const nodes = new Map<string, Box>();
  for (const node of standing) {
    const { width: wide, height } = sizeOf(node);
    const x = LEFT + 2 * TITLE + COLUMN * (columns.get(node.id) ?? 0) + (COLUMN - TITLE - wide) / 2;
    nodes.set(node.id, { x, y: (rows.get(node.row)?.y ?? TOP) + SLOT * (slotOf.get(node.id) ?? 0) + (SLOT - height) / 2, width: wide, height });
  }
  placeTimers(graph, nodes);
  const flows = new Map(graph.flows.map((flow) => [flow.id, pathOf(flow, graph, nodes)]));
  return { pool: { x: LEFT, y: TOP, width, height: y - TOP }, rows, nodes, flows };
}

function placeTimers(graph: ProcessGraph, nodes: Map<string, Box>): void {
  const used = new Map<string, number>();
  for (const node of graph.nodes) {
    const host = node.timer && nodes.get(node.timer.on);
    if (!node.timer || !host) continue;
    const at = used.get(node.timer.on) ?? 0;
    used.set(node.timer.on, at + 1);
    const { width, height } = sizeOf(node);
    nodes.set(node.id, { x: host.x + 6 + at * (width + 4), y: host.y + host.height - height / 2, width, height });
  }
}

/** The longest way from the start, where ways back do not count; a timer stands where its task does. */
function columnsOf({ nodes, flows }: ProcessGraph): ReadonlyMap<string, number> {
  const host = new Map(nodes.flatMap(({ id, timer }): [string, string][] => (timer ? [[id, timer.on]] : [])));
  const next = new Map<string, string[]>();
  for (const { from, to } of flows) {
    const source = host.get(from) ?? from;
    next.set(source, [...(next.get(source) ?? []), to]);
  }
  const columns = new Map<string, number>(nodes.map(({ id }) => [id, 0]));
  const onTheWay = new Set<string>();
  const push = (id: string, column: number): void => {
    if (onTheWay.has(id) || (columns.get(id) ?? 0) > column) return;
    columns.set(id, column);
    onTheWay.add(id);
    for (const to of next.get(id) ?? []) push(to, column + 1);
    onTheWay.delete(id);
  };
  push('start', 0);
  for (const { id, kind } of nodes) if (kind === 'subProcess') columns.set(id, 1);
  return columns;
}

function pathOf({ from, to }: ProcessFlow, graph: ProcessGraph, nodes: ReadonlyMap<string, Box>): { x: number; y: number }[] {
  const [source, target] = [nodes.get(from), nodes.get(to)];
  if (!source || !target) throw new Error(`The flow from "${from}" to "${to}" leads nowhere.`);
  const isTimer = graph.nodes.some((node: ProcessNode) => node.id === from && node.timer);
  const end = { x: target.x, y: target.y + target.height / 2 };
  if (isTimer) {
    const begin = { x: source.x + source.width / 2, y: source.y + source.height };
    return [begin, { x: begin.x, y: begin.y + 8 }, { x: end.x - 15, y: begin.y + 8 }, { x: end.x - 15, y: end.y }, end];
  }
  const begin = { x: source.x + source.width, y: source.y + source.height / 2 };
  const turn = end.x > begin.x ? end.x - 25 : begin.x + 15;
  return [begin, { x: turn, y: begin.y }, { x: turn, y: end.y }, end];
}
