/** How many rows there is room for in one window. */
export interface Room {
  /** Kinds of events that one caller is written down with. */
  each: number;
  /** Kinds of events of all strangers together, and of all known people. */
  strangers: number;
  people: number;
}

/** Who is counted, and what for. */
export interface Counted<E> {
  /** The same for the same person or network. */
  caller: string;
  isPerson: boolean;
  /** The same for what is counted together. */
  key: string;
  event: E;
  /** What is counted instead where there is no more room: for the caller, and for everybody else. */
  more: E;
  others: E;
}

interface Entry<E> {
  event: E;
  /** After the first, which is told at once. */
  repeats: number;
  at: number;
}

const WINDOW_MS = 60_000;
const ROOM: Room = { each: 10, strangers: 100, people: 400 };

/**
 * Counts what comes often, so that whoever makes noise fills no disk: in each minute the first of a kind is told at once and its repeats as one number at
 * the end; a caller with too many kinds, and callers beyond a number, are told together. At most twice the room, and a few rows, in a minute.
 */
export class Tally<E> {
  private readonly entries = new Map<string, Entry<E>>();
  private readonly kindsOf = new Map<string, number>();
  private taken = { strangers: 0, people: 0 };
  private fresh: { event: E; count: number; forMs: number }[] = [];
  private begun = -Infinity;

  constructor(
    /** Milliseconds of a clock that never goes back. */
    private readonly now: () => number = () => performance.now(),
    private readonly room: Room = ROOM,
  ) {}

  add(counted: Counted<E>): void {
    if (this.now() - this.begun >= WINDOW_MS) this.turn();
    const { key, event } = this.placeFor(counted);
    const known = this.entries.get(key);
    if (known) {
      known.repeats += 1;
      return;
    }
    this.entries.set(key, { event, repeats: 0, at: this.now() });
    this.fresh.push({ event, count: 1, forMs: 0 });
  }

  /** Whether the caller's next event could still be a row of its own. */
  hasRoomFor(caller: string, isPerson: boolean): boolean {
    if (this.now() - this.begun >= WINDOW_MS) return true;
    return (this.kindsOf.get(caller) ?? 0) < this.room.each && this.taken[isPerson ? 'people' : 'strangers'] < this.room[isPerson ? 'people' : 'strangers'];
  }

  /** What is to be written now; with `isLast`, also what would be counted on. */
  take(isLast = false): { event: E; count: number; forMs: number }[] {
    if (isLast || this.now() - this.begun >= WINDOW_MS) this.turn();
    return this.fresh.splice(0);
  }

  /** Milliseconds until the repeats of this window are told; undefined where there are none. */
  get dueInMs(): number | undefined {
    return [...this.entries.values()].some(({ repeats }) => repeats > 0) ? Math.max(0, this.begun + WINDOW_MS - this.now()) : undefined;
  }

  private placeFor({ caller, isPerson, key, event, more, others }: Counted<E>): { key: string; event: E } {
    const own = `${caller} ${key}`;
    if (this.entries.has(own)) return { key: own, event };
    const side = isPerson ? 'people' : 'strangers';
    const kinds = this.kindsOf.get(caller) ?? 0;
    if (this.taken[side] >= this.room[side]) return { key: `${side} ${key.split(' ', 1)[0]}`, event: others };
    this.kindsOf.set(caller, kinds + 1);
    if (kinds >= this.room.each) return { key: `${caller} more`, event: more };
    this.taken[side] += 1;
    return { key: own, event };
  }

  /** A new window begins. */
  private turn(): void {
    for (const { event, repeats, at } of this.entries.values()) if (repeats > 0) this.fresh.push({ event, count: repeats, forMs: Math.round(this.now() - at) });
    this.entries.clear();
    this.kindsOf.clear();
    this.taken = { strangers: 0, people: 0 };
    this.begun = this.now();
  }
}
