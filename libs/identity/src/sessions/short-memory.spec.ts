import { ShortMemory } from './short-memory';
import { createToken, sessionIdOf } from './session-token';

describe('the short memory', () => {
  const counting = () => {
    let asked = 0;
    return { ask: () => Promise.resolve(++asked), count: () => asked };
  };

  it('asks once for a burst of calls and again when its moment is over', async () => {
    let now = 0;
    const memory = new ShortMemory<number>(500, 10, () => now);
    const { ask } = counting();
    expect(await Promise.all([memory.get('a', ask), memory.get('a', ask)])).toEqual([1, 1]);
    now = 499;
    expect(await memory.get('a', ask)).toBe(1);
    now = 500;
    expect(await memory.get('a', ask)).toBe(2);
  });

  it('does not remember failures', async () => {
    const memory = new ShortMemory<number>(500, 10, () => 0);
    await expect(memory.get('a', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    expect(await memory.get('a', () => Promise.resolve(1))).toBe(1);
  });

  it('forgets at once when told to, also what is still being asked', async () => {
    const memory = new ShortMemory<number>(500, 10, () => 0);
    let answer: (value: number) => void = () => undefined;
    const old = memory.get('a', () => new Promise<number>((resolve) => (answer = resolve)));
    memory.clear();
    expect(await memory.get('a', () => Promise.resolve(2))).toBe(2);
    answer(1);
    expect(await old).toBe(1);
    expect(await memory.get('a', () => Promise.resolve(3))).toBe(2);
  });

  it('holds no more than it may', async () => {
    const memory = new ShortMemory<number>(500, 2, () => 0);
    const { ask, count } = counting();
    for (const key of ['a', 'b', 'c', 'a']) await memory.get(key, ask);
    expect(count()).toBe(4);
  });
});

describe('a session’s token', () => {
  it('is 256 bits of chance, and the database holds only its digest', () => {
    const tokens = Array.from({ length: 100 }, createToken);
    expect(new Set(tokens).size).toBe(100);
    expect(tokens.every((token) => Buffer.from(token, 'base64url').length === 32)).toBe(true);
    expect(sessionIdOf(tokens[0])).toHaveLength(32);
    expect(sessionIdOf(tokens[0])?.toString('base64url')).not.toBe(tokens[0]);
  });

  it.each([undefined, '', 'short', `${createToken()}x`, "' OR 1=1 --".padEnd(43, 'x')])('is not %s', (value) => {
    expect(sessionIdOf(value)).toBeUndefined();
  });
});
