import type { LicenceDefinition } from '../../definition/licence-definition';
import type { Exploration, Happening } from '../explore';
import { loopingSteps } from '../loops';
import { finding, type Finding } from '../promise';
import { tellStep } from '../story';
import { OTHERS } from '../views/environment';

/**
 * No round can be gone for ever: nothing asks the applicant again and again, and nobody but the portal's own reminders begins a
 * time limit again and again. Looking again after a correction is no round of its own: it takes the applicant's answer to somebody else's
 * question, and of these there are only so many. What an office repeats within one time limit ends with it.
 */
export function loopsAreBounded(definition: LicenceDefinition, { chart, happenings }: Exploration): Finding {
  const own = happenings.filter(({ event = '' }) => !event.startsWith(OTHERS) && !definition.events[event]?.followsCorrection);
  const alarms = new Set(chart.effects.filter(({ effect }) => effect.type === 'startClock').map(({ effect }) => effect.params['then']));
  const asking = loopingSteps(own).find((step) => step.entered.some((path) => chart.places.get(path)?.config.meta?.owner === 'applicant'));
  if (asking) return finding('loops-are-bounded', tellStep(definition, asking, { th: 'ถามผู้ยื่นคำขอวนซ้ำได้ไม่จำกัด', en: 'the applicant can be asked again and again without end' }));
  const renewing = loopingSteps(own.filter(({ event }) => !alarms.has(event))).find(beginsAClock);
  if (renewing) return finding('loops-are-bounded', tellStep(definition, renewing, { th: 'เริ่มนับเวลาใหม่วนซ้ำได้ไม่จำกัด', en: 'its time limit can begin again and again without end' }));
  return finding('loops-are-bounded', undefined);
}

function beginsAClock({ effects }: Happening): boolean {
  return effects.some(({ type }) => type === 'startClock');
}
