import { effect } from '../effects';
import { eventData } from '../event-data';
import { afterCheck } from './checking';
import type { LanePart, LaneParts } from './lane-parts';
import { to } from './lane-parts';

/** The one round of questions: the applicant's time to answer, and the office's look at the answer. */
export function asking(parts: LaneParts): LanePart {
  const { lane, office, isLate, startDue, stopDue } = parts;
  const { id } = lane;
  return {
    states: {
      asked: {
        meta: { label: 'state.asked', owner: 'applicant', ground: 'defect-notice', station: 'detour' },
        entry: [
          effect('closeReview', { lane: id }),
          stopDue,
          effect('requestAnswer', { lane: id }),
          effect('startClock', { name: `${id}.answer`, lane: id, days: parts.answerDays, unit: 'calendar', then: `${id}.lapsed` }),
        ],
        exit: [effect('stopClock', { name: `${id}.answer` })],
        on: { [`${id}.answered`]: to('rechecking'), [`${id}.lapsed`]: to('#returned') },
      },
      rechecking: {
        meta: { label: 'state.rechecking', owner: office, station: 'detour' },
        entry: [effect('requestReview', { lane: id, stage: 'recheck' }), startDue],
        on: { ...afterCheck(parts), [`${id}.returned`]: to('#returned'), ...isLate },
      },
    },
    events: {
      [`${id}.asked`]: { by: 'officer', lane: id, permission: 'review', data: eventData.asked },
      [`${id}.answered`]: { by: 'applicant', lane: id, data: eventData.answered, carriesAnswers: true },
      [`${id}.returned`]: { by: 'officer', lane: id, permission: 'review', data: eventData.returned },
    },
  };
}
