import fc from 'fast-check';
import { acceptedEvents, advance, grounds, holdersOf, open, OWN_TRACK, type LicenceDefinition, type StoredState } from '@anuyat/licence-kit';
import { libraryCard } from '@anuyat/licence-kit/testing';
import { stretchesOf, type Stretch } from './stretches';
import { ledgerOf, type Step } from './told-ledger';

const RECEIVED = new Date('2026-11-23T01:30:00Z');
const card = libraryCard();
const facts = { reader: { name: 'Mali', age: 30 }, wish: { rareBooks: 3, purpose: 'pleasure' } };

/** A random life: which of the accepted events comes, and how long after the one before; the first may come before the legal receipt. */
const life = fc.record({
  filedBefore: fc.constantFrom(0, 3_600_000, 172_800_000),
  steps: fc.array(fc.record({ pick: fc.nat(), after: fc.constantFrom(0, 1, 1_000, 86_400_000, 604_800_000) }), { maxLength: 40 }),
});

function walk(definition: LicenceDefinition, { filedBefore, steps }: { filedBefore: number; steps: { pick: number; after: number }[] }): Step[] {
  let at = RECEIVED.getTime() - filedBefore;
  let state: StoredState = open(definition, facts).state;
  const history: Step[] = [{ revision: 1, at: new Date(at), state }];
  for (const { pick, after } of steps) {
    const accepted = acceptedEvents(definition, state);
    if (accepted.length === 0) break;
    at += after;
    state = advance(definition, state, accepted[pick % accepted.length] ?? '', facts).state;
    history.push({ revision: history.length + 1, at: new Date(at), state });
  }
  return history;
}

/** What is not as it must be of the time that stretches share out. */
function faultsOf(definition: LicenceDefinition, history: Step[], stretches: Stretch[]): string[] {
  const last = history.at(-1) as Step;
  const hasEnded = holdersOf(definition, last.state.value)[OWN_TRACK]?.party === 'nobody';
  const end = Math.max(last.at.getTime(), RECEIVED.getTime());
  const faults: string[] = [];
  for (const [track, own] of Map.groupBy(stretches, (stretch) => stretch.track)) {
    const first = own[0] as Stretch;
    const final = own.at(-1) as Stretch;
    if (track === OWN_TRACK && first.from.getTime() !== RECEIVED.getTime()) faults.push(`${track} does not begin with the receipt`);
    if (track === OWN_TRACK && (final.until === null) !== !hasEnded) faults.push(`${track} does not end with the application`);
    if (hasEnded && final.until === null) faults.push(`${track} goes on after the end`);
    if (final.until && final.until.getTime() > end) faults.push(`${track} ends after the end`);
    for (const [at, { until }] of own.entries()) if (own[at + 1] && until?.getTime() !== own[at + 1]?.from.getTime() && track === OWN_TRACK) faults.push(`${track} has a gap or an overlap`);
    if (own.some(({ from, until }) => until !== null && until <= from)) faults.push(`${track} has time that lasts no time`);
    if (own.some(({ ground }) => !Object.hasOwn(grounds, ground ?? ''))) faults.push(`${track} has time without a ground`);
  }
  return faults;
}

describe('the clock ledger', () => {
  it('gives every moment from the receipt to the end to exactly one party on each track, in every life', () => {
    fc.assert(fc.property(life, (told) => {
      const history = walk(card, told);
      const lines = ledgerOf(card, RECEIVED, history);
      expect(faultsOf(card, history, stretchesOf(lines))).toEqual([]);
    }), { numRuns: 400 });
  });

  it('agrees at every moment with the state of then', () => {
    fc.assert(fc.property(life, (told) => {
      const history = walk(card, told);
      const stretches = stretchesOf(ledgerOf(card, RECEIVED, history));
      for (const [at, { at: from, state }] of history.entries()) {
        const until = history[at + 1]?.at ?? new Date(from.getTime() + 1_000);
        if (until <= from || from < RECEIVED) continue;
        const running = stretches.filter((stretch) => stretch.from <= from && (stretch.until === null || stretch.until > from));
        const held = Object.entries(holdersOf(card, state.value)).filter(([, { party }]) => party !== 'nobody').map(([track, { party }]) => `${track} ${party}`);
        expect(running.map(({ track, party }) => `${track} ${party}`).toSorted()).toEqual(held.toSorted());
      }
    }), { numRuns: 200 });
  });

  it('counts nothing before the legal receipt', () => {
    const filed = { revision: 1, at: new Date('2026-11-22T03:00:00Z'), state: open(card, facts).state };
    const found = advance(card, filed.state, 'desk.asked', facts);
    const asked = { revision: 2, at: new Date('2026-11-22T04:00:00Z'), state: advance(card, found.state, 'desk.told', facts).state };
    const stretches = stretchesOf(ledgerOf(card, RECEIVED, [filed, asked]));
    expect(stretches.filter(({ track }) => track === 'desk')).toEqual([{ track: 'desk', party: 'applicant', ground: 'defect-notice', from: RECEIVED, until: null }]);
  });

  it('has no track for a lane that is not needed', () => {
    const noBooks = { ...facts, wish: { rareBooks: 0, purpose: 'pleasure' } };
    const tracks = ledgerOf(card, RECEIVED, [{ revision: 1, at: RECEIVED, state: open(card, noBooks).state }]).map(({ track }) => track);
    expect(tracks).toEqual(['desk', 'application']);
  });
});
