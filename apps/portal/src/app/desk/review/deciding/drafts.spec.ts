import { EMPTY_DRAFT, LONGEST, dataOf, faultsOf, itemField } from './drafts';
import type { Draft } from './drafts';

const NOW = new Date('2026-11-21T03:00:00Z');
const faults = (event: string, needs: Parameters<typeof faultsOf>[0]['needs'], part: Partial<Draft> = {}) =>
  faultsOf({ event, needs }, { ...EMPTY_DRAFT, ...part }, NOW).map(({ target, words }) => `${target} ${words}`);

describe('what an officer writes for an act', () => {
  it('needs no words to accept or approve', () => {
    expect(faults('health.accepted', 'note')).toEqual([]);
    expect(dataOf({ needs: 'note' }, EMPTY_DRAFT)).toEqual({});
    expect(dataOf({ needs: 'note' }, { ...EMPTY_DRAFT, note: ' ครบถ้วน ' })).toEqual({ note: 'ครบถ้วน' });
  });

  it('needs reasons to give a file back', () => {
    expect(faults('health.returned', 'note', { note: '  ' })).toEqual(['note desk.faults.note']);
  });

  it('asks about something, and says of each what to mend', () => {
    expect(faults('health.asked', 'items')).toEqual(['items desk.faults.items']);
    const items = [{ kind: 'fact' as const, target: 'premises.areaSqm', message: ' ' }, { kind: 'document' as const, target: 'plan', message: 'ไม่ชัด' }];
    expect(faults('health.asked', 'items', { items })).toEqual(['item-fact-premises-areaSqm desk.faults.message']);
  });

  it('asks without a general message when there is none', () => {
    const items = [{ kind: 'document' as const, target: 'plan', message: ' ไม่ชัด ' }];
    expect(dataOf({ needs: 'items' }, { ...EMPTY_DRAFT, items })).toEqual({ items: [{ kind: 'document', target: 'plan', message: 'ไม่ชัด' }] });
  });

  it('keeps the fields of a fact and of a paper with the same name apart', () => {
    expect(itemField({ kind: 'fact', target: 'plan' })).not.toBe(itemField({ kind: 'document', target: 'plan' }));
  });

  it('refuses with facts, law and considerations, all three', () => {
    expect(faults('health.refused', 'reasons', { facts: 'พบ' })).toEqual(['law desk.faults.law', 'considerations desk.faults.considerations']);
    expect(dataOf({ needs: 'reasons' }, { ...EMPTY_DRAFT, facts: 'ก ', law: ' ข', considerations: 'ค' })).toEqual({ facts: 'ก', law: 'ข', considerations: 'ค' });
  });

  it('says where a text is longer than the server takes', () => {
    expect(faults('health.approved', 'note', { note: 'ก'.repeat(LONGEST + 1) })).toEqual(['note desk.faults.tooLong']);
    expect(faults('health.approved', 'note', { note: 'ก'.repeat(LONGEST) })).toEqual([]);
  });

  it('arranges a visit in the future only', () => {
    expect(faults('health.inspectionPlanned', 'appointment', { date: '21/11/2569', time: '9.59' })).toEqual(['date desk.faults.past']);
    expect(faults('health.inspectionPlanned', 'appointment', { date: '21/11/2569', time: '10.01' })).toEqual([]);
    expect(dataOf({ needs: 'appointment' }, { ...EMPTY_DRAFT, date: '27 พ.ย. 2569', time: '9.30' })).toEqual({ plannedFor: '2026-11-27T09:30:00+07:00' });
  });

  it('names day and time as what is wrong with an appointment', () => {
    expect(faults('health.inspectionPlanned', 'appointment', { date: '', time: '9.30' })).toEqual(['date desk.faults.date']);
    expect(faults('health.inspectionPlanned', 'appointment', { date: '27/11/2569', time: 'เช้า' })).toEqual(['time desk.faults.time']);
  });

  it('records a visit with its result and what was found', () => {
    expect(faults('health.inspectionRecorded', 'findings')).toEqual(['result desk.faults.result', 'findings desk.faults.findings']);
    expect(dataOf({ needs: 'findings' }, { ...EMPTY_DRAFT, result: 'passed', findings: 'สะอาด' })).toEqual({ result: 'passed', findings: 'สะอาด' });
  });

  it('of a delay takes the day by which it is to be done, in either era, and nothing past or unreadable', () => {
    expect(dataOf({ needs: 'reason' }, { ...EMPTY_DRAFT, note: 'รอผลตรวจ', date: '20/12/2569' })).toEqual({ reason: 'รอผลตรวจ', expectedOn: '2026-12-20' });
    expect(dataOf({ needs: 'reason' }, { ...EMPTY_DRAFT, note: 'รอผลตรวจ' })).toEqual({ reason: 'รอผลตรวจ' });
    const of = (date: string) => faultsOf({ event: 'desk.delayExplained', needs: 'reason' }, { ...EMPTY_DRAFT, note: 'รอผลตรวจ', date }, NOW).map(({ target, words }) => `${target} ${words}`);
    expect([of(''), of('20/12/2569'), of('1/1/2560'), of('เร็ว ๆ นี้')]).toEqual([[], [], ['date desk.faults.past'], ['date desk.faults.date']]);
  });
});
