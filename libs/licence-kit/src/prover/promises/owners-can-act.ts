import type { EventRule, LicenceDefinition } from '../../definition/licence-definition';
import type { Owner } from '../../definition/machine';
import type { Text } from '../../definition/text';
import { eventsTaken } from '../explore';
import { findTarget, type Chart, type Place } from '../chart';
import { isGivenUp } from '../gives-up';
import { finding, together, type Finding } from '../promise';
import { labelOf } from '../story';

/** Every state that waits says whose move it is, and takes an event that this one may send. Withdrawing is no move. */
export function ownersCanAct(definition: LicenceDefinition, chart: Chart): Finding {
  const waiting = [...chart.places.values()].filter(({ children, config }) => children.length === 0 && config.type !== 'final' && !config.always);
  return finding('owners-can-act', together(waiting.flatMap((place) => faultOf(definition, chart, place) ?? [])));
}

function faultOf(definition: LicenceDefinition, chart: Chart, place: Place): Text | undefined {
  const label = labelOf(definition, place);
  const owner = place.config.meta?.owner;
  if (!owner) return { th: `“${label.th}” (${place.path}) ไม่ได้บอกว่าใครต้องทำอะไรต่อ`, en: `“${label.en}” (${place.path}) does not say who has to act.` };
  const lane = owner.startsWith('office:') ? owner.slice('office:'.length) : undefined;
  if (lane !== undefined && !definition.lanes.some(({ id }) => id === lane)) {
    return { th: `“${label.th}” (${place.path}) รอสำนักงาน “${lane}” ซึ่งไม่มีในนิยาม`, en: `“${label.en}” (${place.path}) waits for the office “${lane}”, which is no lane of this licence.` };
  }
  const canAct = eventsTaken([place]).some((event) => {
    const rule = definition.events[event];
    return rule !== undefined && maySend(owner, rule, place) && !onlyWithdraws(chart, place, event);
  });
  return canAct ? undefined : { th: `“${label.th}” (${place.path}) รอ ${owner} ซึ่งไม่มีอะไรให้ทำได้`, en: `“${label.en}” (${place.path}) waits for ${owner}, who has nothing to send there.` };
}

/** Who is billed acts by paying; that the money came, the portal says. */
function maySend(owner: Owner, { by, lane }: EventRule, { config }: Place): boolean {
  const isBilled = (config.entry ?? []).some(({ type }) => type === 'requestPayment');
  switch (owner) {
    case 'applicant':
      return by === 'applicant' || (isBilled && by === 'portal');
    case 'bank':
    case 'portal':
    case 'law':
      return by === 'portal';
    default:
      return by === 'officer' && lane === owner.slice('office:'.length);
  }
}

function onlyWithdraws(chart: Chart, place: Place, event: string): boolean {
  for (let at: Place | undefined = place; at; at = at.parent) {
    const moves = at.moves.filter((move) => move.event === event);
    if (moves.length > 0) return moves.every((move) => isGivenUp(findTarget(chart, move)?.config.meta?.outcome));
  }
  return true;
}
