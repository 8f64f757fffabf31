import { jest } from '@jest/globals';
import { Rounds } from './rounds';

/** Rounds that are counted, and that last until they are let go. */
class Patrol {
  begun = 0;
  underWay = 0;
  letGo: () => void = () => undefined;

  round = async (): Promise<void> => {
    this.begun += 1;
    this.underWay += 1;
    await new Promise<void>((resolve) => (this.letGo = resolve));
    this.underWay -= 1;
  };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const pass = (milliseconds: number) => jest.advanceTimersByTimeAsync(milliseconds);

describe('rounds', () => {
  it('come again and again, and never twice at once', async () => {
    const patrol = new Patrol();
    new Rounds(() => undefined).every(1_000, patrol.round);
    await pass(5_500);
    expect(patrol.begun).toBe(1);
    patrol.letGo();
    await pass(1_000);
    expect([patrol.begun, patrol.underWay]).toEqual([2, 1]);
  });

  it('go on after one failed, and tell of it', async () => {
    const failures: Error[] = [];
    let begun = 0;
    new Rounds((error) => failures.push(error)).every(1_000, () => {
      begun += 1;
      return begun < 3 ? Promise.reject(new Error(`no. ${begun}`)) : Promise.resolve();
    });
    await pass(3_500);
    expect([begun, failures.map(({ message }) => message)]).toEqual([3, ['no. 1', 'no. 2']]);
  });

  it('are finished, not broken off, when they stop, and none begins after that', async () => {
    const patrol = new Patrol();
    const rounds = new Rounds(() => undefined);
    rounds.every(1_000, patrol.round);
    await pass(1_500);
    const stopped = rounds.stop().then(() => patrol.underWay);
    patrol.letGo();
    expect(await stopped).toBe(0);
    await pass(5_000);
    expect(patrol.begun).toBe(1);
  });
});
