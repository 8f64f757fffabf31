import { Blend } from './blend';
import { Forecast } from './forecast';

/** A case that ended, of which two views said something. */
function ended(took: number, ...said: number[]): Forecast {
  const forecast = new Forecast(0, said.map((within) => ({ within, factor: 1 })), []);
  forecast.took = took;
  return forecast;
}

describe('a blend of views', () => {
  it('is their geometric mean while nothing is known of them', () => {
    expect(new Blend(2, 0.9).mix([10_000, 40_000])).toBeCloseTo(20_000, 6);
  });

  it('says nothing where no view does, and leaves out those that do not', () => {
    const blend = new Blend(2, 0.9);
    expect([blend.mix([undefined, undefined]), blend.mix([undefined, 7_000])]).toEqual([undefined, expect.closeTo(7_000, 6)]);
  });

  it('comes close to the view that was the best of late, and never leaves the range of what is said', () => {
    const blend = new Blend(2, 0.9);
    for (let at = 0; at < 100; at++) blend.learn([ended(9_000, 10_000, 40_000)]);
    const mixed = blend.mix([10_000, 40_000]) ?? 0;
    expect(mixed).toBeGreaterThanOrEqual(10_000 - 1e-6);
    expect(mixed).toBeLessThan(10_100);
  });

  it('counts a case of many steps as one witness', () => {
    const [once, often] = [new Blend(2, 0.9), new Blend(2, 0.9)];
    for (let at = 0; at < 20; at++) {
      once.learn([ended(9_000, 10_000, 12_000)]);
      often.learn(Array.from({ length: 40 }, () => ended(9_000, 10_000, 12_000)));
    }
    expect(often.mix([10_000, 12_000])).toBeCloseTo(once.mix([10_000, 12_000]) ?? 0, -1);
  });
});
