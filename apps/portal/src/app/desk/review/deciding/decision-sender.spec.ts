import type { HttpErrorResponse } from '@angular/common/http';
import type { EventReply, EventRequest, Problem, TaskView, TimelineEntry } from '@anuyat/contract';
import { aTask, anApplication, refusal } from '../../testing/a-task';
import { DecisionSender } from './decision-sender';

const reply: EventReply = { applicationId: 'app-1', revision: 5, status: 'in-review', may: [] };
const change = (type: string): NonNullable<Problem['changes']>[number] => ({ revision: 4, type, at: '2026-11-21T03:00:00Z', by: 'วิชัย ตัวอย่าง' });
const stale = (...types: string[]) => refusal({ code: 'stale-revision', status: 409, currentRevision: 4, changes: types.map(change) });
const newest = (part: Partial<TaskView> = {}) => aTask({ application: anApplication({ revision: 4 }), ...part });
const entry = (id: string): TimelineEntry => ({
  id, at: '2026-11-21T03:00:00Z', applicationId: 'app-1', licence: null, lane: null, what: { th: 'ไม่อนุญาต', en: 'Refused' }, by: { th: 'สุดา', en: 'Suda' }, note: 'เหตุผล',
});

function aDoor(answers: (EventReply | HttpErrorResponse)[], fresh: TaskView | Error) {
  const sent: { request: EventRequest; key: string }[] = [];
  const sender = new DecisionSender({
    send: async (_id, request, key) => {
      sent.push({ request, key });
      const answer = answers[sent.length - 1];
      if (answer === undefined) throw new Error('sent once too often');
      if (!('revision' in answer)) throw answer;
      return answer;
    },
    refetch: async () => {
      if (fresh instanceof Error) throw fresh;
      return fresh;
    },
  });
  return { sent, decide: () => sender.decide({ seen: aTask(), type: 'health.accepted', data: { note: 'ครบ' }, key: 'key-1' }) };
}

describe('sending a decision', () => {
  it('goes out on the revision that the officer saw, with the key of the form', async () => {
    const { sent, decide } = aDoor([reply], newest());
    await expect(decide()).resolves.toEqual({ kind: 'done', reply });
    expect(sent).toEqual([{ request: { type: 'health.accepted', data: { note: 'ครบ' }, revision: 3 }, key: 'key-1' }]);
  });

  it('is sent once more, on the newest revision and with a new key, when only another lane moved', async () => {
    const { sent, decide } = aDoor([stale('building.accepted'), reply], newest());
    await expect(decide()).resolves.toEqual({ kind: 'done', reply });
    expect(sent).toHaveLength(2);
    expect(sent[1]?.request.revision).toBe(4);
    expect(sent[1]?.key).not.toBe('key-1');
  });

  it.each(['health.accepted', 'building.refused', 'building.returned', 'building.lapsed', 'withdrawn'])('is not sent again after %s', async (type) => {
    const { sent, decide } = aDoor([stale(type)], newest());
    await expect(decide()).resolves.toMatchObject({ kind: 'overtaken', happened: [{ type, by: { th: 'วิชัย ตัวอย่าง' }, at: '2026-11-21T03:00:00Z' }] });
    expect(sent).toHaveLength(1);
  });

  it('is not sent again when what the lane reads has changed, whoever asked for the change', async () => {
    const { sent, decide } = aDoor([stale('building.answered')], newest({ answers: { premises: { areaSqm: 400, tenure: 'rent' } } }));
    await expect(decide()).resolves.toMatchObject({ kind: 'overtaken' });
    expect(sent).toHaveLength(1);
  });

  it('is not sent again when the act is no longer allowed', async () => {
    const { sent, decide } = aDoor([stale('building.approved')], newest({ acts: [] }));
    await expect(decide()).resolves.toMatchObject({ kind: 'overtaken' });
    expect(sent).toHaveLength(1);
  });

  it('is not sent again when nobody can say what changed', async () => {
    const { sent, decide } = aDoor([refusal({ code: 'stale-revision', status: 409 })], newest());
    await expect(decide()).resolves.toMatchObject({ kind: 'overtaken' });
    expect(sent).toHaveLength(1);
  });

  it('is sent again only once', async () => {
    const { sent, decide } = aDoor([stale('building.accepted'), stale('building.approved')], newest());
    await expect(decide()).resolves.toMatchObject({ kind: 'overtaken', happened: [{ type: 'building.approved' }] });
    expect(sent).toHaveLength(2);
  });

  it('tells what happened from the history when the act came too late', async () => {
    const { decide } = aDoor([refusal({ code: 'event-not-accepted', status: 409, accepts: [] })], newest({ history: [entry('h-2')] }));
    await expect(decide()).resolves.toMatchObject({ kind: 'overtaken', happened: [{ what: { en: 'Refused' }, by: { en: 'Suda' }, note: 'เหตุผล' }] });
  });

  it('tells what it knows when the file cannot be fetched', async () => {
    const { decide } = aDoor([stale('building.accepted')], new Error('no connection'));
    await expect(decide()).resolves.toMatchObject({ kind: 'overtaken', happened: [{ type: 'building.accepted' }], task: undefined });
  });

  it('throws every other refusal', async () => {
    const refused = refusal({ code: 'not-allowed', status: 403 });
    await expect(aDoor([refused], newest()).decide()).rejects.toBe(refused);
  });
});
