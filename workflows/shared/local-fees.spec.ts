import { calculate } from '@anuyat/licence-kit';
import { localFee, localFeeSources, type LocalFee } from './local-fees';

const line = (authority: string, effectiveFrom: string, amount: string, isVerified = false): LocalFee => ({ authority, effectiveFrom, amount, from: 'an ordinance', isVerified });

const lines = [
  line('bma', '2018-03-01', 'min(1000, 5 * premises.areaSqm)'),
  line('pattaya', '2016-01-01', '300', true),
  line('pattaya', '2027-01-01', '450'),
  line('*', '2018-03-01', '100'),
];
const charged = (province: string, localAuthority: string, date?: string) =>
  calculate(localFee(lines), { place: { province, localAuthority }, premises: { areaSqm: 60 }, ...(date ? { filing: { date } } : {}) });

describe('the fee of a local authority', () => {
  it.each([
    ['any district of Bangkok', '10', 'bma-1039', '2026-11-23', 300],
    ['Pattaya, before its new ordinance', '20', 'pattaya', '2026-12-31', 300],
    ['Pattaya, from the day of its new ordinance', '20', 'pattaya', '2027-01-01', 450],
    ['Pattaya, before any line was in force', '20', 'pattaya', '2010-01-01', 300],
    ['a place whose ordinance nobody entered', '20', 'lao-si-racha', '2026-11-23', 100],
  ])('is that of %s', (_what, province, authority, date, baht) => {
    expect(charged(province, authority, date)).toBe(baht);
  });

  it('is the one in force the longest while the day of filing is not known', () => {
    expect(charged('20', 'pattaya')).toBe(300);
  });

  it('has to stand somewhere where no ordinance was entered', () => {
    expect(() => localFee([line('pattaya', '2016-01-01', '300')])).toThrow('stands in');
  });

  it('says where it comes from, and what is unconfirmed', () => {
    expect(localFeeSources(lines)).toContain('pattaya from 2016-01-01: an ordinance; pattaya from 2027-01-01: an ordinance (unconfirmed)');
  });
});
