import { Forecast } from './forecast';
import { RunningWindow } from './running-window';

const OPTIONS = { share: 0.9, size: 50, least: 30 };

/** A window that cases pass through one a moment, each taking what is said. */
function passed(count: number, took: (at: number) => number, within: number): { window: RunningWindow; now: number } {
  const window = new RunningWindow(OPTIONS);
  const moments: { at: number; act: () => void }[] = [];
  for (let at = 0; at < count; at++) {
    const forecast = new Forecast(at, [{ within, factor: 1 }], [window]);
    moments.push({ at, act: () => window.add(forecast) });
    moments.push({ at: at + took(at), act: () => {
      forecast.took = took(at);
      window.settle(forecast);
    } });
  }
  moments.sort((a, b) => a.at - b.at);
  for (const { at, act } of moments) {
    act();
    window.lengthAt(at);
  }
  return { window, now: moments.at(-1)?.at ?? 0 };
}

describe('a running window', () => {
  it('says nothing before enough cases have ended, however many forecasts they had', () => {
    const window = new RunningWindow(OPTIONS);
    for (let at = 0; at < 200; at++) {
      const forecast = new Forecast(0, [{ within: 0, factor: 1 }], [window]);
      window.add(forecast);
      forecast.took = 5;
      window.settle(forecast);
    }
    expect(window.lengthAt(6)).toBeUndefined();
  });

  it('asks for more after promises that were broken on their day than after promises that held', () => {
    const varied = (at: number): number => 1 + ((at * 37) % 100);
    const [broken, held] = [passed(400, varied, 40), passed(400, varied, 100)];
    expect(broken.window.lengthAt(broken.now)).toBeGreaterThan(held.window.lengthAt(held.now) ?? Infinity);
  });

  it('forgets what ended before the cases that it looks back at', () => {
    const { window } = passed(5_000, () => 3, 3);
    expect(window.kept).toBeLessThan(3 * OPTIONS.size);
  });

  it('keeps a bounded number even where nothing ends', () => {
    const window = new RunningWindow(OPTIONS);
    for (let at = 0; at < 10_000; at++) window.add(new Forecast(at, [{ within: 1, factor: 1 }], [window]));
    expect(window.kept).toBeLessThanOrEqual(20 * OPTIONS.size);
  });
});
