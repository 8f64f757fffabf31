import type { Facts, JourneyDefinition, LicenceDefinition } from '@anuyat/licence-kit';
import { libraryCard } from '@anuyat/licence-kit/testing';
import { standingAfter, type Standing, type Turn } from './decided-again';
import { decisionsOf, type Deciding } from './decide-case';

const journey: JourneyDefinition = { format: 1, code: 'read-books', version: 1, questions: { type: 'object' }, licences: [{ code: 'library-card', needed: 'true' }], texts: { th: {}, en: {} } };
const deciding = (wish: Facts, age: number, definition: LicenceDefinition = libraryCard()): Deciding => ({
  journey, possible: [definition], definitions: [definition], facts: { reader: { name: 'สมหญิง', age }, wish }, place: undefined, filedOn: '2026-11-23', isDraft: false,
});
const filedAt = new Date('2026-11-23T03:00:00Z');
const atFiling = (given: Deciding): Standing[] => decisionsOf(given).map((decision) => ({ decision, decidedAt: filedAt }));
const turn = (day: string, given: Deciding, by = 'desk.answered'): Turn => ({ at: new Date(day), by, deciding: given });
const told = (standings: readonly Standing[]) => Object.fromEntries(standings.map(({ decision: { kind, subject, outcome }, decidedAt, again }) => [`${kind}:${subject}`, [outcome, decidedAt?.toISOString().slice(0, 10), again?.before?.outcome]]));

const filed = deciding({ rareBooks: 3, purpose: 'pleasure' }, 30);

describe('what a correction makes the portal decide anew', () => {
  it('is exactly what rests on the facts that changed, with what it was before', () => {
    expect(told(standingAfter(atFiling(filed), [turn('2026-12-01', deciding({ rareBooks: 0, purpose: 'pleasure' }, 30))]))).toEqual({
      'licence:library-card': [true, '2026-11-23', undefined],
      'lane:desk': [true, '2026-11-23', undefined],
      'lane:vault': [false, '2026-12-01', true],
      'document:letter': [false, '2026-12-01', true],
      'fee:card': [2_000, '2026-11-23', undefined],
      'fee:rare': [0, '2026-12-01', 750],
    });
  });

  it('keeps the day on which it was last decided through corrections that do not touch it', () => {
    const turns = [turn('2026-12-01', deciding({ rareBooks: 3, purpose: 'pleasure' }, 9)), turn('2026-12-05', deciding({ rareBooks: 2, purpose: 'pleasure' }, 9), 'vault.answered')];
    const standing = told(standingAfter(atFiling(filed), turns));
    expect([standing['fee:card'], standing['fee:rare']]).toEqual([[0, '2026-12-01', 2_000], [500, '2026-12-05', 750]]);
  });

  it('is decided by the rule of the version to which the application was moved', () => {
    const dearer = libraryCard({ version: 2 });
    const [card, ...others] = dearer.fees;
    const next = { ...dearer, fees: card ? [{ ...card, amount: '50' }, ...others] : others };
    const moved = standingAfter(atFiling(filed), [turn('2026-12-01', deciding({ rareBooks: 3, purpose: 'pleasure' }, 30, next), 'version.moved')]);
    expect(moved.find(({ decision }) => decision.subject === 'card')).toMatchObject({ decision: { outcome: 5_000, source: { version: 2 } }, again: { by: 'version.moved', before: { outcome: 2_000, source: { version: 1 } } } });
  });

  it('is nothing where nothing happened', () => {
    expect(standingAfter(atFiling(filed), [])).toEqual(atFiling(filed));
  });
});
