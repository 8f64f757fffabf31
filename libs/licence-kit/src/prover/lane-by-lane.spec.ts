import fc from 'fast-check';
import { agencyReview } from '../blocks/agency-review';
import type { LicenceDefinition } from '../definition/licence-definition';
import type { StateConfig, TransitionConfig } from '../definition/machine';
import { libraryCard } from '../testing/library-card';
import { chartOf } from './chart';
import { prove, type Proof } from './prove';
import { smallCard } from './testing/break';
import { faultsOfConduct } from './testing/faults-of-conduct';
import { faultsOfTime, lawfulInTime } from './testing/faults-of-time';
import { seededFaults } from './testing/seeded-faults';
import { findCrossing } from './views/separable';

const broken = ({ promises }: Proof) => promises.filter(({ isKept }) => !isKept).map(({ code }) => code);
const atOnce = (definition: LicenceDefinition) => prove(definition, { mostLanesAtOnce: 99 });
const laneByLane = (definition: LicenceDefinition) => prove(definition, { mostLanesAtOnce: 1 });

const { source } = libraryCard().clock;
const titles = Object.fromEntries('abcdefgh'.split('').map((id) => [`lanes.${id}`, id]));

function withLanes(lanes: { id: string; when?: string; hasInspection?: boolean; isOneStep?: boolean }[]): LicenceDefinition {
  const { texts } = libraryCard();
  return libraryCard({
    lanes: lanes.map(({ id, ...more }) => agencyReview(id, { law: 'factory', duty: 'factory', clock: { days: 3, unit: 'working', source }, reads: ['reader'], ...more })),
    documents: [],
    texts: { th: { ...texts.th, ...titles }, en: { ...texts.en, ...titles } },
  });
}

const two = withLanes([{ id: 'a', isOneStep: true, when: 'reader.age > 10' }, { id: 'b' }]);
const visited = withLanes([{ id: 'a', hasInspection: true }, { id: 'c', when: 'wish.rareBooks > 5', isOneStep: true }]);

describe('lane by lane', () => {
  it('eight lanes, five of them conditional, are proved', () => {
    const lanes = 'abcdefgh'.split('').map((id, at) => ({ id, hasInspection: at % 2 === 0, ...(at < 3 ? {} : { when: at < 6 ? `wish.rareBooks > ${at}` : `reader.age > ${at * 10}` }) }));
    const proof = prove(withLanes(lanes));
    expect(broken(proof)).toEqual([]);
    expect(proof).toMatchObject({ isProved: true, isLaneByLane: true });
    expect(proof.states).toBeLessThan(2_000);
  });

  it('a fault of one lane among eight is found', () => {
    const definition = structuredClone(withLanes('abcdefgh'.split('').map((id) => ({ id, hasInspection: true }))));
    const lane = definition.machine.states?.['review']?.states?.['g']?.states as Record<string, StateConfig>;
    Object.assign(lane['considering']?.on ?? {}, { 'g.overdue': [{ target: 'approved' }] });
    expect(broken(prove(definition))).toEqual(['nothing-issued-unreviewed', 'deemed-approval-only-by-law']);
  });

  it.each([...seededFaults, ...faultsOfTime, ...faultsOfConduct].map(([code, how, definition]) => [`${code}: ${how}`, definition] as const))('finds what walking through all at once finds: %s', (_, definition) => {
    expect(broken(laneByLane(definition))).toEqual(broken(atOnce(definition)));
  });

  it.each(Object.entries(lawfulInTime))('accepts what is lawful: %s', (_, definition) => {
    expect({ atOnce: broken(atOnce(definition)), laneByLane: broken(laneByLane(definition)) }).toEqual({ atOnce: [], laneByLane: [] });
  });

  it('says the same as walking through all at once, of definitions broken by chance; where lanes can never come together, it also says what would be issued if they did', () => {
    fc.assert(fc.property(fc.constantFrom(smallCard(), two), fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { minLength: 1, maxLength: 2 }), (good, cuts) => {
      const definition = structuredClone(good);
      for (const cut of cuts) mutate(definition, cut);
      const [apart, together] = [broken(laneByLane(definition)), broken(atOnce(definition))];
      expect(apart).toEqual(expect.arrayContaining(together));
      if (!together.includes('joins-fire')) expect(apart).toEqual(together);
    }), { numRuns: 15 });
  });

  it('finds a lane that is stuck by a rule on which another lane hangs too', () => {
    const definition = structuredClone(visited);
    const lane = definition.machine.states?.['review']?.states?.['a']?.states as Record<string, StateConfig>;
    const [way] = lane['inspecting']?.on?.['a.inspectionRecorded'] ?? [];
    if (way) way.guard = { type: 'rule', params: { rule: 'wish.rareBooks > 5' } };
    expect(broken(laneByLane(definition))).toEqual(broken(atOnce(definition)));
    const proof = laneByLane(definition);
    expect(broken(proof)).toEqual(['no-dead-end', 'joins-fire']);
    expect(proof.promises.find(({ code }) => code === 'no-dead-end')?.story?.en).toMatch(/it turns out \(“wish\.rareBooks > 5” does not hold\);.* and then nobody can bring it to an end/);
  });

  it('lanes that reach into one another are walked through together', () => {
    const definition = structuredClone(two);
    const lane = definition.machine.states?.['review']?.states?.['b']?.states as Record<string, StateConfig>;
    lane['considering']?.entry?.push({ type: 'closeReview', params: { lane: 'a' } });
    expect(findCrossing(chartOf(definition.machine))).toBeUndefined();
    expect(prove(definition).isLaneByLane).toBe(false);
  });
});

/** Breaks one thing of a lane: a way goes elsewhere, an effect is forgotten or moved, a rule is dropped, a way is cut. */
function mutate(definition: LicenceDefinition, [where, what, how]: readonly [number, number, number]): void {
  const regions = Object.values(definition.machine.states?.['review']?.states ?? {});
  const region = regions[where % regions.length]?.states ?? {};
  const names = Object.keys(region);
  const states = Object.values(region);
  const pick = <T>(list: readonly T[], by: number): T | undefined => list[by % Math.max(list.length, 1)];
  const ways = states.flatMap((state) => [...Object.values(state.on ?? {}).flat(), ...(state.always ?? [])]);
  const way = pick(ways, how) as TransitionConfig;
  const state = pick(states, how) as StateConfig;
  switch (what % 6) {
    case 0:
      way.target = pick([...names, '#refused', '#returned', '#issued'], where + how) ?? 'approved';
      break;
    case 1:
      state.entry?.splice(how % Math.max(state.entry.length, 1), 1);
      break;
    case 2:
      delete way.guard;
      break;
    case 3:
      if (state.on) delete state.on[pick(Object.keys(state.on), where) ?? ''];
      break;
    case 4:
      way.guard = { type: 'rule', params: { rule: pick(['wish.rareBooks > 5', 'reader.age < 18', 'false'], where) } } as TransitionConfig['guard'];
      break;
    default:
      state.exit = [];
  }
}
