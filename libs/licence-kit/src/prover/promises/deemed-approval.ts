import type { Clock, LicenceDefinition } from '../../definition/licence-definition';
import { type Chart } from '../chart';
import type { Exploration, Happening } from '../explore';
import { finding, type Finding } from '../promise';
import { laneOf, tellStep } from '../story';

/** Time that runs out decides nothing in the applicant's favour, unless the licence's law says so; and then not before its days are over. */
export function deemedApprovalOnlyByLaw(definition: LicenceDefinition, { chart, happenings }: Exploration): Finding {
  const { deemedApproval = 'forbidden' } = definition;
  for (const happening of happenings) {
    const days = clockBehind(chart, happening.event);
    if (!days || !isApproval(definition, chart, happening)) continue;
    if (deemedApproval === 'forbidden') {
      return finding('deemed-approval-only-by-law', tellStep(definition, happening, { th: 'ถือว่าเห็นชอบเพราะพ้นกำหนดเวลา ทั้งที่กฎหมายไม่ได้ให้ไว้', en: 'it counts as approved because the time ran out, which no law here allows' }));
    }
    if (days.days >= deemedApproval.days && days.unit === deemedApproval.unit) continue;
    return finding('deemed-approval-only-by-law', tellStep(definition, happening, {
      th: `ถือว่าเห็นชอบเมื่อครบ ${days.days} วัน ทั้งที่กฎหมายกำหนด ${deemedApproval.days} วัน`,
      en: `it counts as approved after ${days.days} ${days.unit} days, while the law says ${deemedApproval.days} ${deemedApproval.unit} days`,
    }));
  }
  return finding('deemed-approval-only-by-law', undefined);
}

/** Whether a clock's ringing finished a lane, or the whole application, well. In an appeal a lane that is done has only passed the matter on. */
function isApproval(definition: LicenceDefinition, chart: Chart, { entered, effects }: Happening): boolean {
  return effects.some(({ type }) => type === 'issueLicence') || entered.some((path) => {
    const place = chart.places.get(path);
    return place?.config.type === 'final' && (place.config.meta?.outcome === 'issued' || (definition.kind !== 'appeal' && laneOf(definition, place) !== undefined));
  });
}

function clockBehind(chart: Chart, event: string | undefined): Pick<Clock, 'days' | 'unit'> | undefined {
  const clock = event === undefined ? undefined : chart.effects.find(({ effect }) => effect.type === 'startClock' && effect.params['then'] === event);
  return clock?.effect.params as Pick<Clock, 'days' | 'unit'> | undefined;
}
