import type { EffectRef, StateConfig } from '../../definition/machine';
import { effect } from '../effects';
import { eventData } from '../event-data';
import { afterCheck } from './checking';
import type { LanePart, LaneParts } from './lane-parts';
import { to } from './lane-parts';

/**
 * The one round of questions. What the lane found waits for the other lanes of the case, on the office's own time, and is told in one
 * notice for all (Licensing Facilitation Act B.E. 2558 s.8); only then the applicant's time begins.
 */
export function asking(parts: LaneParts): LanePart {
  const { lane, office, isLate } = parts;
  const { id } = lane;
  return {
    states: {
      found: {
        meta: { label: 'state.found', owner: office, station: 'detour' },
        entry: [effect('requestReview', { lane: id, stage: 'gathering' })],
        on: { ...afterCheck(parts), [`${id}.asked`]: [{ target: 'found', reenter: true }], [`${id}.told`]: to('asked'), ...isLate },
      },
      asked: waitingForAnswer(parts, 'state.asked', 'rechecking'),
      rechecking: {
        meta: { label: 'state.rechecking', owner: office, station: 'detour' },
        entry: [effect('requestReview', { lane: id, stage: 'recheck' })],
        on: { ...afterCheck(parts), [`${id}.demanded`]: to('demanding'), [`${id}.returned`]: to('#returned'), ...isLate },
      },
    },
    events: {
      [`${id}.asked`]: { by: 'officer', lane: id, permission: 'review', data: eventData.asked },
      [`${id}.told`]: { by: 'portal', lane: id, data: eventData.told },
      [`${id}.answered`]: { by: 'applicant', lane: id, data: eventData.answered, carriesAnswers: true },
      [`${id}.returned`]: { by: 'officer', lane: id, permission: 'review', data: eventData.returned },
    },
  };
}

/** The office's clock stands still from the notice to the answer, and begins anew with it (s.8, s.10); what is not answered in time is returned (s.9). */
export function waitingForAnswer(parts: LaneParts, label: string, next: string): StateConfig {
  const { id } = parts.lane;
  const entry: EffectRef[] = [
    effect('closeReview', { lane: id }),
    parts.stopDue,
    effect('requestAnswer', { lane: id }),
    effect('startClock', { name: `${id}.answer`, lane: id, days: parts.answerDays, unit: 'calendar', then: `${id}.lapsed` }),
  ];
  return {
    meta: { label, owner: 'applicant', ground: 'defect-notice', station: 'detour' },
    entry,
    exit: [effect('stopClock', { name: `${id}.answer` })],
    on: { [`${id}.answered`]: [{ target: next, actions: [parts.startDue] }], [`${id}.lapsed`]: to('#returned') },
  };
}
