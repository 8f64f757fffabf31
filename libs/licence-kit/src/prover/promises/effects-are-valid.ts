import type { LicenceDefinition } from '../../definition/licence-definition';
import type { EffectParams, EffectRef } from '../../definition/machine';
import type { Text } from '../../definition/text';
import { lifeNotices } from '../../blocks/life/life-notices';
import { type Chart } from '../chart';
import { finding, together, type Finding } from '../promise';

/** Notices that the portal knows how to write. */
const NOTICES = new Set([
  'delay', 'deemed-approved', 'prerequisite-failed', 'inspection-planned', 'fee-due', 'issued', 'refused', 'returned', 'filing-ended', 'withdrawn', 'refusal-intended', 'appeal-sent-up', 'appeal-extended', 'court-open', 'annulled', 'granted', 'upheld', 'not-admitted', ...lifeNotices,
]);

const CLOCK_ENDS = new Set(['stopClock', 'suspendClock', 'resumeClock']);

/** Every effect names a lane, an event, a clock and a notice that are there. */
export function effectsAreValid(definition: LicenceDefinition, chart: Chart): Finding {
  const effects = chart.effects;
  const clocks = new Set(effects.filter(({ effect }) => effect.type === 'startClock' || effect.type === 'setClock').map(({ effect }) => effect.params['name']));
  const stories = effects.flatMap(({ place, effect }) =>
    faultsOf(definition, clocks, effect).map(({ th, en }) => ({
      th: `ที่ “${place.path || definition.code}” ผล ${effect.type} ${th}`,
      en: `In “${place.path || definition.code}”, ${effect.type} ${en}`,
    })));
  return finding('effects-are-valid', together(distinct(stories)));
}

function faultsOf({ lanes, events }: LicenceDefinition, clocks: ReadonlySet<unknown>, { type, params }: EffectRef): Text[] {
  const { lane, then, name } = params as Partial<EffectParams['startClock']>;
  const notice = params['notice'];
  const rule = then === undefined ? undefined : events[then];
  return [
    ...(lane !== undefined && !lanes.some(({ id }) => id === lane) ? [{ th: `อ้างถึงช่อง “${lane}” ซึ่งไม่มี`, en: `names the lane “${lane}”, which is not there.` }] : []),
    ...(then !== undefined && rule?.by !== 'portal' ? [{ th: `จะส่ง “${then}” ซึ่งพอร์ทัลส่งไม่ได้`, en: `would send “${then}”, which the portal may not send.` }] : []),
    ...(CLOCK_ENDS.has(type) && !clocks.has(name) ? [{ th: `หยุดนาฬิกา “${name}” ซึ่งไม่มีใครเริ่ม`, en: `stops the clock “${name}”, which nothing starts.` }] : []),
    ...(type === 'tell' && !NOTICES.has(String(notice)) ? [{ th: `ส่งหนังสือแจ้ง “${String(notice)}” ซึ่งไม่มี`, en: `sends the notice “${String(notice)}”, which is not there.` }] : []),
  ];
}

function distinct(stories: Text[]): Text[] {
  return [...new Map(stories.map((story) => [story.en, story])).values()];
}
