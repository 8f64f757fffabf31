import { EffectFailed } from './effect-failed';
import { JointWork } from './joint-work';
import type { OutboxRow } from './outbox-row';

const rowOf = (id: string): OutboxRow => ({ id, applicationId: `application-${id}`, caseId: 'case', revision: 1, effect: 'stamp', params: {}, queue: 'desk' });

/** A transaction that fails as it is told to, and notes what was tried together. */
function transactions(failing: Record<string, Error> = {}): { tried: string[][]; doWithin: (ids: readonly string[]) => Promise<OutboxRow[]> } {
  const tried: string[][] = [];
  return {
    tried,
    doWithin: async (ids) => {
      tried.push([...ids]);
      await Promise.resolve();
      const failure = ids.map((id) => failing[id]).find(Boolean);
      if (failure) throw failure;
      return ids.filter((id) => id !== 'gone').map(rowOf);
    },
  };
}

/** Transactions that end when they are told to. */
function held(): { tried: string[][]; ends: (() => void)[]; joint: JointWork } {
  const { tried, doWithin } = transactions();
  const ends: (() => void)[] = [];
  const joint = new JointWork(async (ids) => {
    const rows = await doWithin(ids);
    await new Promise<void>((resolve) => ends.push(resolve));
    return rows;
  });
  return { tried, ends, joint };
}

const settle = (joint: JointWork, ids: string[]): Promise<PromiseSettledResult<OutboxRow | undefined>[]> => Promise.allSettled(ids.map((id) => joint.doJointly(id, id)));

const aTick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('short effects that wait at the same time', () => {
  it('share a transaction; one that was done before has nothing to tell', async () => {
    const { tried, doWithin } = transactions();
    const joint = new JointWork(doWithin);
    const outcomes = await settle(joint, ['a', 'gone', 'b']);
    expect(tried).toEqual([['a', 'gone', 'b']]);
    expect(outcomes.map((outcome) => outcome.status === 'fulfilled' && outcome.value?.id)).toEqual(['a', undefined, 'b']);
  });

  it('are done alone when one of them fails, which fails alone', async () => {
    const broken = new EffectFailed(rowOf('b'), new Error('the pen broke'));
    const { tried, doWithin } = transactions({ b: broken });
    const outcomes = await settle(new JointWork(doWithin), ['a', 'b', 'c']);
    expect(tried).toEqual([['a', 'b', 'c'], ['a'], ['b'], ['c']]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(outcomes[1]).toMatchObject({ reason: broken });
  });

  it('all fail when the database does not answer, after one more try and not one each', async () => {
    const away = new Error('connect ECONNREFUSED');
    const { tried, doWithin } = transactions({ a: away, b: away, c: away });
    const outcomes = await settle(new JointWork(doWithin), ['a', 'b', 'c']);
    expect(tried).toEqual([['a', 'b', 'c'], ['a']]);
    expect(outcomes.every((outcome) => outcome.status === 'rejected' && outcome.reason === away)).toBe(true);
  });

  it('go in two transactions at once at most, sixteen in each; the others wait', async () => {
    const { tried, ends, joint } = held();
    const ids = Array.from({ length: 40 }, (_, at) => `e${at}`);
    const all = settle(joint, ids);
    await aTick();
    await aTick();
    expect(tried.map(({ length }) => length)).toEqual([16, 16]);
    ends.shift()?.();
    for (let tick = 0; tick < 5; tick++) await aTick();
    expect(tried.map(({ length }) => length)).toEqual([16, 16, 8]);
    for (const end of ends) end();
    expect((await all).every(({ status }) => status === 'fulfilled')).toBe(true);
  });

  it('of one application go together, and never beside another of its effects', async () => {
    const { tried, ends, joint } = held();
    const all = [joint.doAlone('letter', 'A'), joint.doJointly('review-1', 'A'), joint.doJointly('review-2', 'A'), joint.doJointly('other', 'B')];
    await aTick();
    expect(tried).toEqual([['letter'], ['other']]);
    ends.shift()?.();
    for (let tick = 0; tick < 5; tick++) await aTick();
    expect(tried).toEqual([['letter'], ['other'], ['review-1', 'review-2']]);
    for (const end of ends) end();
    expect((await Promise.all(all)).map((row) => row?.id)).toEqual(['letter', 'review-1', 'review-2', 'other']);
  });
});
