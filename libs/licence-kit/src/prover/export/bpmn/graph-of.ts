import { actOf, findText, wordFor } from '../../../blocks/words';
import type { LicenceDefinition } from '../../../definition/licence-definition';
import type { GuardRef } from '../../../definition/machine';
import type { Text } from '../../../definition/text';
import { chartOf, findTarget, withAncestors, type Chart, type Move, type Place } from '../../chart';
import { laneOf, laneTitle } from '../../story';
import type { NodeKind, ProcessGraph, ProcessNode } from './process-graph';

const APPLICANT = 'applicant';
const PORTAL = 'portal';
const NOTHING: Text = { th: '', en: '' };

/**
 * A definition's machine as a process: a state that waits is a task in the row of whoever has to act, its events are the ways out of it,
 * rules are gateways, lanes are parallel branches, clocks are timers on their tasks. An event by which the whole application ends from
 * many places, as withdrawing does, is a process of its own that interrupts the rest.
 */
export function graphOf(definition: LicenceDefinition): ProcessGraph {
  return new Draughtsman(definition).draw();
}

class Draughtsman {
  private readonly chart: Chart;
  private readonly graph: ProcessGraph;
  private readonly clocks: ReadonlyMap<unknown, { days: number; unit: string }>;
  private readonly everywhere: ReadonlySet<string>;

  constructor(private readonly definition: LicenceDefinition) {
    this.chart = chartOf(definition.machine);
    const rows = [{ id: APPLICANT, name: { th: 'ผู้ยื่นคำขอ', en: 'Applicant' } }, ...definition.lanes.map(({ id }) => ({ id, name: laneTitle(definition, id) })), { id: PORTAL, name: { th: 'พอร์ทัล', en: 'Portal' } }];
    this.graph = { nodes: [], flows: [], rows };
    this.clocks = new Map(this.chart.effects.filter(({ effect }) => effect.type === 'startClock').map(({ effect: { params } }) => [params['then'], { days: Number(params['days']), unit: String(params['unit']) }]));
    const around = this.chart.moves.filter(({ event, from }) => event !== undefined && from.children.length > 0 && this.endOf(event) !== undefined);
    this.everywhere = new Set(around.flatMap(({ event }) => event ?? []));
  }

  draw(): ProcessGraph {
    this.node('start', 'startEvent', { th: 'ยื่นคำขอ', en: 'Submitted' }, PORTAL);
    for (const place of this.chart.places.values()) this.place(place);
    this.flow('start', this.entry(this.chart.top));
    for (const event of this.everywhere) this.node(idOf('event', event), 'subProcess', this.wordOf(event), PORTAL);
    return this.graph;
  }

  private place(place: Place): void {
    const { config, children } = place;
    if (config.type === 'parallel') this.parallel(place);
    else if (children.length > 0) return;
    else if (config.type === 'final') this.end(place);
    else if (config.always) this.gate(place);
    else this.task(place);
  }

  private parallel(place: Place): void {
    const [split, join] = [idOf('split', place.path), idOf('join', place.path)];
    this.node(split, 'parallelGateway', NOTHING, PORTAL);
    this.node(join, 'parallelGateway', NOTHING, PORTAL);
    for (const region of place.children) {
      const done = idOf('done', region.path);
      this.node(done, 'exclusiveGateway', NOTHING, this.rowOf(region));
      this.flow(split, this.entry(region));
      this.flow(done, join);
    }
    this.ways(join, place.moves.filter(({ isJoin }) => isJoin), PORTAL);
  }

  /** The end of a lane is where it waits for the others; only an end of the whole is an end of the process. */
  private end(place: Place): void {
    const leading = this.chart.moves.filter((move) => findTarget(this.chart, move) === place);
    if (regionOf(place) || leading.every(({ event }) => event !== undefined && this.everywhere.has(event))) return;
    this.node(idOf('end', place.path), 'endEvent', this.labelOf(place), PORTAL, { isTerminating: place.config.meta?.outcome !== 'issued' });
  }

  private gate(place: Place): void {
    const id = idOf('gate', place.path);
    this.node(id, 'exclusiveGateway', this.labelOf(place), this.rowOf(place));
    this.branches(id, place.moves.filter(({ event }) => event === undefined));
  }

  private task(place: Place): void {
    const id = idOf('task', place.path);
    const owner = place.config.meta?.owner;
    const isPersons = owner === APPLICANT || owner?.startsWith('office:') === true;
    this.node(id, isPersons ? 'userTask' : 'serviceTask', this.labelOf(place), this.rowOf(place));
    const moves = place.moves.filter(({ event }) => event !== undefined && !this.everywhere.has(event));
    for (const move of moves.filter(({ event }) => this.clocks.has(event))) this.timer(id, move, this.rowOf(place));
    this.ways(id, moves.filter((move) => !this.clocks.has(move.event) && this.goesOn(move)), this.rowOf(place));
  }

  private timer(on: string, move: Move, row: string): void {
    const id = `${on}_${idOf('timer', move.event ?? '')}`;
    const isInterrupting = this.goesOn(move);
    const { days = 0, unit = '' } = this.clocks.get(move.event) ?? {};
    this.node(id, 'boundaryEvent', this.wordOf(move.event), row, { timer: { on, days, unit, isInterrupting } });
    if (isInterrupting) {
      this.flow(id, this.target(move));
      return;
    }
    const told = `${id}_told`;
    this.node(told, 'endEvent', this.wordOf(move.event), row);
    this.flow(id, told);
  }

  /** One way leads straight on; of several, a gateway shows the choice. */
  private ways(from: string, moves: readonly Move[], row: string): void {
    const [only, ...more] = moves;
    if (!only) return;
    if (more.length === 0 && !only.config.guard) {
      this.flow(from, this.target(only), only);
      return;
    }
    const choice = `${from}_choice`;
    this.node(choice, 'exclusiveGateway', NOTHING, row);
    this.flow(from, choice);
    this.branches(choice, moves);
  }

  private branches(from: string, moves: readonly Move[]): void {
    for (const move of moves) this.flow(from, this.target(move), move, moves.length > 1 && move.event === undefined);
  }

  private goesOn(move: Move): boolean {
    return move.config.target !== undefined && findTarget(this.chart, move) !== move.from;
  }

  private target(move: Move): string {
    const place = findTarget(this.chart, move) ?? move.from;
    return move.config.elsewhere === undefined ? this.entry(place) : this.splitInto(place, move);
  }

  /** A way into one lane whose others are done already: each of these waits where the lanes come together. */
  private splitInto(place: Place, move: Move): string {
    const split = `${idOf('split', move.from.path)}_${idOf('again', move.event ?? '')}`;
    const region = regionOf(place);
    this.node(split, 'parallelGateway', NOTHING, PORTAL);
    this.flow(split, this.entry(place));
    for (const other of region?.parent?.children ?? []) if (other !== region) this.flow(split, idOf('done', other.path));
    return split;
  }

  private entry(place: Place): string {
    const { config, children, path } = place;
    if (config.type === 'parallel') return idOf('split', path);
    const first = children.find(({ key }) => key === config.initial);
    if (first) return this.entry(first);
    const region = regionOf(place);
    if (config.type === 'final') return region ? idOf('done', region.path) : idOf('end', path);
    return config.always ? idOf('gate', path) : idOf('task', path);
  }

  /** Where an event leads that ends the whole application from wherever it is taken. */
  private endOf(event: string): Place | undefined {
    const targets = [...new Set(this.chart.moves.filter((move) => move.event === event).map((move) => findTarget(this.chart, move)))];
    const [target] = targets;
    return targets.length === 1 && target?.config.type === 'final' && target.parent === this.chart.top ? target : undefined;
  }

  private rowOf(place: Place): string {
    const owner = withAncestors(place).find(({ config }) => config.meta?.owner)?.config.meta?.owner;
    const office = owner?.startsWith('office:') ? owner.slice('office:'.length) : undefined;
    const row = owner === APPLICANT ? APPLICANT : (office ?? laneOf(this.definition, place));
    return this.graph.rows.some(({ id }) => id === row) && row !== undefined ? row : PORTAL;
  }

  private labelOf(place: Place): Text {
    const key = place.config.meta?.label;
    return key === undefined ? NOTHING : (findText(this.definition.texts, key) ?? wordFor(key));
  }

  private wordOf(event: string | undefined): Text {
    const key = `event.${actOf(event ?? '')}`;
    return findText(this.definition.texts, key) ?? wordFor(key);
  }

  private node(id: string, kind: NodeKind, name: Text, row: string, more: Partial<ProcessNode> = {}): void {
    this.graph.nodes.push({ id, kind, name, row, ...more });
  }

  private flow(from: string, to: string, move?: Move, hasDefault = false): void {
    const condition = move && feelOf(move.config.guard);
    const isDefault = hasDefault && condition === undefined;
    this.graph.flows.push({ id: `flow_${this.graph.flows.length}`, from, to, ...(move?.event ? { name: this.wordOf(move.event) } : {}), ...(condition ? { condition } : {}), ...(isDefault ? { isDefault } : {}) });
  }
}

/** A guard in FEEL; the bill is a fact like any other. */
function feelOf(guard: GuardRef | undefined): string | undefined {
  switch (guard?.type) {
    case 'rule':
      return guard.params.rule ?? 'false';
    case 'feeIsDue':
      return 'fee > 0';
    case 'not':
      return `not(${feelOf(guard.params.guard) ?? 'true'})`;
    default:
      return undefined;
  }
}

function regionOf(place: Place): Place | undefined {
  return withAncestors(place).find(({ parent }) => parent?.config.type === 'parallel');
}

function idOf(kind: string, path: string): string {
  return `${kind}_${path.replace(/[^a-zA-Z0-9]/g, '_')}`;
}

