import { appealRuleOf } from '@anuyat/dictionary/reference';
import type { LawCode } from '@anuyat/licence-kit';
import { appealsOf } from './appeals-of';

const lane = (id: string, law: LawCode) => ({ id, law, duty: 'registry' as const, clock: { days: 1, unit: 'working' as const, source: { from: '', isVerified: true, effectiveFrom: '' } }, hasInspection: false, reads: [], readsDocuments: [] });
const texts = { th: { 'lanes.one': 'งานหนึ่ง', 'lanes.two': 'งานสอง' }, en: { 'lanes.one': 'One', 'lanes.two': 'Two' } };

describe('how to appeal, in a manual', () => {
  it.each<[LawCode, number, string, string]>([
    ['commercial-registration', 15, 'the officer who made this order', '44'],
    ['public-health', 30, 'the Minister of Public Health', '66'],
    ['building-control', 30, 'the building control appeal committee', '52'],
    ['factory', 30, 'the Minister of Industry', '16'],
    ['drug', 30, 'the Minister of Public Health', '99'],
  ])('names the time limit and the addressee of its own law: %s', (law, days, to, section) => {
    const [appeal, ...others] = appealsOf({ lanes: [lane('one', law)], texts });
    expect(others).toEqual([]);
    expect(appeal).toMatchObject({ of: null, within: { days, unit: 'calendar' }, to: { en: to } });
    expect(appeal?.words[0]?.en).toContain(`${to} within ${days} days`);
    expect(appeal?.words[0]?.th).toContain(`${appeal?.to.th}ภายใน ${days} วัน`);
    expect(appeal?.citations[0]?.section).toBe(section);
    expect(appeal?.citations.at(-1)).toMatchObject({ law: { en: expect.stringContaining('Administrative Courts') } });
  });

  it('says which office’s orders go where, when they decide under several laws', () => {
    const appeals = appealsOf({ lanes: [lane('one', 'public-health'), lane('two', 'building-control')], texts });
    expect(appeals.map(({ of, to }) => [of?.map((office) => office.en), to.en])).toEqual([[['One'], 'the Minister of Public Health'], [['Two'], 'the building control appeal committee']]);
    expect(appealsOf({ lanes: [lane('one', 'hotel'), lane('two', 'film-video')], texts })).toHaveLength(1);
  });

  it('does not call certain what nobody has confirmed', () => {
    expect(appealsOf({ lanes: [lane('one', 'hotel')], texts })[0]?.isVerified).toBe(appealRuleOf('hotel').within.source.isVerified);
  });
});
