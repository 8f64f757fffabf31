import { actOf } from '../../blocks/words';
import type { LicenceDefinition } from '../../definition/licence-definition';
import type { Exploration, Happening, Situation } from '../explore';
import { finding, type Finding } from '../promise';
import { laneTitle, sayBoth, tellSteps } from '../story';

/** A lane that has asked once, with the steps that led there, and what was given since for asking again. */
interface Asked {
  at: Situation;
  path: readonly Happening[];
  hasGround: boolean;
  hasConsent: boolean;
}

interface Fault {
  path: readonly Happening[];
  lacks: 'ground' | 'consent';
}

/**
 * A lane asks the applicant once; for a second demand an officer has to give its legal ground, and a supervisor has to consent (Licensing
 * Facilitation Act B.E. 2558 s.8: what the first notice did not name may be asked for only where the law allows it).
 */
export function noSecondQuestionWithoutGround(definition: LicenceDefinition, { happenings }: Exploration): Finding {
  const after = new Map<Situation | undefined, Happening[]>();
  for (const happening of happenings) after.set(happening.from, [...(after.get(happening.from) ?? []), happening]);
  for (const { id } of definition.lanes) {
    const fault = secondQuestion(definition, after, id);
    if (!fault) continue;
    const lane = laneTitle(definition, id);
    const { th, en } = LACKING[fault.lacks];
    return finding('no-second-question-without-ground', tellSteps(definition, fault.path, sayBoth((language) =>
      language === 'th' ? `${lane.th} ขอเพิ่มเป็นครั้งที่สอง${th}` : `${lane.en} has asked a second time ${en}`)));
  }
  return finding('no-second-question-without-ground', undefined);
}

const LACKING = {
  ground: { th: 'โดยไม่ต้องบอกเหตุตามกฎหมาย', en: 'without having to give a legal ground' },
  consent: { th: 'โดยไม่ต้องให้หัวหน้าเห็นชอบ', en: 'without a supervisor’s consent' },
};

function secondQuestion(definition: LicenceDefinition, after: ReadonlyMap<Situation | undefined, readonly Happening[]>, lane: string): Fault | undefined {
  const asks = ({ effects }: Happening): boolean => effects.some(({ type, params }) => type === 'requestAnswer' && params['lane'] === lane);
  const seen = new Map<Situation, Set<string>>();
  const isNew = (at: Situation, given: string): boolean => {
    const known = seen.get(at) ?? new Set();
    seen.set(at, known);
    return known.size !== known.add(given).size;
  };
  const once: Asked[] = [];
  const first: { at: Situation | undefined; path: readonly Happening[] }[] = [{ at: undefined, path: [] }];
  const never = new Set<Situation>();
  for (const { at, path } of first) {
    for (const step of after.get(at) ?? []) {
      const way = [...path, step];
      if (asks(step)) {
        if (isNew(step.to, '')) once.push({ at: step.to, path: way, hasGround: false, hasConsent: false });
      } else if (!never.has(step.to)) {
        never.add(step.to);
        first.push({ at: step.to, path: way });
      }
    }
  }
  for (const asked of once) {
    for (const step of after.get(asked.at) ?? []) {
      const path = [...asked.path, step];
      const rule = definition.events[step.event ?? ''];
      const hasGround = asked.hasGround || (rule?.by === 'officer' && givesGround(definition, step.event));
      const hasConsent = asked.hasConsent || rule?.permission === 'supervise';
      if (asks(step) && !(hasGround && givesGround(definition, step.event))) return { path, lacks: 'ground' };
      if (asks(step) && !hasConsent) return { path, lacks: 'consent' };
      if (isCalledAnew(definition, step.event) || !isNew(step.to, `${hasGround} ${hasConsent}`)) continue;
      once.push({ at: step.to, path, hasGround, hasConsent });
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
