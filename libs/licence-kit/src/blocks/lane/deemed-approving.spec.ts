import { acceptedEvents, advance, open } from '../../engine/advance';
import { prove } from '../../prover/prove';
import { proveLife } from '../../prover/prove-life';
import { agencyReview } from '../agency-review';
import { changeOf } from '../life/change-of';
import { lifeOf } from '../life/life-of';
import { libraryCard } from '../../testing/library-card';
import { silentCard } from '../../testing/silent-card';

const facts = { reader: { name: 'สมหญิง', age: 30 }, wish: { rareBooks: 0, purpose: 'pleasure' } };
const definition = silentCard();
const opened = open(definition, facts);
const brokenIn = (given: Parameters<typeof prove>[0]) => prove(given).promises.filter(({ isKept }) => !isKept);

/** The application after some events. */
const after = (...events: string[]) => events.reduce((step, event) => advance(definition, step.state, event, facts), opened);

describe('a lane whose silence counts as approval by law', () => {
  it('has a clock that approves when it runs out, and tells the applicant; no officer is said to have done it', () => {
    expect(opened.effects).toContainEqual({ type: 'startClock', params: { name: 'desk.due', lane: 'desk', days: 3, unit: 'working', then: 'desk.deemedApproved' } });
    const deemed = after('desk.deemedApproved');
    expect(deemed.effects.map(({ type, params }) => ('notice' in params ? params.notice : type))).toEqual(expect.arrayContaining(['deemed-approved', 'closeReview', 'stopClock', 'requestPayment']));
    expect(definition.events['desk.deemedApproved']).toEqual({ by: 'portal', lane: 'desk' });
    expect(Object.keys(definition.events).filter((type) => /^desk\.(overdue|delay)/.test(type))).toEqual([]);
  });

  it('is approved from wherever the office has the file, and nowhere while the applicant has to answer', () => {
    const states = Object.entries(definition.machine.states?.['review']?.states?.['desk']?.states ?? {});
    const deems = (isTheirs: (owner: string | undefined) => boolean) => states.filter(([, { meta, type }]) => type !== 'final' && isTheirs(meta?.owner)).map(([, { on }]) => on?.['desk.deemedApproved']?.[0]?.target);
    expect(new Set(deems((owner) => owner === 'office:desk'))).toEqual(new Set(['approved']));
    expect(new Set(deems((owner) => owner === 'applicant'))).toEqual(new Set([undefined]));
    expect(acceptedEvents(definition, after('desk.asked', 'desk.told').state)).not.toContain('desk.deemedApproved');
  });

  it('proves, with the life of its licences and how they are changed, for its law says so', () => {
    expect(brokenIn(definition)).toEqual([]);
    expect(brokenIn(changeOf(definition))).toEqual([]);
    expect(proveLife(lifeOf(definition)).isProved).toBe(true);
  });

  it('is approved by law also where a second officer would have had to confirm', () => {
    const { clock, citations } = libraryCard();
    const [citation] = citations;
    const desk = agencyReview('desk', { law: 'commercial-registration', duty: 'registry', clock, reads: ['reader', 'wish'], readsDocuments: ['letter'], silenceApproves: true, secondOfficer: clock.source });
    expect(brokenIn(silentCard({ lanes: [desk], deemedApproval: { days: 5, unit: 'working', citation: citation ?? { law: { th: '', en: '' }, section: '' } } }))).toEqual([]);
  });

  it('is refused where the licence’s law does not say so', () => {
    const { deemedApproval: _, ...forbidden } = definition;
    for (const given of [forbidden, { ...forbidden, deemedApproval: 'forbidden' as const }]) {
      const [fault, ...others] = brokenIn(given).filter(({ code }) => code === 'deemed-approval-only-by-law');
      expect(others).toEqual([]);
      expect(fault?.story?.en).toMatch(/it counts as approved because the time ran out, which no law here allows\.$/);
      expect(fault?.story?.th).toContain('ทั้งที่กฎหมายไม่ได้ให้ไว้');
    }
  });

  it('is refused where it would be deemed before the law’s days are over', () => {
    const [citation] = definition.citations;
    const early = citation && { ...definition, deemedApproval: { days: 9, unit: 'working' as const, citation } };
    expect(brokenIn(early ?? definition).map(({ code, story }) => [code, story?.en.match(/it counts .*$/)?.[0]])).toEqual([
      ['deemed-approval-only-by-law', 'it counts as approved after 3 working days, while the law says 9 working days.'],
    ]);
  });
});
