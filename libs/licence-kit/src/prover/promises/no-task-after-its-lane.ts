import type { LicenceDefinition } from '../../definition/licence-definition';
import type { Exploration } from '../explore';
import { finding, type Finding } from '../promise';
import { laneOf, laneTitle, sayBoth, tell } from '../story';

/** A lane that is done holds no task and waits for no answer, also while others go on. */
export function noTaskAfterItsLane(definition: LicenceDefinition, { situations }: Exploration): Finding {
  for (const situation of situations) {
    const done = situation.leaves.filter(({ config }) => config.type === 'final').map((leaf) => laneOf(definition, leaf));
    const lane = done.find((id) => id !== undefined && (situation.ledger.reviews.includes(id) || situation.ledger.questions.includes(id)));
    if (lane === undefined) continue;
    const title = laneTitle(definition, lane);
    return finding('no-task-after-its-lane', tell(definition, situation, sayBoth((language) =>
      language === 'th' ? `${title.th} เสร็จแล้วแต่ยังมีงานค้าง` : `${title.en} is done but still holds a task`)));
  }
  return finding('no-task-after-its-lane', undefined);
}
