import { libraryCard } from '@anuyat/licence-kit/testing';
import type { Leg } from './critical-path';
import { sayReason } from './promise-words';
import { isWorthTelling, reasonOfReckoning, type Reason } from './reasons';

const at = (queue: number): Leg[] => [{ what: 'lane', lane: 'desk', office: 'bma-1039-registry', length: 1, isLearnt: true, load: { closed: 40, queue, usualQueue: 8 } }];

describe('why a date moved', () => {
  it('is the queue where that changed the same way, and else the pace of the office', () => {
    expect(reasonOfReckoning(true, at(8), at(14))).toEqual({ code: 'queue-grew', office: 'bma-1039-registry', from: 8, to: 14 });
    expect(reasonOfReckoning(false, at(14), at(8))).toMatchObject({ code: 'queue-shrank', from: 14, to: 8 });
    expect(reasonOfReckoning(true, at(14), at(8)).code).toBe('slower');
    expect(reasonOfReckoning(false, at(8), at(8)).code).toBe('quicker');
  });

  it('is told only where the date moved by two days and a tenth of what is left', () => {
    expect(isWorthTelling('2026-12-10', '2026-12-11', '2026-12-01')).toBe(false);
    expect(isWorthTelling('2026-12-10', '2026-12-12', '2026-12-01')).toBe(true);
    expect(isWorthTelling('2027-06-01', '2027-06-05', '2026-12-01')).toBe(false);
  });

  it('has words in both languages, whatever it is', () => {
    const reasons: Reason[] = [
      { code: 'first' }, { code: 'event', type: 'desk.told' }, { code: 'event', type: 'fee.paid' }, { code: 'enough', finished: 30 }, { code: 'queue-grew', office: 'bma-1039-registry', from: 3, to: 9 },
      { code: 'queue-shrank', office: 'bma-1039-registry', from: 9, to: 3 }, { code: 'slower', office: 'nowhere' }, { code: 'quicker', office: '' }, { code: 'earlier-licence', licence: 'x' }, { code: 'late' },
    ];
    for (const reason of reasons) {
      const { th, en } = sayReason(reason, libraryCard(), (code) => ({ th: `ใบอนุญาต ${code}`, en: code }));
      expect([reason.code, th]).toEqual([reason.code, expect.stringMatching(/[ก-๙]/)]);
      expect(en).toMatch(/^[\x20-\x7E’]+$/);
    }
    expect(sayReason({ code: 'event', type: 'desk.told' }, libraryCard(), () => ({ th: '', en: '' })).en).toBe('Lending desk: The one notice was sent');
  });
});
