import fc from 'fast-check';
import type { FeeItem } from '../definition/licence-definition';
import { feeRange } from './fee-range';
import { FeeFailed } from './fee-failed';
import { isFeeDue } from './is-fee-due';
import { itemiseFees, totalOf } from './itemise-fees';
import { satangOf } from './satang-of';

const source = { from: 'The library’s notice', isVerified: true, effectiveFrom: '2026-01-01' };
const fee = (code: string, amount: string, when?: string): FeeItem => ({ code, amount, range: { min: 5, max: 20 }, source, ...(when ? { when } : {}) });

const library = {
  fees: [
    fee('card', 'if reader.age < 18 then 0 else 20'),
    fee('shelves', 'floor(sum(for s in shelves return s.books * 0.335) * 100 + 0.5) / 100', 'count(shelves) > 0'),
  ],
};

describe('the fees of a licence', () => {
  it('are itemised by the facts, in whole satang', () => {
    expect(itemiseFees(library, { reader: { age: 30 }, shelves: [{ books: 1 }, { books: 2 }] })).toEqual([
      { code: 'card', satang: 2_000 },
      { code: 'shelves', satang: 101 },
    ]);
  });

  it('leave out what is not charged and what comes to nothing', () => {
    expect(itemiseFees(library, { reader: { age: 9 }, shelves: [] })).toEqual([]);
    expect(isFeeDue(library, { reader: { age: 9 }, shelves: [] })).toBe(false);
    expect(isFeeDue(library, { reader: { age: 19 }, shelves: [] })).toBe(true);
  });

  it('read the rates that an office entered, and the published ones for the rest', () => {
    const rates = [{ item: 'book', value: 2, source }, { item: 'least', value: 5, source }];
    const charged = { rates, fees: [fee('books', 'max(rates.least, rates.book * books)')] };
    expect(itemiseFees(charged, { books: 4 })).toEqual([{ code: 'books', satang: 800 }]);
    expect(itemiseFees(charged, { books: 4, rates: { book: 3 } })).toEqual([{ code: 'books', satang: 1_200 }]);
    expect(itemiseFees(charged, { books: 1, rates: { book: 3 } })).toEqual([{ code: 'books', satang: 500 }]);
  });

  it.each([
    ['a fraction of a satang', '1 / 3', 'fraction-of-a-satang'],
    ['nothing', 'reader.age * 2', 'gives-nothing'],
    ['less than nothing', '0 - 5', 'negative'],
    ['more than can be counted', '10 ** 20', 'not-finite'],
  ])('that come to %s are refused with the licence and the item', (_, amount, code) => {
    const made = (): unknown => itemiseFees({ code: 'card', fees: [fee('care', amount)] }, {});
    expect(made).toThrow(FeeFailed);
    expect(made).toThrow(expect.objectContaining({ licence: 'card', item: 'care', code, text: { th: expect.stringContaining('“care” ของ “card”'), en: expect.stringContaining('“care” of “card”') } }));
    expect(isFeeDue({ code: 'card', fees: [fee('care', amount)] }, {})).toBe(true);
  });

  it('count as due when an amount cannot be worked out', () => {
    expect(isFeeDue({ fees: [fee('card', 'reader.age * 2')] }, {})).toBe(true);
    expect(isFeeDue({ fees: [fee('card', '0 - 5')] }, {})).toBe(true);
  });

  it('have a range before the facts are known; what is conditional may be nothing', () => {
    expect(feeRange(library)).toEqual({ min: 500, max: 4_000 });
  });

  it('add up to the total', () => {
    expect(totalOf([{ code: 'a', satang: 1 }, { code: 'b', satang: 2 }])).toBe(3);
  });
});

describe('baht in satang', () => {
  it.each([
    [0, 0], [20, 2_000], [0.335, 34], [1.005, 101], [1.004, 100], [1.0049, 100], [0.005, 1], [0.0049, 0], [1e-7, 0], [5e-3, 1], [123_456.789, 12_345_679], [1e12, 1e14],
  ])('%d baht are %d satang', (baht, satang) => {
    expect(satangOf(baht)).toBe(satang);
  });

  it('come back to the same baht', () => {
    fc.assert(fc.property(fc.nat(1_000_000_000), (satang) => expect(satangOf(satang / 100)).toBe(satang)));
  });

  it('refuse what cannot be counted exactly', () => {
    expect(() => satangOf(1e20)).toThrow(RangeError);
    expect(() => satangOf(-1)).toThrow(RangeError);
  });
});
