import type { EventRule, LicenceDefinition } from '../../definition/licence-definition';
import type { Text } from '../../definition/text';
import type { Chart } from '../chart';
import { finding, together, type Finding } from '../promise';

/** Every event that the machine takes has a rule of who may send it, and every rule is of an event that is taken somewhere. */
export function eventsAreRuled(definition: LicenceDefinition, chart: Chart): Finding {
  const taken = new Set(chart.moves.flatMap(({ event }) => event ?? []));
  const stories = [
    ...[...taken].filter((event) => !Object.hasOwn(definition.events, event)).map((event) => ({
      th: `เครื่องรับเหตุการณ์ “${event}” แต่ไม่ได้บอกว่าใครส่งได้`,
      en: `The machine takes “${event}”, but nothing says who may send it.`,
    })),
    ...Object.entries(definition.events).flatMap(([event, rule]) => [
      ...(taken.has(event) ? [] : [{ th: `ส่งเหตุการณ์ “${event}” ได้ แต่ไม่มีสถานะใดรับ`, en: `“${event}” may be sent, but no state takes it.` }]),
      ...laneFaults(definition, event, rule),
    ]),
  ];
  return finding('events-are-ruled', together(stories));
}

function laneFaults({ lanes }: LicenceDefinition, event: string, { lane, by }: EventRule): Text[] {
  if (lane === undefined) {
    return by === 'officer' ? [{ th: `เหตุการณ์ “${event}” ไม่ได้บอกว่าเป็นของช่องใด`, en: `“${event}” is an officer’s, but of no lane.` }] : [];
  }
  if (!lanes.some(({ id }) => id === lane)) {
    return [{ th: `เหตุการณ์ “${event}” เป็นของช่อง “${lane}” ซึ่งไม่มี`, en: `“${event}” belongs to the lane “${lane}”, which is not there.` }];
  }
  return event.startsWith(`${lane}.`) ? [] : [{ th: `เหตุการณ์ “${event}” ของช่อง “${lane}” ต้องขึ้นต้นด้วย “${lane}.”`, en: `“${event}” of the lane “${lane}” has to begin with “${lane}.”.` }];
}
