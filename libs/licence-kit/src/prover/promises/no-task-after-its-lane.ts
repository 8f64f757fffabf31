import type { LicenceDefinition } from '../../definition/licence-definition';
import type { Place } from '../chart';
import type { Exploration } from '../explore';
import { finding, type Finding } from '../promise';
import { laneOf, laneTitle, sayBoth, tell } from '../story';

/** A lane that is done holds no task and waits for no answer, while others go on and when all have come together. */
export function noTaskAfterItsLane(definition: LicenceDefinition, { situations }: Exploration): Finding {
  for (const situation of situations) {
    const { reviews, questions } = situation.ledger;
    const lane = situation.isEnded ? undefined : [...reviews, ...questions].find((id) => !situation.leaves.some((leaf) => isLive(definition, leaf, id)));
    if (lane === undefined) continue;
    const title = laneTitle(definition, lane);
    return finding('no-task-after-its-lane', tell(definition, situation, sayBoth((language) =>
      language === 'th' ? `${title.th} เสร็จแล้วแต่ยังมีงานค้าง` : `${title.en} is done but still holds a task`)));
  }
  return finding('no-task-after-its-lane', undefined);
}

/** Whether a lane is still at work in a state: one of its own that is no end, or one that waits for its office. */
export function isLive(definition: LicenceDefinition, { children, config, ...place }: Place, lane: string): boolean {
  if (children.length > 0 || config.type === 'final') return false;
  return laneOf(definition, { children, config, ...place }) === lane || config.meta?.owner === `office:${lane}`;
}
