import { aTask } from '../../testing/a-task';
import { firstWords } from './first-words';

const reasons = { facts: 'ก', law: 'ข', considerations: 'ค' };
const by = { th: 'ใคร', en: 'Somebody' };

describe('a form begins', () => {
  it('with the reasons that the second officer is asked to confirm', () => {
    const task = aTask({ proposal: { event: 'health.refusalProposed', data: reasons, by, at: '2026-11-23T03:00:00Z' } });
    expect(firstWords({ event: 'health.refused', needs: 'reasons' }, task)).toEqual(reasons);
  });

  it('with the conditions that were proposed, one on each line', () => {
    const task = aTask({ proposal: { event: 'health.approvalProposed', data: { conditions: ['ปิด 22.00 น.', 'มีถังดับเพลิง'] }, by, at: '2026-11-23T03:00:00Z' } });
    expect(firstWords({ event: 'health.approved', needs: 'conditions' }, task)).toEqual({ conditions: 'ปิด 22.00 น.\nมีถังดับเพลิง' });
  });

  it('empty where nobody said anything before', () => {
    expect(firstWords({ event: 'health.refusalIntended', needs: 'reasons' }, aTask())).toEqual({});
  });
});
