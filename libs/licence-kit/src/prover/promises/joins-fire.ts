import type { LicenceDefinition } from '../../definition/licence-definition';
import { withAncestors } from '../chart';
import type { Exploration } from '../explore';
import { finding, type Finding } from '../promise';
import { reachBack } from '../reach-back';
import { labelOf, tell, whereIs } from '../story';
import { isLeftToOthers } from '../views/environment';

/**
 * Wherever lanes run side by side they can still come together, however the rules fell. A lane without an end, or one
 * that a rule left waiting, would keep all others waiting for ever.
 */
export function joinsFire(definition: LicenceDefinition, { chart, situations, happenings, joined }: Exploration): Finding {
  for (const join of chart.places.values()) {
    if (join.config.type !== 'parallel') continue;
    const label = labelOf(definition, join);
    if (!join.moves.some(({ isJoin }) => isJoin)) {
      return finding('joins-fire', {
        th: `“${label.th}” (${join.path}) ไม่ได้บอกว่าเมื่อทุกช่องเสร็จแล้วจะไปที่ใด`,
        en: `“${label.en}” (${join.path}) does not say where it goes on when all its lanes are done.`,
      });
    }
    const inside = situations.filter(({ leaves }) => leaves.some((leaf) => withAncestors(leaf).includes(join)));
    const steps = happenings.filter(({ event }) => !isLeftToOthers(definition, event));
    const canJoin = reachBack((joined.get(join.path) ?? []).flatMap(({ from, to }) => from ?? to), steps);
    const stuck = inside.find((situation) => !canJoin.has(situation));
    if (!stuck) continue;
    const where = whereIs(definition, stuck);
    return finding('joins-fire', tell(definition, stuck, {
      th: `“${label.th}” จบพร้อมกันทุกช่องไม่ได้อีก คำขอค้างอยู่ที่ ${where.th}`,
      en: `the lanes of “${label.en}” can never all be done: it stands in ${where.en}`,
    }));
  }
  return finding('joins-fire', undefined);
}
