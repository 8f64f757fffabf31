import { delayCsv } from './delay-csv';

const office = { code: 'bma-1039-registry', title: { th: 'ฝ่ายทะเบียน', en: 'Registry' }, agency: { code: 'bma', title: { th: 'กทม.', en: 'BMA' } } } as never;
const notice = {
  id: '1', number: 'C1-1', licence: { code: 'library-card', title: { th: 'บัตร', en: 'Card' } }, lane: { th: 'เคาน์เตอร์', en: 'Desk' }, office, round: 1,
  dueAt: '2026-12-01T16:59:59.999Z', noticedAt: '2026-12-02T09:30:00.000Z', reason: null, reasonBy: null, expectedOn: null,
};

it('the list says in its own column that an office gave no reason, and its days in Thailand’s', () => {
  const [headings, line] = delayCsv([notice]).split('\r\n');
  expect(headings).toContain('reason,reason_by,expected_on');
  expect(line).toBe('C1-1,library-card,บัตร,bma-1039-registry,ฝ่ายทะเบียน,เคาน์เตอร์,1,2026-12-01,2026-12-02T09:30:00.000Z,,,');
});
