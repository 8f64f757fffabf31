import { calculate, publishedRates } from '@anuyat/licence-kit';
import { percentOf, ratesFrom, toSatang, type RateLine } from './rates';

const line = (value: number, more: Partial<RateLine> = {}): RateLine => ({ item: 'base', value, from: 'an ordinance', isVerified: false, effectiveFrom: '2016-01-01', ...more });

it('a rate of an authority is a line of data, with the day from which it holds', () => {
  const rates = ratesFrom([line(100), line(200, { of: 'pattaya' }), line(300, { of: 'pattaya', effectiveFrom: '2027-01-01' })]);
  const on = (payee: string, day: string) => publishedRates({ rates }, { payees: [payee], day })['base'];
  expect([on('bma', '2026-11-23'), on('pattaya', '2026-12-31'), on('pattaya', '2027-01-01'), on('pattaya', '2000-01-01')]).toEqual([100, 200, 300, 200]);
});

it('an authority’s own rate needs one for all others', () => {
  expect(() => ratesFrom([line(200, { of: 'pattaya' })])).toThrow('says nothing for offices');
  expect(() => ratesFrom([line(200, { unit: 'miles' })])).toThrow('miles');
});

it('what comes to a fraction of a satang is rounded, halves up', () => {
  expect([calculate(toSatang('80.333 * 5'), {}), calculate(toSatang('0.125'), {}), calculate(percentOf('330.25', '20'), {})]).toEqual([401.67, 0.13, 66.05]);
});
