import { acceptedEvents, advance, grounds, holdersOf, open, OWN_TRACK, type LicenceDefinition, type StoredState } from '@anuyat/licence-kit';
import { ledgerOf, stretchesOf } from '@anuyat/registrar';
import { licences } from '@anuyat/workflows';

const RECEIVED = Date.UTC(2026, 10, 23, 3);
const HOUR = 3_600_000;
const LIVES = 40;

/** Enough for every rule to say something; what it says does not matter here. */
const facts = {
  place: { province: '10', estate: null, zone: null }, premises: { areaSqm: 600, storeys: 2, tenure: 'rent' }, business: { areaSqm: 180, capitalBaht: 1_000_000, activities: ['56101'] },
  food: { kind: 'restaurant', seats: 200, wastewaterTo: 'waterway' }, filing: { date: '2026-11-23' },
};

/** A repeatable stream of numbers in [0, 1). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}

function lifeOf(definition: LicenceDefinition, random: () => number): { revision: number; at: Date; state: StoredState }[] {
  let { state } = open(definition, facts);
  const history = [{ revision: 1, at: new Date(RECEIVED), state }];
  while (history.length < 40) {
    const accepted = acceptedEvents(definition, state);
    if (accepted.length === 0) break;
    state = advance(definition, state, accepted[Math.floor(random() * accepted.length)] ?? '', facts).state;
    history.push({ revision: history.length + 1, at: new Date(RECEIVED + history.length * HOUR), state });
  }
  return history;
}

it.each(licences.map((licence) => [licence.code, licence] as const))('every hour of %s is counted once on each track, on a known ground', (_, definition) => {
  const random = randomFrom(20_261_122);
  for (let n = 0; n < LIVES; n++) {
    const history = lifeOf(definition, random);
    const stretches = stretchesOf(ledgerOf(definition, new Date(RECEIVED), history));
    expect(stretches.filter(({ ground }) => !Object.hasOwn(grounds, ground ?? ''))).toEqual([]);
    for (const { at, state } of history) {
      const running = stretches.filter(({ from, until }) => from <= at && (until === null || until > at)).map(({ track, party }) => `${track} ${party}`);
      const held = Object.entries(holdersOf(definition, state.value)).flatMap(([track, { party }]) => (party === 'nobody' ? [] : [`${track} ${party}`]));
      expect(running.toSorted()).toEqual(held.toSorted());
    }
    const own = stretches.filter(({ track }) => track === OWN_TRACK);
    expect(own[0]?.from.getTime()).toBe(RECEIVED);
    for (const [at, { until }] of own.entries()) if (own[at + 1]) expect(until).toEqual(own[at + 1]?.from);
  }
});
