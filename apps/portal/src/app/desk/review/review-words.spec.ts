import { daysLeftInWords } from '@anuyat/ui';
import { aLane, aTask, anApplication } from '../testing/a-task';
import { actWords, decisionActs, isGrave } from './act-words';
import { clocksOf } from './clock-of';
import { whatNext } from './what-next';

const withLane = (part: Parameters<typeof aLane>[0], status: ReturnType<typeof anApplication>['status'] = 'in-review') =>
  aTask({ application: anApplication({ status, lanes: [aLane(part), aLane({ id: 'building' })] }) });

describe('the clock of a file', () => {
  it('is the office’s while the office has to act', () => {
    expect(clocksOf(withLane({ daysLeft: -2, isOverdue: true }))).toEqual([
      { dueAt: '2026-12-01T16:59:59Z', daysLeft: -2, isOverdue: true, uncertainYears: [], party: { th: 'สำนักงานคุณ', en: 'your office' }, pausedBecause: null },
    ]);
  });

  it('stands still beside the applicant’s while the applicant answers', () => {
    const clocks = clocksOf(withLane({ state: 'asked', owner: 'applicant', dueAt: '2026-12-06T16:59:59Z', daysLeft: 8 }, 'awaiting-answer'));
    expect(clocks.map(({ pausedBecause, party, dueAt }) => [pausedBecause?.en ?? null, party?.en ?? null, dueAt])).toEqual([
      ['waiting for the applicant’s answer', null, null],
      [null, 'the applicant', '2026-12-06T16:59:59Z'],
    ]);
  });

  it('is gone once the lane has decided or the application has ended', () => {
    expect(clocksOf(withLane({ verdict: 'approved' }))).toEqual([]);
    expect(clocksOf(withLane({ owner: null }, 'withdrawn'))).toEqual([]);
  });

  it('is told in words', () => {
    expect([3, 1, 0, -1, -4].map((days) => daysLeftInWords(days, days < 0, 'en'))).toEqual(['3 working days left', '1 working day left', 'Due today', '1 working day overdue', '4 working days overdue']);
    expect([3, 0, -4].map((days) => daysLeftInWords(days, days < 0, 'th'))).toEqual(['เหลือ 3 วันทำการ', 'ครบกำหนดวันนี้', 'เกินกำหนด 4 วันทำการ']);
  });
});

describe('what comes next', () => {
  it('is the office’s own next stage', () => {
    expect(whatNext(withLane({ stateLabel: { th: 'พิจารณา', en: 'Deciding' } }))).toEqual({ words: 'desk.next.stage', stage: { th: 'พิจารณา', en: 'Deciding' } });
  });

  it('is the applicant’s answer, with its day', () => {
    expect(whatNext(withLane({ owner: 'applicant', dueAt: '2026-12-06T16:59:59Z' }, 'awaiting-answer'))).toEqual({ words: 'desk.next.answerUntil', until: '2026-12-06T16:59:59Z' });
  });

  it('is the other offices’ once this one has approved', () => {
    expect(whatNext(withLane({ verdict: 'approved', owner: null }))).toEqual({ words: 'desk.next.oneMore', count: 1 });
  });

  it.each(['awaiting-payment', 'issuing', 'issued', 'refused', 'returned', 'withdrawn'] as const)('is the whole application’s when it is %s', (status) => {
    expect(whatNext(withLane({ verdict: 'approved' }, status))).toEqual({ words: `desk.next.${status}` });
  });

  it('is nothing for who may do nothing', () => {
    expect(whatNext(aTask({ acts: [] }))).toEqual({ words: 'desk.next.none' });
  });
});

describe('the acts of the decision bar', () => {
  const act = (event: string) => ({ event, title: { th: 'ก', en: 'Done' }, causes: { th: '', en: '' }, needs: 'note' as const });

  it('go forward first, and end the application last', () => {
    const task = aTask({ acts: [act('health.refused'), act('health.inspectionPlanned'), act('health.inspectionRecorded')] });
    expect(decisionActs(task).map(({ event, look }) => `${event} ${look}`)).toEqual(['health.inspectionRecorded primary', 'health.inspectionPlanned secondary', 'health.refused danger']);
  });

  it('say what to do, not what was done', () => {
    expect(actWords(act('health.approved'), aTask()).en).toBe('Approve');
  });

  it('change an appointment that stands', () => {
    expect(actWords(act('health.inspectionPlanned'), withLane({ state: 'planning' })).en).toBe('Arrange an inspection');
    expect(actWords(act('health.inspectionPlanned'), withLane({ state: 'inspecting' })).en).toBe('Change the appointment');
  });

  it('keep the title of an act that the desk has no words for', () => {
    expect(actWords(act('health.heard'), aTask()).en).toBe('Done');
    expect(isGrave('health.heard')).toBe(false);
  });
});
