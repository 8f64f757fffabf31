import type { TrackView } from '@anuyat/contract';
import { render } from './testing/render';
import { TimeSpent, usedInWords } from './time-spent';

const law = { law: { th: 'พ.ร.บ. การอำนวยความสะดวก', en: 'Licensing Facilitation Act' }, section: '8' };
const tracks: TrackView[] = [
  {
    lane: 'desk', title: { th: 'เคาน์เตอร์', en: 'Desk' },
    stretches: [
      { party: 'office', who: { th: 'สำนักงาน', en: 'The office' }, ground: { th: 'เวลาพิจารณา', en: 'The office’s time' }, citation: null, from: '2026-11-23T02:00:00Z', until: '2026-12-08T02:00:00Z', days: 9, unit: 'working', allowed: 7, isOver: true },
      { party: 'applicant', who: { th: 'ผู้ยื่นคำขอ', en: 'The applicant' }, ground: { th: 'นาฬิกาหยุด', en: 'The clock stands still' }, citation: law, from: '2026-12-08T02:00:00Z', until: null, days: 1, unit: 'working', allowed: null, isOver: false },
    ],
  },
];

it('the time spent is told party by party, with its ground, its law and what went over', async () => {
  const { element } = await render(TimeSpent, { tracks });
  const rows = [...element.querySelectorAll('tbody tr')].map((row) => row.textContent?.replace(/\s+/g, ' ').trim());
  expect(rows[0]).toContain('9 จาก 7 วันทำการ เกินกำหนด');
  expect(rows[1]).toContain('พ.ร.บ. การอำนวยความสะดวก มาตรา 8');
  expect(rows[1]).toContain('ปัจจุบัน');
});

it.each([[3, 'working', 7, 'en', '3 of 7 working days'], [1, 'working', null, 'en', '1 working day'], [3, 'calendar', 15, 'th', '3 จาก 15 วัน'], [0, 'working', null, 'th', '0 วันทำการ']] as const)('%s %s of %s in %s', (days, unit, allowed, language, words) => {
  expect(usedInWords(days, unit, allowed, language)).toBe(words);
});
