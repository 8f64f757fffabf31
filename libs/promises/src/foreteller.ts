import { DEFAULT_WINDOW, ForecastPanel, PathForecaster } from '@anuyat/forecasts';
import { criticalPath, type Path } from './critical-path';
import type { Filed, SeenLine } from './filed';
import { endOfDay } from './promised-day';
import { situationOf, type Situation } from './situation';
import { keyOf, legOf, legsAfter, type Track } from './tracks';

/** An application that has not ended, with what is said of it since the line that was told. */
export interface Open {
  readonly filed: Filed;
  readonly revision: number;
  /** Absent where that line moved nothing that the rest of the way depends on. */
  readonly foretold?: Foretold;
}

/** What is kept of an application that has not ended: no more than the next line, or a fresh look, needs. */
interface Held {
  filed: Filed;
  revision: number;
  situation: Situation;
  tracks: Track[];
  said: Said;
}

/** What is kept of what was said: its path is reckoned again when somebody asks. */
type Said = Omit<Foretold, 'path'>;

/** What can be said of the rest of an application's way at some moment. */
export interface Foretold {
  at: number;
  /** The last moment of the promised day; undefined while too little is known, or where what comes first did not come. */
  by: number | undefined;
  path: Path;
  /** How many times the reckoned path is promised. */
  stretch: number | undefined;
  /** Finished applications of this licence type that were learnt from. */
  finished: number;
}

interface Ended {
  caseId: string;
  code: string;
  isGranted: boolean;
  outcome: 'decided' | 'withdrawn';
}

/** Finished applications of a licence type that are needed before anything is promised for it. */
export const NEEDED = DEFAULT_WINDOW.least;
export const SHARE = DEFAULT_WINDOW.share;

const SHORTEST_PATH = 3_600_000;
const NO_PATH: Path = { length: 0, legs: [] };

/**
 * Foretells by when nine in ten finish. It is told of every application's history in the order of time and learns from what ends: how long each
 * lane's work takes at each office, with the queue before it; and how the reckoned critical paths of whole applications turned out. It holds
 * nothing that cannot be learnt again from the history, and little for an open application: tens of thousands may be open.
 */
export class Foreteller {
  private readonly steps = new ForecastPanel(DEFAULT_WINDOW, true);
  private readonly paths = new PathForecaster(DEFAULT_WINDOW, endOfDay);
  private readonly open = new Map<string, Held>();
  private readonly ended = new Map<string, Ended>();
  private readonly byCase = new Map<string, string[]>();
  private readonly finished = new Map<string, number>();

  /** @returns what is known of it now; undefined when it has ended. Lines that it has seen change nothing. */
  see(filed: Filed, { revision, type, at, state }: SeenLine): Open | undefined {
    const before = this.open.get(filed.id);
    if (this.ended.has(filed.id) || (before && before.revision >= revision)) return before && { filed: before.filed, revision: before.revision };
    const situation = situationOf(filed.definition, state);
    const tracks = [...(before?.tracks ?? [])];
    const hasMoved = this.follow(filed, tracks, situation, { revision, type, at }) || !before;
    if (situation.end !== 'none') {
      this.close(filed, situation, at);
      return undefined;
    }
    const now: Held = { filed, revision, situation, tracks: tracks.slice(), said: before?.said ?? { at, by: undefined, stretch: undefined, finished: 0 } };
    this.open.set(filed.id, now);
    if (!before) this.byCase.set(filed.caseId, (this.byCase.get(filed.caseId) ?? []).concat(filed.id));
    if (!hasMoved) return { filed, revision };
    const foretold = this.foretell(now, at, !before);
    now.said = saidOf(foretold);
    return { filed, revision, foretold };
  }

  /**
   * What can be said of it now: with the queues as they are, and the offices' newest work. Where something was said before, that moves by as much
   * as the reckoning moved, and not because time passed. Nothing is remembered.
   */
  look(id: string, at: number): Foretold | undefined {
    const found = this.open.get(id);
    if (!found) return undefined;
    const [path, asItWas] = [this.pathOf(found, at, true), this.pathOf(found, at, false)];
    const { by, stretch } = found.said;
    const points = pointsOf(found, false);
    if (!path || !asItWas || by === undefined || stretch === undefined) return this.told(found, at, path, path && this.paths.look({ points, at, path: path.length }), points);
    return { ...found.said, at, path, by: endOfDay(by + (path.length - asItWas.length) * stretch) };
  }

  /** What was said when something last moved; what follows the lanes is reckoned as it is known now. */
  lastSaid(id: string): Foretold | undefined {
    const found = this.open.get(id);
    return found && { ...found.said, path: this.pathOf(found, found.said.at, false) ?? NO_PATH };
  }

  /** The open application of this id. */
  find(id: string): Open | undefined {
    return this.open.get(id);
  }

  /** Whether it is known to have ended. */
  hasEnded(id: string): boolean {
    return this.ended.has(id);
  }

  /** How it ended. */
  endOf(id: string): Ended['outcome'] {
    return this.ended.get(id)?.outcome ?? 'decided';
  }

  /** Open applications of the same case that the law puts before this one. */
  openBefore({ id: own, caseId, definition }: Filed): Filed[] {
    return (this.byCase.get(caseId) ?? []).flatMap((id) => {
      const filed = this.open.get(id)?.filed;
      return filed && id !== own && definition.dependsOn.includes(filed.code) ? [filed] : [];
    });
  }

  /** The open applications' ids; those that come or go meanwhile may be among them or not. */
  openIds(): IterableIterator<string> {
    return this.open.keys();
  }

  /** Open applications of the same case that wait for a licence of this type. */
  waitingFor({ caseId, code }: Pick<Filed, 'caseId' | 'code'>): Open[] {
    return (this.byCase.get(caseId) ?? []).flatMap((id) => {
      const other = this.open.get(id);
      return other?.situation.own === 'waiting' && other.filed.definition.dependsOn.includes(code) ? [other] : [];
    });
  }

  /** Forgets what ended and is needed no more: nothing of its case is open, and its id, which is in the order of time, comes before this one. */
  forgetEnded(before: string): void {
    for (const [id, { caseId }] of this.ended) {
      const ofCase = this.byCase.get(caseId) ?? [];
      if (id >= before || ofCase.some((other) => this.open.has(other))) continue;
      this.ended.delete(id);
      if (ofCase.length > 1) this.byCase.set(caseId, ofCase.filter((other) => other !== id));
      else this.byCase.delete(caseId);
    }
  }

  /** How many applications something is kept of: open ones, and ended ones that are not forgotten yet. */
  get held(): { open: number; ended: number; cases: number } {
    return { open: this.open.size, ended: this.ended.size, cases: this.byCase.size };
  }

  private foretell(open: Held, at: number, isFirst: boolean): Foretold {
    const path = this.pathOf(open, at, false);
    const points = pointsOf(open, isFirst);
    return this.told(open, at, path, path && this.paths.enter({ caseId: open.filed.id, points, at, path: path.length }), points);
  }

  private told({ filed }: Held, at: number, path: Path | undefined, within: number | undefined, points: string[]): Foretold {
    const finished = this.finished.get(filed.code) ?? 0;
    const isKnown = finished >= NEEDED && within !== undefined;
    return { at, by: isKnown ? at + within : undefined, path: path ?? NO_PATH, stretch: isKnown ? this.paths.stretchOf(points, at) : undefined, finished };
  }

  /** Undefined where something that comes first will not come. @param isAnew by what is known now, and not when its steps began. */
  private pathOf(open: Held, at: number, isAnew: boolean, above: readonly string[] = []): Path | undefined {
    const { filed, situation, tracks } = open;
    const legs = tracks.map((track) => legOf(filed, track, at, isAnew ? this.steps : undefined));
    const before = situation.own === 'waiting' ? this.waysBefore(filed, at, isAnew, [...above, filed.id]) : [];
    if (before.includes(undefined)) return undefined;
    const isWaiting = situation.own === 'waiting';
    const lanes = isWaiting ? filed.definition.lanes.filter(({ when }) => !when).map((lane) => legOf(filed, { lane: lane.id, state: 'checking' }, at, this.steps)) : legs.filter(({ what }) => what === 'lane');
    const own = isWaiting ? [] : legs.filter(({ what }) => what !== 'lane');
    const path = criticalPath({ before: before.flatMap((each) => each ?? []), lanes, after: [...own, ...legsAfter(filed, situation, at, this.steps)] });
    return { ...path, length: Math.max(SHORTEST_PATH, path.length) };
  }

  private waysBefore({ caseId, definition, id: own }: Filed, at: number, isAnew: boolean, above: readonly string[]): (Path | undefined)[] {
    return (this.byCase.get(caseId) ?? []).flatMap((id): (Path | undefined)[] => {
      const other = this.open.get(id);
      if (id === own || above.includes(id)) return [];
      if (other) {
        if (!definition.dependsOn.includes(other.filed.code)) return [];
        const path = this.pathOf(other, at, isAnew, above);
        return [path && { ...path, first: other.filed.code }];
      }
      const gone = this.ended.get(id);
      return gone && definition.dependsOn.includes(gone.code) && !gone.isGranted ? [undefined] : [];
    });
  }

  /** Tells the steps' forecasters which tracks began, went on and ended. @returns whether any did. */
  private follow({ id, code, offices }: Filed, tracks: Track[], situation: Situation, { revision, type, at }: Omit<SeenLine, 'state'>): boolean {
    const wanted = new Map(situation.lanes.map(({ lane, state }) => [lane, state]));
    if (situation.own) wanted.set('', situation.own);
    let hasMoved = false;
    for (const track of tracks.slice()) {
      const { lane } = track;
      if (wanted.get(lane) === track.state || (wanted.has(lane) && lane !== '')) continue;
      const isCut = situation.end !== 'none' && (situation.end === 'withdrawn' || (lane !== '' && !type.startsWith(`${lane}.`)));
      if (isCut) this.steps.leave(keyOf(id, track), at);
      else this.steps.end(keyOf(id, track), at);
      tracks.splice(tracks.indexOf(track), 1);
      hasMoved = true;
    }
    for (const [lane, state] of wanted) {
      const place = tracks.findIndex((track) => track.lane === lane);
      const before = tracks[place];
      if (before?.state === state) continue;
      const step = { step: `${code}/${lane}/${state}`, office: lane === '' ? '' : offices[lane]?.office ?? '' };
      const since = before?.since ?? revision;
      const load = this.steps.loadOf(step, before !== undefined);
      const track: Track = { lane, state, enteredAt: at, since, isLater: before !== undefined, within: this.steps.enter({ caseId: keyOf(id, { lane, since }), ...step, at }), load };
      tracks.splice(before ? place : tracks.length, before ? 1 : 0, track);
      hasMoved = true;
    }
    return hasMoved;
  }

  private close(filed: Filed, situation: Situation, at: number): void {
    this.open.delete(filed.id);
    this.ended.set(filed.id, { caseId: filed.caseId, code: filed.code, isGranted: situation.isGranted, outcome: situation.end === 'withdrawn' ? 'withdrawn' : 'decided' });
    if (situation.end === 'withdrawn') {
      this.paths.leave(filed.id, at);
      return;
    }
    this.paths.end(filed.id, at);
    this.finished.set(filed.code, (this.finished.get(filed.code) ?? 0) + 1);
  }
}

function saidOf({ at, by, stretch, finished }: Foretold): Said {
  return { at, by, stretch, finished };
}

/** Where it stands, for comparing it with others: the licence type at this part of its way, else the licence type. */
function pointsOf({ filed, situation }: Held, isFirst: boolean): string[] {
  const isAsked = situation.lanes.some(({ party }) => party === 'applicant');
  const part = isFirst ? 'filed' : situation.own ?? (isAsked ? 'asked' : 'review');
  return [`${filed.code}|${part}`, filed.code];
}
