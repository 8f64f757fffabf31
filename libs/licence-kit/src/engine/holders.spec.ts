import { agencyReview } from '../blocks/agency-review';
import { grounds } from '../blocks/grounds';
import type { StateConfig } from '../definition/machine';
import { libraryCard } from '../testing/library-card';
import { advance, open } from './advance';
import { handoversBetween, holdersOf } from './holders';

const card = libraryCard();
const scholar = { reader: { name: 'Mali', age: 30 }, wish: { rareBooks: 3, purpose: 'pleasure' } };

describe('whose time it is', () => {
  it('is the offices’ when an application is filed, lane by lane', () => {
    expect(open(card, scholar).handovers).toEqual([
      { track: 'desk', party: 'office', ground: 'office-time' },
      { track: 'vault', party: 'office', ground: 'office-time' },
      { track: 'application', party: 'lanes', ground: 'lanes-review' },
    ]);
  });

  it('is nobody’s in a lane that is not needed: it has no track', () => {
    const opened = open(card, { ...scholar, wish: { rareBooks: 0, purpose: 'pleasure' } });
    expect(opened.handovers.map(({ track }) => track)).toEqual(['desk', 'application']);
  });

  it('passes to the applicant with a defect notice, in that lane alone, and back with the answer', () => {
    const found = advance(card, open(card, scholar).state, 'desk.asked', scholar);
    expect(found.handovers).toEqual([]);
    const asked = advance(card, found.state, 'desk.told', scholar);
    expect(asked.handovers).toEqual([{ track: 'desk', party: 'applicant', ground: 'defect-notice' }]);
    expect(advance(card, asked.state, 'desk.answered', scholar).handovers).toEqual([{ track: 'desk', party: 'office', ground: 'office-time' }]);
  });

  it('does not change hands while an office goes on from step to step, or is late', () => {
    const opened = open(card, scholar);
    expect(advance(card, opened.state, 'desk.accepted', scholar).handovers).toEqual([]);
    expect(advance(card, opened.state, 'desk.overdue', scholar).handovers).toEqual([]);
  });

  it('is the applicant’s until the fee is paid, the portal’s while it issues, and ends with the licence', () => {
    const child = { ...scholar, wish: { rareBooks: 0, purpose: 'pleasure' } };
    let step = open(card, child);
    const seen = ['desk.accepted', 'desk.approved', 'fee.paid', 'licence.issued'].map((type) => {
      step = advance(card, step.state, type, child);
      return step.handovers.map(({ track, party, ground }) => `${track} ${party} ${ground}`);
    });
    expect(seen).toEqual([[], ['application applicant fee-due', 'desk nobody null'], ['application portal issuing'], ['application nobody null']]);
  });

  it('ends on every track when the application ends', () => {
    const withdrawn = advance(card, open(card, scholar).state, 'withdrawn', scholar);
    expect(withdrawn.handovers.map(({ track, party }) => `${track} ${party}`).toSorted()).toEqual(['application nobody', 'desk nobody', 'vault nobody']);
  });

  it('can be the law’s, with a ground; the innermost state that names an owner counts', () => {
    const machine = structuredClone(card.machine);
    const desk = machine.states?.['review']?.states?.['desk'] as StateConfig;
    desk.states = { ...desk.states, halted: { initial: 'still', meta: { label: 'state.checking', owner: 'law', ground: 'beyond-control' }, states: { still: { meta: { label: 'state.checking' } } } } };
    expect(holdersOf({ machine }, { review: { desk: { halted: 'still' }, vault: 'checking' } })['desk']).toEqual({ party: 'law', ground: 'beyond-control' });
  });

  it('is told on grounds that all have words', () => {
    const counter = libraryCard({ lanes: [agencyReview('desk', { law: 'commercial-registration', duty: 'registry', clock: card.clock, reads: ['reader'], isOneStep: true })] });
    const used = [...open(card, scholar).handovers, ...open(counter, scholar).handovers].map(({ ground }) => ground);
    expect(used.filter((ground) => !Object.hasOwn(grounds, ground ?? ''))).toEqual([]);
  });

  it('passes without a word where nothing changes', () => {
    const holders = holdersOf(card, { review: { desk: 'checking', vault: 'checking' } });
    expect(handoversBetween(holders, holders)).toEqual([]);
  });
});
