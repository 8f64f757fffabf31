import { conditionsSet } from './granted-conditions';

describe('the conditions that officers set', () => {
  it('are those of each lane’s approval, in their order', () => {
    expect(conditionsSet([{ type: 'fire.approved', conditions: ['a', 'b'] }, { type: 'health.approved' }, { type: 'building.approved', conditions: ['c'] }])).toEqual(['a', 'b', 'c']);
  });

  it('are what was proposed where a second officer confirms without a word, and not before', () => {
    const proposed = { type: 'fire.approvalProposed', conditions: ['a'] };
    expect(conditionsSet([proposed])).toEqual([]);
    expect(conditionsSet([proposed, { type: 'fire.approved' }])).toEqual(['a']);
    expect(conditionsSet([proposed, { type: 'fire.approved', conditions: ['b'] }])).toEqual(['b']);
    expect(conditionsSet([proposed, { type: 'fire.approvalProposed', conditions: null }, { type: 'fire.approved' }])).toEqual([]);
  });

  it('are set anew by a lane that looks again', () => {
    expect(conditionsSet([{ type: 'fire.approved', conditions: ['a'] }, { type: 'fire.reopened' }, { type: 'fire.approved' }])).toEqual([]);
  });
});
