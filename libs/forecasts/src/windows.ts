import { RunningWindow, type Level, type Reading, type WindowOptions } from './running-window';

/** The length that the first of some windows gives that has enough to say anything. */
export function firstLength(windows: readonly RunningWindow[], now: number, view = 0, age = 0, leeway = 0): number | undefined {
  for (const window of windows) {
    const length = window.lengthAt(now, view, age, leeway);
    if (length !== undefined) return length;
  }
  return undefined;
}

/** What the plain view reads in the first of some windows that has enough to say anything. */
export function firstLevel(windows: readonly RunningWindow[], now: number): Level | undefined {
  for (const window of windows) {
    const level = window.levelAt(now);
    if (level) return level;
  }
  return undefined;
}

/** The windows of points of the way, each made when it is first asked for; of the same points always the same list. */
export class Windows {
  private readonly byName = new Map<string, RunningWindow>();
  private readonly byPoints = new Map<string, readonly RunningWindow[]>();

  constructor(
    private readonly options: WindowOptions,
    private readonly views: readonly Reading[] = [{}],
  ) {}

  /** @param points names, the most particular first. */
  of(points: readonly string[]): readonly RunningWindow[] {
    const key = points.join('\n');
    let windows = this.byPoints.get(key);
    if (!windows) this.byPoints.set(key, (windows = points.map((name) => this.windowOf(name))));
    return windows;
  }

  private windowOf(name: string): RunningWindow {
    let window = this.byName.get(name);
    if (!window) this.byName.set(name, (window = new RunningWindow(this.options, this.views)));
    return window;
  }
}
