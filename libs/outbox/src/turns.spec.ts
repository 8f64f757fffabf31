import { Turns } from './turns';

/** Work that ends when it is told to. */
function held(): { work: () => Promise<string>; end: (word: string) => void; fail: () => void; readonly hasBegun: boolean } {
  let hasBegun = false;
  let end: (word: string) => void = () => undefined;
  let fail: () => void = () => undefined;
  const done = new Promise<string>((resolve, reject) => {
    end = resolve;
    fail = () => reject(new Error('failed'));
  });
  return { work: () => { hasBegun = true; return done; }, end, fail, get hasBegun() { return hasBegun; } };
}

const aTick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('turns', () => {
  it('let those of one name work one after the other, and others at once', async () => {
    const turns = new Turns();
    const [first, second, other] = [held(), held(), held()];
    const all = [turns.take('a', first.work), turns.take('a', second.work), turns.take('b', other.work)];
    await aTick();
    expect([first.hasBegun, second.hasBegun, other.hasBegun]).toEqual([true, false, true]);
    first.end('1');
    await aTick();
    expect(second.hasBegun).toBe(true);
    second.end('2');
    other.end('3');
    expect(await Promise.all(all)).toEqual(['1', '2', '3']);
  });

  it('go on after one that failed, and forget a name when nobody is left', async () => {
    const turns = new Turns();
    const [first, second, third] = [held(), held(), held()];
    const failing = turns.take('a', first.work);
    const next = turns.take('a', second.work);
    first.fail();
    await expect(failing).rejects.toThrow('failed');
    await aTick();
    expect(second.hasBegun).toBe(true);
    second.end('2');
    expect(await next).toBe('2');
    const last = turns.take('a', third.work);
    expect(third.hasBegun).toBe(true);
    third.end('3');
    expect(await last).toBe('3');
  });
});
