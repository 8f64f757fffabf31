import { agencyReview, open, type Facts, type LicenceDefinition } from '@anuyat/licence-kit';
import { libraryCard } from '@anuyat/licence-kit/testing';
import { askOver, relocate } from '@anuyat/licence-kit/versions';
import { verdictOf } from './move-verdict';
import { shadowOf, type Shadowed } from './shadow';

const facts: Facts = { reader: { name: 'สมหญิง', age: 30 }, wish: { rareBooks: 3, purpose: 'pleasure' } };
const because = { th: 'อยู่ในเขต', en: 'It is there.' };
const office = (code: string) => ({ office: code, agency: 'bma', because });
const both = { desk: office('registry'), vault: office('building') };
const shadowed = (offices: Partial<Shadowed['offices']> = {}): Shadowed => ({ facts, offices: { before: both, after: both, ...offices } });
const card = libraryCard();

function changed(change: (definition: LicenceDefinition) => void): LicenceDefinition {
  const definition = structuredClone(libraryCard({ version: 2 }));
  change(definition);
  return definition;
}

function verdict(after: LicenceDefinition, status = 'in-review', offices: Partial<Shadowed['offices']> = {}) {
  const opened = open(card, facts);
  const place = relocate(card, after, opened.state, [{ type: 'submitted', rulings: opened.rulings }], () => false);
  const { verdict: said, reasons } = verdictOf({ before: card, after, place, status, papers: ['letter'], ...shadowed(offices) });
  return [said, reasons.map(({ code }) => code)];
}

const dearer = changed(({ fees }) => (fees[0] = { ...(fees[0] as (typeof fees)[0]), amount: '50' }));
const newQuestion = changed(({ form }) => {
  const reader = form.properties?.['reader'];
  if (reader?.properties) reader.properties['school'] = { type: 'string', maxLength: 50, 'x-title': { th: 'โรงเรียน', en: 'School' } };
  reader?.required?.push('school');
});

describe('what another version would have done', () => {
  it('is nothing where it says the same', () => {
    expect(shadowOf(card, libraryCard({ version: 2 }), shadowed())).toEqual([]);
  });

  it('is told with the money, the question, the paper, the office and the days, in both languages', () => {
    expect(shadowOf(card, dearer, shadowed())).toEqual([{ kind: 'charged', satang: 3_000, what: { th: 'ค่าธรรมเนียม 27.50 เป็น 57.50 บาท', en: 'Fee of 27.50 would be 57.50 baht' } }]);
    expect(shadowOf(card, newQuestion, shadowed())).toEqual([{ kind: 'asked', what: { th: 'ถามเพิ่ม และยังไม่มีคำตอบ: โรงเรียน', en: 'Also asked, and not answered yet: School' } }]);
    expect(shadowOf(card, changed((definition) => (definition.documents = [])), shadowed())).toMatchObject([{ kind: 'papers', what: { en: 'Paper no longer needed: Letter from a teacher' } }]);
    expect(shadowOf(card, changed(({ clock }) => (clock.days = 9)), shadowed())).toMatchObject([{ kind: 'days', what: { en: '5 working days would be 9 working days' } }]);
    expect(shadowOf(card, libraryCard({ version: 2 }), shadowed({ after: { ...both, vault: office('archive') } }))).toMatchObject([{ kind: 'routed', what: { en: 'Sent to another office: Rare books room' } }]);
    expect(shadowOf(card, libraryCard({ version: 2 }), shadowed({ after: { desk: both.desk } }))).toMatchObject([{ kind: 'routed', what: { en: 'No longer reviewed: Rare books room' } }]);
  });
});

describe('whether an application can go on under another version', () => {
  it('moves safely where its history leads to the same place and nobody is asked or charged otherwise', () => {
    expect(verdict(libraryCard({ version: 2 }))).toEqual(['safe', ['same-place']]);
    expect(verdict(changed(({ clock }) => (clock.days = 9)))).toEqual(['safe', ['same-place']]);
  });

  it('is pinned once its bill is out and the version charges otherwise; one that can never be billed under its own is not', () => {
    const broken = changed(({ fees }) => (fees[0] = { ...(fees[0] as (typeof fees)[0]), amount: '10 / 3' }));
    const billed = (before: LicenceDefinition) => {
      const opened = open(before, facts);
      const place = relocate(before, card, opened.state, [{ type: 'submitted', rulings: opened.rulings }], askOver(card, facts));
      return verdictOf({ before, after: card, place, status: 'awaiting-payment', papers: ['letter'], ...shadowed() }).verdict;
    };
    expect([billed(dearer), billed(broken)]).toEqual(['pinned', 'decide']);
  });

  it('needs a decision where it would be charged, asked, or sent elsewhere', () => {
    expect(verdict(dearer)).toEqual(['decide', ['charged']]);
    expect(verdict(newQuestion)).toEqual(['decide', ['asked']]);
    expect(verdict(libraryCard({ version: 2 }), 'in-review', { after: { ...both, desk: office('other') } })).toEqual(['decide', ['routed']]);
  });

  it('needs a decision where an office comes or goes', () => {
    const clock = { days: 3, unit: 'working' as const, source: { from: 'rules', isVerified: true, effectiveFrom: '2026-01-01' } };
    const desk = agencyReview('desk', { law: 'commercial-registration', duty: 'registry', clock, reads: ['reader', 'wish.purpose'] });
    expect(verdict(libraryCard({ version: 2, lanes: [desk] }))).toEqual(['decide', ['lane-removed']]);
  });

  it('stays where its bill is out and the new version charges otherwise', () => {
    expect(verdict(dearer, 'awaiting-payment')).toEqual(['pinned', ['billed']]);
    expect(verdict(libraryCard({ version: 2 }), 'awaiting-payment')).toEqual(['safe', ['same-place']]);
  });

  it('stays where the version has no place for it', () => {
    expect(verdict(libraryCard({ version: 2, upgrade: { from: [1], states: { 'review.desk.checking': 'review.desk.dreaming' } } }))).toEqual(['pinned', ['no-such-state']]);
  });
});
