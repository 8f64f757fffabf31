import { itemiseFees, totalOf } from '@anuyat/licence-kit';
import { licences } from './registry';

/** What a formula charges by itself: a figure of baht, not a bound, a share or a rounding. */
const TARIFF = /(^|then |else |min\(|max\(|\()\s*\d{2,}(?![\d.]*\s*[,)]?\s*\/)|\d{2,}\s*\*\s*[a-z]/;

const withFees = licences.filter(({ fees }) => fees.length > 0);

describe('the tariffs', () => {
  it('stand in no formula: each figure is a rate that an office may enter anew', () => {
    const inline = withFees.flatMap(({ code, fees }) => fees.filter(({ amount }) => TARIFF.test(amount) || !amount.includes('rates.')).map((fee) => `${code}: ${fee.amount}`));
    expect(inline).toEqual([]);
  });

  it.each(withFees.map((licence) => [licence.code, licence] as const))('of %s are each read by a formula, or by how they are applied', (_, { fees, rates = [], life }) => {
    const read = [...fees.flatMap(({ amount, when = '' }) => [amount, when]), JSON.stringify(life ?? {})].join(' ');
    expect(rates.map(({ item }) => item).filter((item) => !new RegExp(`rates\\.${item}\\b`).test(read))).toEqual([]);
  });

  it.each([
    ['factory-type-3', { machinery: { horsepower: 400 } }, 'upTo400', 7_000],
    ['karaoke-game-shop', { videoShop: { machines: 12 } }, 'upTo30', 2_000],
    ['entertainment-venue', { venue: { kind: '4' } }, 'kind4', 10_000],
    ['health-establishment', { wellness: { kind: 'spa', serviceAreaSqm: 150 } }, 'spaUpTo200', 3_000],
    ['electricity-connection', { electricity: { meter: '30-100-3' } }, 'amperes30x100phases3', 12_000],
    ['water-connection', { water: { size: 'one-and-half' } }, 'oneAndHalf', 2_000],
  ])('of %s follow what an administrator enters', (code, facts, item, published) => {
    const licence = licences.find((one) => one.code === code);
    if (!licence) throw new Error(`There is no ${code}.`);
    expect(totalOf(itemiseFees(licence, facts))).toBe(published * 100);
    expect(totalOf(itemiseFees(licence, { ...facts, rates: { [item]: 1_234.5 } }))).toBe(123_450);
  });
});
