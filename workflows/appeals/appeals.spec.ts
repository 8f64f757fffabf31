import { describeLicence } from '@anuyat/licence-kit/testing';
import { appeals } from './appeals';

for (const appeal of appeals) {
  const first = appeal.lanes[0]?.id ?? '';
  const filed = { appeal: { grounds: 'ทางหนีไฟมีอยู่แล้ว', isLate: false } };
  const late = { appeal: { ...filed.appeal, isLate: true, lateBecause: 'ป่วยอยู่โรงพยาบาล' } };
  const reasons = { facts: 'มีบันไดหนีไฟครบ', law: 'กฎกระทรวงฉบับที่ 55', considerations: 'คำสั่งเดิมคลาดเคลื่อนในข้อเท็จจริง' };
  const up = first === 'issuer' ? [{ event: { type: 'issuer.sentUp', data: { note: 'ยืนยันตามคำสั่งเดิม' } }, expect: { status: 'in-review' as const } }] : [];
  describeLicence(appeal, [
    { title: 'the superior annuls the order', facts: filed, steps: [...up, { event: { type: 'superior.annulled', data: reasons }, expect: { state: 'annulled', status: 'annulled', effects: ['closeAll', 'writeOrder', 'carryOutAppeal', 'tell'] } }] },
    { title: 'the superior upholds the order, and the court is left', facts: filed, steps: [...up, { event: { type: 'superior.overdue' }, expect: { effects: ['escalate', 'tell'] } }, { event: { type: 'superior.upheld', data: reasons }, expect: { state: 'upheld', status: 'upheld' } }] },
    { title: 'the superior grants in the office’s place', facts: filed, steps: [...up, { event: { type: 'superior.granted', data: reasons }, expect: { status: 'granted' } }] },
    {
      title: 'an appeal after its time is turned away',
      facts: late,
      steps: [
        { event: { type: `${first}.annulled`, data: reasons }, expect: { isRefused: true } },
        { event: { type: `${first}.turnedAway`, data: reasons }, expect: { status: 'not-admitted', effects: ['closeAll', 'writeOrder', 'tell'] } },
      ],
    },
    { title: 'an appeal after its time is admitted for cause', facts: late, steps: [{ event: { type: `${first}.admitted`, data: { note: 'มีใบรับรองแพทย์' } }, expect: { status: 'in-review' } }] },
  ]);
}

describe('the general appeal', () => {
  const general = appeals.find(({ code }) => code === 'appeal');

  it('goes up by itself when the office’s time is over', () => {
    expect(general?.machine.states?.['review']?.states?.['superior']?.states?.['waiting']?.on?.['issuer.overdue']).toEqual([{ target: 'considering' }]);
  });

  it('gives the office 30 days, the superior 30 and 30 more, and 30 for whether a late one is admitted (ss.45, 66)', () => {
    expect([general?.lanes.map(({ clock }) => clock.days), general?.clock.days]).toEqual([[30, 30], 120]);
  });
});
