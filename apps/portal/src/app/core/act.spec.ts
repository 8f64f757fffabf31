import { HttpErrorResponse } from '@angular/common/http';
import { Act } from './act';

const lost = new HttpErrorResponse({ status: 0 });
const refused = new HttpErrorResponse({ status: 409, error: { status: 409, code: 'stale-revision', title: { th: 'ก', en: 'a' } } });

/** An act whose tries end as told; gives the keys that were sent. */
function act(...ends: (string | HttpErrorResponse)[]): { act: Act<string>; keys: string[] } {
  const keys: string[] = [];
  return {
    keys,
    act: new Act<string>((key) => {
      keys.push(key);
      const end = ends[keys.length - 1] ?? 'done';
      return typeof end === 'string' ? Promise.resolve(end) : Promise.reject(end);
    }),
  };
}

describe('an act', () => {
  it('is sent again with the same key when the connection was lost', async () => {
    const { act: sending, keys } = act(lost, 'done');
    expect(await sending.run({ a: 1 })).toBeUndefined();
    expect(sending.problem()?.code).toBe('temporarily-unavailable');
    expect(await sending.run({ a: 1 })).toBe('done');
    expect(keys[0]).toBe(keys[1]);
    expect(sending.problem()).toBeNull();
  });

  it('is another act when its content changed meanwhile', async () => {
    const { act: sending, keys } = act(lost, 'done');
    await sending.run({ a: 1 });
    await sending.run({ a: 2 });
    expect(keys[0]).not.toBe(keys[1]);
  });

  it('is another act after it was refused, and after it succeeded', async () => {
    const { act: sending, keys } = act(refused, 'done', 'done');
    await sending.run();
    expect(sending.problem()?.code).toBe('stale-revision');
    await sending.run();
    await sending.run();
    expect(new Set(keys).size).toBe(3);
  });

  it('happens once when it is pressed twice', async () => {
    const { act: sending, keys } = act('done');
    const [first, second] = await Promise.all([sending.run(), sending.run()]);
    expect([first, second]).toEqual(['done', undefined]);
    expect(keys).toHaveLength(1);
  });
});
