import { advance, open, type Facts, type LicenceDefinition, type StoredState } from '@anuyat/licence-kit';
import { libraryCard } from '@anuyat/licence-kit/testing';
import type { Filed, SeenLine } from '../filed';

export const DAY = 86_400_000;
export const START = Date.UTC(2026, 0, 5, 3);

const answers: Facts = { reader: { name: 'สมหญิง', age: 30 }, wish: { rareBooks: 3, purpose: 'pleasure' } };
const WAY = ['submitted', 'desk.accepted', 'vault.accepted', 'vault.inspectionPlanned', 'vault.inspectionRecorded', 'desk.approved', 'vault.approved', 'fee.paid', 'licence.issued'];

/** A card whose way is known beforehand. */
export interface MadeUpCard {
  filed: Filed;
  lines: SeenLine[];
}

let states: { type: string; state: StoredState }[] | undefined;

/** The states of a card that goes the whole way; two lanes, then the fee. */
function wholeWay(definition: LicenceDefinition): { type: string; state: StoredState }[] {
  let step = open(definition, answers);
  return WAY.map((type) => {
    if (type !== 'submitted') step = advance(definition, step.state, type, answers);
    return { type, state: step.state };
  });
}

const definition = libraryCard();

/** @param moments days after the filing at which each later event of the way happens, in order. */
export function card(id: string, filedOn: number, moments: readonly number[], office = 'bma-1039-registry'): MadeUpCard {
  states ??= wholeWay(definition);
  const filed: Filed = { id, caseId: `case-${id}`, code: definition.code, definition, offices: { desk: { office }, vault: { office } } };
  return { filed, lines: states.slice(0, moments.length + 1).map(({ type, state }, at) => ({ revision: at + 1, type, at: START + (filedOn + (at === 0 ? 0 : moments[at - 1] ?? 0)) * DAY, state })) };
}

/** A withdrawal some days after the filing. */
export function withdrawn(made: MadeUpCard, days: number): MadeUpCard {
  const [first] = made.lines;
  if (!first) throw new Error('It was never filed.');
  const lines = made.lines.filter(({ at }) => at < first.at + days * DAY);
  return { ...made, lines: [...lines, { revision: lines.length + 1, type: 'withdrawn', at: first.at + days * DAY, state: { value: 'withdrawn' } }] };
}

/** A small generator of numbers that repeats itself. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    return ((state >>> 8) & 0xffffff) / 0x1000000;
  };
}

/** Cards filed one after another; the slow office takes three times as long. @param slower by how much at which part of all. */
export function cards(count: number, slower: (part: number) => number = () => 1, seed = 11): MadeUpCard[] {
  const next = random(seed);
  return Array.from({ length: count }, (_, at) => {
    const isSlow = next() < 0.5;
    const unit = (isSlow ? 6 : 2) * slower(at / count);
    let day = 0;
    const moments = WAY.slice(1).map(() => (day += unit * -Math.log(1 - next() * 0.999) * 0.6));
    return card(`card-${at}`, at / 4, moments, isSlow ? 'bma-1039-revenue' : 'bma-1039-registry');
  });
}
