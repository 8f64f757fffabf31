import type { LicenceDefinition } from '../../definition/licence-definition';
import { findTarget, type Chart } from '../chart';
import { finding, together, type Finding } from '../promise';
import { labelOf } from '../story';
import type { Walk } from '../views/views';

/** Every state is reached by some application, if only for a moment; one that is not is a mistake in what leads there. */
export function everyStateIsReached(definition: LicenceDefinition, chart: Chart, { isEntered }: Pick<Walk, 'isEntered'>): Finding {
  const missed = [...chart.places.values()].filter((place) => !isEntered(place) && (!place.parent || isEntered(place.parent)));
  const stories = missed.map((place) => {
    const label = labelOf(definition, place);
    const isTarget = chart.moves.some((move) => move.config.target !== undefined && findTarget(chart, move) === place);
    return isTarget
      ? {
          th: `ไม่มีคำขอใดไปถึง “${label.th}” (${place.path}) เพราะทางที่นำไปไม่เคยเปิด`,
          en: `No application ever comes to “${label.en}” (${place.path}): what leads there never happens.`,
        }
      : {
          th: `ไม่มีคำขอใดไปถึง “${label.th}” (${place.path}) เพราะไม่มีทางนำไป`,
          en: `No application ever comes to “${label.en}” (${place.path}): nothing leads there.`,
        };
  });
  return finding('every-state-is-reached', together(stories));
}
