import { lifeOf, rulesOfLife } from '@anuyat/licence-kit';
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
