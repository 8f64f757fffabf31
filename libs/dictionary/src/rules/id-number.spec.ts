import fc from 'fast-check';
import { cleanIdNumber, explainJuristicId, formatIdNumber, isJuristicId, isPersonalId, isThaiIdNumber, maskIdNumber } from './id-number';

const dummies = ['1234567890121', '8999900000011', '0105999999994', '0205568000016', '0215568000024', '0245568000032', '0103568000015', '0107568000019', '0993000099991'];

describe('the 13-digit number', () => {
  it.each(dummies)('accepts %s', (digits) => {
    expect(isThaiIdNumber(digits)).toBe(true);
  });

  it.each(['1234567890123', '0105512345678', '', '123456789012', '12345678901211', '1-2345-67890-12-1', '๑๒๓๔๕๖๗๘๙๐๑๒๑'])('refuses "%s"', (digits) => {
    expect(isThaiIdNumber(digits)).toBe(false);
  });

  it('always notices a wrong last digit', () => {
    fc.assert(fc.property(fc.constantFrom(...dummies), fc.integer({ min: 1, max: 9 }), (digits, change) => {
      expect(isThaiIdNumber(digits.slice(0, 12) + String((Number(digits[12]) + change) % 10))).toBe(false);
    }));
  });

  it('notices nine in ten of other numbers', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 12, maxLength: 12 }), (first) => {
      expect([...'0123456789'].filter((last) => isThaiIdNumber(first + last))).toHaveLength(1);
    }));
  });

  it('understands dashes, spaces and Thai digits when it is cleaned', () => {
    expect(cleanIdNumber(' 1-2345-67890-12-1 ')).toBe('1234567890121');
    expect(cleanIdNumber('๑๒๓๔๕ ๖๗๘๙๐ ๑๒๑')).toBe('1234567890121');
  });

  it('keeps people and companies apart', () => {
    expect(isPersonalId('1234567890121')).toBe(true);
    expect(isPersonalId('0205568000016')).toBe(false);
    expect(isJuristicId('0205568000016')).toBe(true);
    expect(isJuristicId('1234567890121')).toBe(false);
  });

  it('is written with dashes, and masked for others', () => {
    expect(formatIdNumber('1234567890121')).toBe('1-2345-67890-12-1');
    expect(maskIdNumber('1234567890121')).toBe('x-xxxx-xxxxx-12-1');
    expect(maskIdNumber('12345')).toBe('xxxxx');
  });
});

describe('explainJuristicId', () => {
  it('reads province, kind and year of a company', () => {
    expect(explainJuristicId('0205568000016')).toEqual({
      kind: 'limited-company',
      title: { th: 'บริษัทจำกัด', en: 'Limited company' },
      province: { code: '20', title: { th: 'ชลบุรี', en: 'Chonburi' } },
      year: 2568,
    });
  });

  it.each([
    ['0103568000015', 'limited-partnership', '10'],
    ['0107568000019', 'public-company', '10'],
    ['0245568000032', 'limited-company', '24'],
  ])('reads %s as a %s of province %s', (digits, kind, province) => {
    const parts = explainJuristicId(digits);
    expect(parts?.kind).toBe(kind);
    expect(parts?.province?.code).toBe(province);
  });

  it('knows a state body, which has neither province nor year', () => {
    expect(explainJuristicId('0993000099991')).toEqual({ kind: 'state-body', title: expect.anything() });
  });

  it('explains nothing of a wrong number or a person', () => {
    expect(explainJuristicId('0105512345678')).toBeUndefined();
    expect(explainJuristicId('1234567890121')).toBeUndefined();
  });
});
