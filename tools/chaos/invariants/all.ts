import { decidedOnce, nothingLost } from './applications';
import { clocksRingOnce } from './clocks';
import { noticesOnce, nothingStuck } from './effects';
import { filedIsSealed, historiesReplay } from './histories';
import { moneyAgrees } from './money';
import { numbersGapless } from './numbers';
import { filesWhole, nobodySeesOthers, nobodyWasLiedTo } from './people';
import type { Found, Invariant, World } from './world';

/** What has to hold after every run, whatever happened in it. */
export const invariants: readonly Invariant[] = [
  nothingLost, decidedOnce, numbersGapless, historiesReplay, clocksRingOnce, moneyAgrees, noticesOnce, nothingStuck, nobodySeesOthers, filesWhole, filedIsSealed, nobodyWasLiedTo,
];

export interface Checked extends Found, Pick<Invariant, 'id' | 'title'> {}

/** Checks them all, one after the other; a check that fails is a breach of its own. */
export async function checkAll(world: World): Promise<Checked[]> {
  const checked: Checked[] = [];
  for (const { id, title, ...invariant } of invariants) {
    const found = await invariant.check(world).catch((error: Error) => ({ checked: 'nothing', breaches: [`It could not be checked: ${error.message}`] }));
    checked.push({ id, title, ...found });
  }
  return checked;
}
