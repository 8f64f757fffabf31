import { itemiseFees, lifeOf, rulesOfLife, type Facts } from '@anuyat/licence-kit';
import { proveLife } from '@anuyat/licence-kit/prover';
import { licences } from './registry';

describe.each(licences.map((licence) => [licence.code, licence] as const))('the life of %s', (_, licence) => {
  it('keeps its promises', () => {
    expect(proveLife(lifeOf(licence)).promises.filter(({ isKept }) => !isKept)).toEqual([]);
  });

  it('can be renewed before its last day, and says so at least once', () => {
    const { renewal, remindsDaysBefore } = rulesOfLife(licence);
    if (licence.validity === null || licence.validity.renewal === 'none') return;
    expect(renewal.opensDaysBefore).toBeLessThan(licence.validity.months * 28);
    expect(remindsDaysBefore.some((days) => days <= renewal.opensDaysBefore)).toBe(true);
  });
});

it('a hotel is renewed for half of the fee', () => {
  const hotel = licences.find(({ code }) => code === 'hotel-business');
  expect(hotel?.fees[0]?.amount).toContain('filing.kind = "renewal"');
});

it.each<[string, string, Facts, number[]]>([
  ['a business hazardous to health, in time', 'business-hazardous-to-health', { machinery: { horsepower: 7.5 }, filing: { kind: 'renewal', late: false } }, [1_750]],
  ['a business hazardous to health, late', 'business-hazardous-to-health', { machinery: { horsepower: 7.5 }, filing: { kind: 'renewal', late: true } }, [1_750, 350]],
  ['the largest business hazardous to health, late', 'business-hazardous-to-health', { machinery: { horsepower: 400 }, filing: { kind: 'renewal', late: true } }, [10_000, 2_000]],
  ['small food premises at a rate that leaves a fraction, late', 'food-premises-small', { premises: { areaSqm: 80.333 }, rates: { base: 0, perSqm: 5 }, filing: { kind: 'renewal', late: true } }, [401.67, 80.33]],
  ['a retailer of liquor, with the share of the local authority', 'liquor-sale', { liquor: { type: '2', isVatRegistered: false }, filing: { kind: 'renewal', late: false } }, [300, 30]],
])('renewing %s costs what the law says', (_, code, facts, baht) => {
  const licence = licences.find((each) => each.code === code);
  expect(licence && itemiseFees(lifeOf(licence), facts).map(({ satang }) => satang / 100)).toEqual(baht);
});
