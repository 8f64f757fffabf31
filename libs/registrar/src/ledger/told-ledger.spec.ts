import fc from 'fast-check';
import { acceptedEvents, advance, defineAppeal, grounds, holdersOf, open, OWN_TRACK, type Facts, type LicenceDefinition, type StoredState } from '@anuyat/licence-kit';
import { libraryCard } from '@anuyat/licence-kit/testing';
import { stretchesOf, type Stretch } from './stretches';
import { ledgerOf, type Step } from './told-ledger';

const RECEIVED = new Date('2026-11-23T01:30:00Z');
const FOR_EVER = new Date(8_640_000_000_000_000);
const card = libraryCard();
const facts = { reader: { name: 'Mali', age: 30 }, wish: { rareBooks: 3, purpose: 'pleasure' } };

const clock = { days: 30, unit: 'calendar' as const, source: { from: 'spec', isVerified: true, effectiveFrom: '2026-01-01' } };
const texts = { title: 'Appeal', summary: 'Appeal', 'lanes.issuer': 'Issuer', 'lanes.superior': 'Superior' };
const appeal = defineAppeal({ code: 'appeal', version: 1, law: 'commercial-registration', citations: [], issuer: clock, superior: clock, extension: clock, texts: { th: texts, en: texts } });

/** Ways that a life may take before chance has its say. */
interface Way {
  definition: LicenceDefinition;
  facts: Facts;
  through: readonly string[];
}

const ways: Record<string, Way> = {
  'from the filing': { definition: card, facts, through: [] },
  'through a hearing': { definition: card, facts, through: ['desk.accepted', 'desk.refusalIntended'] },
  'through a hearing that was answered': { definition: card, facts, through: ['desk.accepted', 'desk.refusalIntended', 'desk.heard'] },
  'through a review that was reopened': { definition: card, facts, through: ['desk.accepted', 'desk.approved', 'desk.reopened'] },
  'through an answer that reopens the other lane': { definition: card, facts, through: ['desk.accepted', 'desk.approved', 'vault.asked', 'vault.told', 'vault.answered', 'desk.reopened'] },
  'through an appeal': { definition: appeal, facts: { appeal: { isLate: false } }, through: [] },
  'through an appeal that went up and took longer': { definition: appeal, facts: { appeal: { isLate: false } }, through: ['issuer.sentUp', 'superior.extended'] },
  'through an appeal after its time': { definition: appeal, facts: { appeal: { isLate: true } }, through: ['issuer.admitted'] },
  'through what an appeal opened anew': { definition: card, facts, through: ['vault.carried', 'desk.remitted'] },
};

/** A random life: which of the accepted events comes, and how long after the one before; the first may come before the legal receipt. */
const life = fc.record({
  filedBefore: fc.constantFrom(0, 3_600_000, 172_800_000),
  steps: fc.array(fc.record({ pick: fc.nat(), after: fc.constantFrom(0, 1, 1_000, 86_400_000, 604_800_000) }), { maxLength: 40 }),
});

/** Lives a way to its end, and then by chance: what is due on the way has to be accepted there. */
function walk({ definition, facts, through }: Way, { filedBefore, steps }: { filedBefore: number; steps: { pick: number; after: number }[] }): Step[] {
  let at = RECEIVED.getTime() - filedBefore;
  let state: StoredState = open(definition, facts).state;
  const history: Step[] = [{ revision: 1, at: new Date(at), state }];
  for (const [nth, { pick, after }] of [...through.map(() => ({ pick: 0, after: 86_400_000 })), ...steps].entries()) {
    const accepted = acceptedEvents(definition, state);
    if (accepted.length === 0) break;
    at += after;
    state = advance(definition, state, through[nth] ?? accepted[pick % accepted.length] ?? '', facts).state;
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
    for (const [at, { until }] of own.entries()) if (own[at + 1] && (until ?? FOR_EVER) > (own[at + 1]?.from ?? RECEIVED)) faults.push(`${track} overlaps`);
    if (own.some(({ from, until }) => until !== null && until <= from)) faults.push(`${track} has time that lasts no time`);
    if (own.some(({ ground }) => !Object.hasOwn(grounds, ground ?? ''))) faults.push(`${track} has time without a ground`);
  }
  return faults;
}

describe('the clock ledger', () => {
  it.each(Object.entries(ways))('gives every moment from the receipt to the end to exactly one party on each track, %s', (_, way) => {
    fc.assert(fc.property(life, (told) => {
      const history = walk(way, told);
      const lines = ledgerOf(way.definition, RECEIVED, history);
      expect(faultsOf(way.definition, history, stretchesOf(lines))).toEqual([]);
    }), { numRuns: 150 });
  });

  it.each(Object.entries(ways))('agrees at every moment with the state of then, %s', (_, way) => {
    fc.assert(fc.property(life, (told) => {
      const history = walk(way, told);
      const stretches = stretchesOf(ledgerOf(way.definition, RECEIVED, history));
      for (const [at, { at: from, state }] of history.entries()) {
        const until = history[at + 1]?.at ?? new Date(from.getTime() + 1_000);
        if (until <= from || from < RECEIVED) continue;
        const running = stretches.filter((stretch) => stretch.from <= from && (stretch.until === null || stretch.until > from));
        const held = Object.entries(holdersOf(way.definition, state.value)).filter(([, { party }]) => party !== 'nobody').map(([track, { party }]) => `${track} ${party}`);
        expect(running.map(({ track, party }) => `${track} ${party}`).toSorted()).toEqual(held.toSorted());
      }
    }), { numRuns: 60 });
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
