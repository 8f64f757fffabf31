import { actOf } from '../../blocks/words';
import type { LicenceDefinition } from '../../definition/licence-definition';
import type { Exploration, Happening, Situation } from '../explore';
import { finding, type Finding } from '../promise';
import { laneTitle, sayBoth, tellSteps } from '../story';

/** A lane that has asked once, with the steps that led there. */
interface Asked {
  at: Situation;
  path: readonly Happening[];
}

/**
 * A lane asks the applicant once; a second demand has to give its legal ground (Licensing Facilitation Act B.E. 2558 s.8: what the
 * first notice did not name may be asked for only where the law allows it).
 */
export function noSecondQuestionWithoutGround(definition: LicenceDefinition, { happenings }: Exploration): Finding {
  const after = new Map<Situation | undefined, Happening[]>();
  for (const happening of happenings) after.set(happening.from, [...(after.get(happening.from) ?? []), happening]);
  for (const { id } of definition.lanes) {
    const path = secondQuestion(definition, after, id);
    if (!path) continue;
    const lane = laneTitle(definition, id);
    return finding('no-second-question-without-ground', tellSteps(definition, path, sayBoth((language) =>
      language === 'th' ? `${lane.th} ขอเพิ่มเป็นครั้งที่สองโดยไม่ต้องบอกเหตุตามกฎหมาย` : `${lane.en} has asked a second time without having to give a legal ground`)));
  }
  return finding('no-second-question-without-ground', undefined);
}

function secondQuestion(definition: LicenceDefinition, after: ReadonlyMap<Situation | undefined, readonly Happening[]>, lane: string): readonly Happening[] | undefined {
  const asks = ({ effects }: Happening): boolean => effects.some(({ type, params }) => type === 'requestAnswer' && params['lane'] === lane);
  const seen = new Set<Situation>();
  const once: Asked[] = [];
  const first: { at: Situation | undefined; path: readonly Happening[] }[] = [{ at: undefined, path: [] }];
  const never = new Set<Situation>();
  for (const { at, path } of first) {
    for (const step of after.get(at) ?? []) {
      const way = [...path, step];
      if (asks(step) && !seen.has(step.to)) {
        seen.add(step.to);
        once.push({ at: step.to, path: way });
      } else if (!asks(step) && !never.has(step.to)) {
        never.add(step.to);
        first.push({ at: step.to, path: way });
      }
    }
  }
  for (const { at, path } of once) {
    for (const step of after.get(at) ?? []) {
      if (asks(step) && !givesGround(definition, step.event)) return [...path, step];
      if (seen.has(step.to) || isCalledAnew(definition, step.event)) continue;
      seen.add(step.to);
      once.push({ at: step.to, path: [...path, step] });
    }
  }
  return undefined;
}

/** A correction by the applicant calls a lane that was not needed: what it asks then is its first question about that file. */
function isCalledAnew({ events }: LicenceDefinition, event: string | undefined): boolean {
  return event !== undefined && events[event]?.followsCorrection === true && actOf(event) === 'called';
}

/** The event that asks again cannot be sent without the ground that allows it. */
function givesGround({ events }: LicenceDefinition, event: string | undefined): boolean {
  const data = events[event ?? '']?.data;
  return data?.required?.includes('ground') === true && data.properties?.['ground'] !== undefined;
}
