import { createHash } from 'node:crypto';
import type { Move } from '../move';
import type { ClockChanges } from '../clock-changes';
import { foldClocks } from './folded-clocks';

const ID = '0193a000-0000-7000-8000-000000000001';
const at = (revision: number): Date => new Date(Date.UTC(2026, 10, 23, 1, 0, revision));

function move(revision: number, clocks: Partial<ClockChanges>, firedTimer: string | null = null): Move {
  return {
    entry: { applicationId: ID, revision, type: 'event', data: {}, actor: {}, at: at(revision), rulings: {}, state: { value: 'any' }, effects: [] },
    caseId: ID,
    status: 'in-review',
    previousHash: Buffer.alloc(32),
    hash: createHash('sha256').digest(),
    clocks: { set: [], stop: [], moved: [], resume: [], stopsAll: false, ...clocks },
    handovers: [],
    outbox: [],
    firedTimer,
    hands: null,
    readAt: null,
    kept: null,
  };
}

const clock = (name: string) => ({ name, lane: 'desk', event: 'desk.overdue', due_at: '2026-12-01T16:59:59.999Z', days: 3, unit: 'working' as const });

describe('the clocks of a batch', () => {
  it('stop when a later event stops what an earlier one set', () => {
    const { set, marked } = foldClocks([move(2, { set: [clock('due')] }), move(3, { stop: ['due'] })]);
    expect(set).toEqual([expect.objectContaining({ name: 'due', set_by_revision: 2, set_at: at(2), stopped_at: at(3), fired_at: null })]);
    expect(marked).toEqual([]);
  });

  it('run again when a later event sets what an earlier one stopped', () => {
    const { set, marked } = foldClocks([move(2, { stop: ['due'] }), move(3, { set: [clock('due')] })]);
    expect(set).toEqual([expect.objectContaining({ set_by_revision: 3, stopped_at: null })]);
    expect(marked).toEqual([]);
  });

  it('that rang are not stopped by the event that they sent', () => {
    const { marked } = foldClocks([move(2, { stop: ['due'] }, 'due')]);
    expect(marked).toEqual([expect.objectContaining({ name: 'due', fired_at: at(2), stopped_at: null })]);
  });

  it('all stop at the end, but for those that the batch has dealt with by name', () => {
    const { stopped, set, marked } = foldClocks([move(2, { set: [clock('due')] }), move(3, {}, 'answer'), move(4, { stopsAll: true }), move(5, { stopsAll: true })]);
    expect(stopped).toEqual([{ application_id: ID, at: at(4), except: ['due', 'answer'] }]);
    expect(set).toEqual([expect.objectContaining({ name: 'due', stopped_at: at(4) })]);
    expect(marked).toEqual([expect.objectContaining({ name: 'answer', fired_at: at(3), stopped_at: at(4) })]);
  });

  it('that rang stop with a later event, for their office was late until then', () => {
    const { marked } = foldClocks([move(2, {}, 'due'), move(3, { stop: ['due'] })]);
    expect(marked).toEqual([expect.objectContaining({ name: 'due', fired_at: at(2), stopped_at: at(3) })]);
  });
});
