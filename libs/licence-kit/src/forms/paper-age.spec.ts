import { monthsBefore } from './months-before';
import { paperAge } from './paper-age';

describe('how old a paper may be', () => {
  const quarter = { freshMonths: 3 };

  it.each([
    ['issued today', { issuedOn: '2026-11-22', expiresOn: null }, quarter, 'fresh'],
    ['issued on the last day that counts', { issuedOn: '2026-08-22', expiresOn: null }, quarter, 'fresh'],
    ['issued one day before', { issuedOn: '2026-08-21', expiresOn: null }, quarter, 'too-old'],
    ['of an unknown day, where its age matters', { issuedOn: null, expiresOn: null }, quarter, 'undated'],
    ['of an unknown day, where its age does not matter', { issuedOn: null, expiresOn: null }, {}, 'fresh'],
    ['old, where its age does not matter', { issuedOn: '1999-01-01', expiresOn: null }, {}, 'fresh'],
    ['on its last day', { issuedOn: null, expiresOn: '2026-11-22' }, {}, 'fresh'],
    ['after its last day, however fresh', { issuedOn: '2026-11-01', expiresOn: '2026-11-21' }, quarter, 'expired'],
  ] as const)('is told of a paper %s', (_, dates, asks, age) => {
    expect(paperAge(dates, asks, '2026-11-22')).toBe(age);
  });

  it('is counted in months of the calendar, over the ends of months and years', () => {
    expect([monthsBefore('2026-11-22', 3), monthsBefore('2027-01-15', 3), monthsBefore('2026-05-31', 3), monthsBefore('2028-02-29', 12), monthsBefore('2026-01-31', 1)]).toEqual([
      '2026-08-22', '2026-10-15', '2026-02-28', '2027-02-28', '2025-12-31',
    ]);
  });
});
