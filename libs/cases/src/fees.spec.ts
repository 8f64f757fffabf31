import type { LicenceDefinition } from '@anuyat/licence-kit';
import { estimateFee, findBill } from './fees';

const source = { from: 'test', isVerified: true, effectiveFrom: '2026-01-01' };
const definition = {
  form: { type: 'object' },
  fees: [
    { code: 'base', amount: 'if place.province = "10" then 2 * premises.areaSqm else 100', range: { min: 100, max: 1_000 }, source },
    { code: 'signs', when: 'plan.hasSign', amount: 'sum(for s in signs return s.size)', range: { min: 5, max: 50 }, source },
  ],
  texts: { th: { 'fees.base': 'ค่าธรรมเนียม', 'fees.signs': 'ป้าย' }, en: { 'fees.base': 'Fee', 'fees.signs': 'Signs' } },
} as unknown as LicenceDefinition;

describe('the fee before everything is known', () => {
  it('is the published range; a line that may not be charged counts for nothing at least', () => {
    expect(estimateFee(definition, {})).toEqual({ min: 10_000, max: 105_000, isExact: false });
  });

  it('is not taken for exact because a rule has an answer for an unknown place', () => {
    expect(estimateFee(definition, { premises: { areaSqm: 30 }, plan: { hasSign: false } })).toEqual({ min: 10_000, max: 100_000, isExact: false });
  });

  it('is exact line by line', () => {
    const facts = { place: { province: '10' }, premises: { areaSqm: 80.5 } };
    expect(estimateFee(definition, { ...facts, plan: { hasSign: false } })).toEqual({ min: 16_100, max: 16_100, isExact: true });
    expect(estimateFee(definition, { ...facts, plan: { hasSign: true } })).toEqual({ min: 16_100, max: 21_100, isExact: false });
    expect(estimateFee(definition, { ...facts, plan: { hasSign: true }, signs: [{ size: 3 }, {}] }).isExact).toBe(false);
    expect(estimateFee(definition, { ...facts, plan: { hasSign: true }, signs: [{ size: 3 }, { size: 4 }] })).toEqual({ min: 16_800, max: 16_800, isExact: true });
  });
});

describe('the bill of a filled-in form', () => {
  it('has a title on each line and leaves out what is not charged', () => {
    expect(findBill(definition, { place: { province: '10' }, premises: { areaSqm: 80 }, plan: { hasSign: false } })).toMatchObject([{ code: 'base', title: { th: 'ค่าธรรมเนียม', en: 'Fee' }, amount: 16_000 }]);
  });

  it('says of each line how it was worked out, where its rule stands, and that it is nothing', () => {
    const free = { ...definition, fees: [{ code: 'base', amount: '5 * premises.areaSqm', range: { min: 0, max: 1_000 }, source }] };
    expect(findBill(free, { premises: { areaSqm: 80 } })).toMatchObject([{ amount: 40_000, working: { en: '5 × 80 = 400 baht' }, source, citation: null }]);
    expect(findBill(free, { premises: { areaSqm: 0 } })).toMatchObject([{ amount: 0 }]);
  });

  it('is not there while an answer is missing', () => {
    expect(findBill(definition, { place: { province: '10' }, premises: {}, plan: { hasSign: false } })).toBeUndefined();
  });
});
