import type { DataSource } from 'typeorm';
import { payeesOf, RateBook, type EnteredRate } from './rate-book';

const rate = (payee: string, value: number, effectiveFrom: string, more: Partial<EnteredRate> = {}): EnteredRate => ({ licence: 'sign', item: 'least', payee, value, effectiveFrom, effectiveTo: null, ...more });

async function book(...rates: EnteredRate[]): Promise<RateBook> {
  const newestFirst = rates.toSorted((a, b) => b.effectiveFrom.localeCompare(a.effectiveFrom));
  const made = new RateBook();
  await made.reload({ query: () => Promise.resolve(newestFirst) } as unknown as DataSource);
  return made;
}

describe('the rates that offices charge', () => {
  it('are the office’s own before its agency’s, and that before everybody’s', async () => {
    const rates = await book(rate('*', 200, '2021-01-01'), rate('bma', 250, '2021-01-01'), rate('bma-1039-revenue', 300, '2021-01-01'));
    expect(rates.on({ code: 'sign' }, ['bma-1039-revenue', 'bma'], '2026-11-23')).toEqual({ least: 300 });
    expect(rates.on({ code: 'sign' }, ['bma-1001-revenue', 'bma'], '2026-11-23')).toEqual({ least: 250 });
    expect(rates.on({ code: 'sign' }, ['lao-1', 'lao-1'], '2026-11-23')).toEqual({ least: 200 });
    expect(rates.on({ code: 'sign:life', lifeOf: 'sign' }, ['bma'], '2026-11-23')).toEqual({ least: 250 });
    expect(rates.on({ code: 'other' }, ['bma'], '2026-11-23')).toEqual({});
  });

  it('are the published ones of the office or its agency where it entered none, and what everybody entered only after these', async () => {
    const source = { from: 'ข้อบัญญัติ', isVerified: false, effectiveFrom: '2018-01-01' };
    const definition = { code: 'sign', rates: [{ item: 'least', value: 200, source }, { item: 'least', of: 'bma', value: 250, source }, { item: 'least', of: 'bma', value: 280, source: { ...source, effectiveFrom: '2026-01-01' } }] };
    const rates = await book(rate('*', 220, '2021-01-01'), rate('bma-1039-revenue', 300, '2021-01-01'));
    const on = (payees: string[], day = '2026-11-23') => rates.on(definition, payees, day)['least'];
    expect([on(['bma-1039-revenue', 'bma']), on(['bma-1001-revenue', 'bma']), on(['bma-1001-revenue', 'bma'], '2025-12-31'), on(['bma-1001-revenue', 'bma'], '2000-01-01'), on(['lao-1'])]).toEqual([300, 280, 250, 250, 220]);
  });

  it('change on their day and not before, and end after their last', async () => {
    const rates = await book(rate('bma', 200, '2021-01-01'), rate('bma', 300, '2027-01-01'), rate('bma', 100, '2028-01-01', { effectiveTo: '2028-01-31' }));
    const on = (day: string) => rates.on({ code: 'sign' }, ['bma'], day)['least'];
    expect([on('2020-12-31'), on('2026-12-31'), on('2027-01-01'), on('2028-01-31'), on('2028-02-01')]).toEqual([undefined, 200, 300, 100, 300]);
  });

  it('are those of the first lane’s office: it is the one that collects', () => {
    const offices = { revenue: { office: 'bma-1039-revenue', agency: 'bma' }, other: { office: 'x', agency: 'y' } };
    expect(payeesOf({ lanes: [{ id: 'revenue' }, { id: 'other' }] } as never, offices)).toEqual(['bma-1039-revenue', 'bma']);
    expect(payeesOf({ lanes: [] }, offices)).toEqual([]);
  });
});
