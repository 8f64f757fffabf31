import { Foreteller, NEEDED, type Foretold } from './foreteller';
import { card, cards, DAY, START, withdrawn, type MadeUpCard } from './testing/made-up-work';

interface Judged {
  foretold: Foretold;
  isFirst: boolean;
  isKept: boolean;
}

/** Tells all cards in the order of time, and judges what was said of those filed in the later half. */
function play(made: readonly MadeUpCard[], foreteller = new Foreteller()): Judged[] {
  const later = new Set(made.slice(made.length / 2).map(({ filed }) => filed.id));
  const moments = made.flatMap((one) => one.lines.map((line) => ({ one, line }))).sort((a, b) => a.line.at - b.line.at);
  return moments.flatMap(({ one, line }): Judged[] => {
    const foretold = foreteller.see(one.filed, line)?.foretold;
    if (foretold?.by === undefined || !later.has(one.filed.id)) return [];
    return [{ foretold, isFirst: line.revision === 1, isKept: (one.lines.at(-1)?.at ?? 0) <= foretold.by }];
  });
}

const kept = (judged: readonly Judged[]): number => judged.filter(({ isKept }) => isKept).length / judged.length;

describe('what is foretold of applications', () => {
  it('says nothing before enough of a licence type have finished', () => {
    const foreteller = new Foreteller();
    const few = cards(NEEDED - 1);
    play(few, foreteller);
    const fresh = card('fresh', 400, []);
    expect(foreteller.see(fresh.filed, fresh.lines[0] as never)?.foretold).toMatchObject({ by: undefined, finished: NEEDED - 1 });
  });

  it('holds for nine in ten, at filing and at every later step, within two points', () => {
    const judged = play(cards(2_800));
    expect(judged.length).toBeGreaterThan(7_000);
    expect(Math.abs(kept(judged) - 0.9)).toBeLessThan(0.02);
    expect(Math.abs(kept(judged.filter(({ isFirst }) => isFirst)) - 0.9)).toBeLessThan(0.02);
  });

  it('holds while the offices grow twice as slow', () => {
    expect(Math.abs(kept(play(cards(1_400, (part) => 1 + part))) - 0.9)).toBeLessThan(0.02);
  });

  it('promises less time where the office is quick', () => {
    const foreteller = new Foreteller();
    play(cards(500), foreteller);
    const lengthAt = (office: string) => {
      const { filed, lines } = card(`at-${office}`, 200, [], office);
      const foretold = foreteller.see(filed, lines[0] as never)?.foretold;
      return (foretold?.by ?? 0) - (foretold?.at ?? 0);
    };
    expect(lengthAt('bma-1039-registry')).toBeLessThan(lengthAt('bma-1039-revenue'));
  });

  it('gets the same from the same history, whoever was told of it and however often', () => {
    const made = cards(200);
    const [once, again] = [new Foreteller(), new Foreteller()];
    play(made, once);
    play(made.flatMap((each) => [each, each]), again);
    const { filed, lines } = card('asked', 60, []);
    expect(again.see(filed, lines[0] as never)?.foretold).toEqual(once.see(filed, lines[0] as never)?.foretold);
  });

  it('keeps nothing of what ended, once nobody asks for it any more', () => {
    const held = (count: number) => {
      const foreteller = new Foreteller();
      play(cards(count), foreteller);
      const open = card('open', 400, []);
      foreteller.see(open.filed, open.lines[0] as never);
      foreteller.forgetEnded('d');
      return foreteller.held;
    };
    expect([held(20), held(200)]).toEqual([{ open: 1, ended: 0, cases: 1 }, { open: 1, ended: 0, cases: 1 }]);
  });

  it('keeps of a case what ended in it, as long as something of it is open', () => {
    const foreteller = new Foreteller();
    const [ended, open] = [card('a', 1, [1, 2, 3, 4, 5, 6, 7, 8]), card('b', 1, [])];
    const together = [{ ...ended, filed: { ...ended.filed, caseId: 'one' } }, { ...open, filed: { ...open.filed, caseId: 'one' } }];
    play(together, foreteller);
    foreteller.forgetEnded('d');
    expect([foreteller.hasEnded('a'), foreteller.held]).toEqual([true, { open: 1, ended: 1, cases: 1 }]);
  });

  it('takes what was withdrawn for unfinished, and not for quick', () => {
    const [whole, taken] = [new Foreteller(), new Foreteller()];
    const made = cards(600);
    play(made, whole);
    play(made.map((each, at) => (at % 3 === 0 ? withdrawn(each, 0.5) : each)), taken);
    const { filed, lines } = card('asked', 200, []);
    const [a, b] = [whole, taken].map((foreteller) => foreteller.see(filed, lines[0] as never)?.foretold?.by ?? 0) as [number, number];
    expect(b).toBeGreaterThan(a - (a - START - 200 * DAY) * 0.35);
  });

  it('moves the day when a queue grows, and says by what', () => {
    const foreteller = new Foreteller();
    play(cards(500), foreteller);
    const asked = card('asked', 210, []);
    foreteller.see(asked.filed, asked.lines[0] as never);
    const at = START + 211 * DAY;
    const before = foreteller.look('asked', at);
    for (let more = 0; more < 120; more++) {
      const each = card(`more-${more}`, 210.5, []);
      foreteller.see(each.filed, each.lines[0] as never);
    }
    const after = foreteller.look('asked', at);
    expect(after?.path.length).toBeGreaterThanOrEqual(before?.path.length ?? 0);
    const load = (foretold: Foretold | undefined) => foretold?.path.legs.find(({ what }) => what === 'lane')?.load?.queue ?? 0;
    expect(load(after)).toBeGreaterThanOrEqual(load(before) + 120);
  });
});
