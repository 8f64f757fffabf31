import type { LaneDefinition, LicenceDefinition } from '../../definition/licence-definition';
import type { Text } from '../../definition/text';
import { actOf } from '../../blocks/words';
import { findTarget, type Chart, type Move, type Place } from '../chart';
import { finding, together, type Finding } from '../promise';
import { laneOf, labelOf, laneTitle, sayBoth } from '../story';

/**
 * In a lane with a second officer every verdict answers a proposal, and whoever made that proposal may not give the verdict: each way
 * into a state that takes a verdict is a proposal, and the rule of the verdict asks for another hand.
 */
export function nobodyReviewsAndApproves(definition: LicenceDefinition, chart: Chart): Finding {
  const lanes = definition.lanes.filter(({ secondOfficer }) => secondOfficer !== undefined);
  return finding('nobody-reviews-and-approves', together(lanes.flatMap((lane) => faultsOf(definition, chart, lane))));
}

function faultsOf(definition: LicenceDefinition, chart: Chart, lane: LaneDefinition): Text[] {
  const title = laneTitle(definition, lane.id);
  const verdicts = chart.moves.filter(({ event }) => event !== undefined && isVerdict(event, lane.id));
  const oneHanded = [...new Set(verdicts.flatMap(({ event }) => event ?? []))].filter((event) => definition.events[event]?.hand !== 'confirms');
  const unproposed = [...new Set(verdicts.map(({ from }) => from))].flatMap((place) => (isOnlyProposed(definition, chart, place) ? [] : [place]));
  return [
    ...oneHanded.map((event) => ({
      th: `${title.th}: ผู้ที่เสนอเองส่ง “${event}” ได้ด้วย ทั้งที่ต้องให้เจ้าหน้าที่อีกคนยืนยัน`,
      en: `${title.en}: whoever proposed may send “${event}” too, although another officer has to confirm.`,
    })),
    ...unproposed.map((place) => {
      const label = labelOf(definition, place);
      return sayBoth((language) => (language === 'th'
        ? `“${label.th}” มีการตัดสินโดยไม่มีใครเสนอก่อน คนเดียวจึงทั้งพิจารณาและอนุญาตได้`
        : `In “${label.en}” a verdict can be given that nobody proposed, so that one officer reviews and approves.`));
    }),
  ];
}

function isVerdict(event: string, lane: string): boolean {
  return event === `${lane}.approved` || event === `${lane}.refused` || (event.startsWith(`${lane}.`) && ['granted', 'annulled', 'upheld'].includes(actOf(event)));
}

function isOnlyProposed(definition: LicenceDefinition, chart: Chart, place: Place): boolean {
  const ways = chart.moves.filter((move) => findTarget(chart, move) === place && move.from !== place);
  return ways.length > 0 && ways.every((way) => isProposal(definition, way)) && laneOf(definition, place) !== undefined;
}

function isProposal({ events }: LicenceDefinition, { event }: Move): boolean {
  return event !== undefined && events[event]?.hand === 'proposes';
}
