import type { LicenceLifeView } from '@anuyat/contract';
import { actsOf, dataOf, faultsOf } from './life-acts';

const rule = { citation: null, source: '', isVerified: true };
const view = (may: string[], mostDays: number | null = 15) => ({ may, suspension: { ...rule, mostDays }, cancellation: { ...rule, withinDays: 30 } }) as unknown as LicenceLifeView;
const reasons = { facts: 'ก', law: 'ข', considerations: 'ค' };

describe('the acts on a licence', () => {
  it('are those that the reader may do, and no other', () => {
    expect(actsOf(view(['cancelled', 'register.intended', 'handover.offered'])).map(({ event }) => event)).toEqual(['register.intended', 'cancelled']);
    expect(actsOf(view([]))).toEqual([]);
  });

  it('are not sent without what the law asks for', () => {
    const [suspend] = actsOf(view(['register.suspended']));
    if (!suspend) throw new Error('No such act.');
    expect(Object.keys(faultsOf(suspend, {}))).toEqual(['days', 'facts', 'law', 'considerations']);
    expect(Object.keys(faultsOf(suspend, { days: '16', ...reasons }))).toEqual(['days']);
    expect(faultsOf(suspend, { days: '15', ...reasons })).toEqual({});
    expect(dataOf(suspend, { days: '15', ...reasons })).toEqual({ days: 15, ...reasons });
  });

  it('leave the days open where no law limits them', () => {
    const [suspend] = actsOf(view(['register.suspended'], null));
    if (!suspend) throw new Error('No such act.');
    expect(faultsOf(suspend, reasons)).toEqual({});
    expect(dataOf(suspend, { ...reasons, days: ' ' })).toEqual(reasons);
  });
});
