import type { Clock } from '../../definition/licence-definition';
import type { EffectRef, TransitionConfig } from '../../definition/machine';
import { effect } from '../effects';
import { eventData } from '../event-data';
import type { LanePart } from './lane-parts';
import { to } from './lane-parts';

/**
 * How long whoever is to be harmed by an order has to answer, where nothing else is configured. The Administrative Procedure Act
 * B.E. 2539 s.30 asks for a sufficient chance and names no number of days.
 */
export const HEARING: Clock = {
  days: 15,
  unit: 'calendar',
  citation: { law: { th: 'พระราชบัญญัติวิธีปฏิบัติราชการทางปกครอง พ.ศ. 2539', en: 'Administrative Procedure Act B.E. 2539' }, section: '30' },
  source: { from: 'Administrative Procedure Act s.30 asks for a sufficient chance; 15 days as for an appeal (s.44), to be agreed with each agency', isVerified: false, effectiveFrom: '1997-05-14' },
};

export interface HearingOptions {
  /** Whose intent is answered: the lane that the events carry. */
  lane: string;
  /** Time to answer. */
  clock: Pick<Clock, 'days' | 'unit'>;
  /** The state's label where it is not that of a refusal. */
  label?: string;
  /** Key of the notice that the person is told with. */
  notice: string;
  /** Where it goes on once the person has answered, or the time is over. */
  next: string;
  /** What has to be put aside meanwhile: the office's task and its clock. */
  entry: EffectRef[];
  /** Other moves that are open meanwhile. */
  on?: Record<string, TransitionConfig[]>;
}

/**
 * Somebody who is to be harmed by an order is told the facts, the law and the considerations, and has time to answer in words and with
 * papers (Administrative Procedure Act B.E. 2539 s.30). Answered or not, the office decides afterwards: one state `hearing` with the
 * events `LANE.heard` and `LANE.hearingLapsed`, for a refusal as for a suspension or a revocation. The time to answer is the applicant's, on the
 * ground of that section; what comes before and after is the office's.
 */
export function hearing({ lane, clock: { days, unit }, label = 'state.hearing', notice, next, entry, on = {} }: HearingOptions): LanePart {
  const name = `${lane}.hearing`;
  return {
    states: {
      hearing: {
        meta: { label, owner: 'applicant', ground: 'hearing', station: 'detour' },
        entry: [...entry, effect('tell', { notice, lane }), effect('startClock', { name, lane, days, unit, then: `${lane}.hearingLapsed` })],
        exit: [effect('stopClock', { name })],
        on: { [`${lane}.heard`]: to(next), [`${lane}.hearingLapsed`]: to(next), ...on },
      },
    },
    events: {
      [`${lane}.heard`]: { by: 'applicant', lane, data: eventData.heard },
      [`${lane}.hearingLapsed`]: { by: 'portal', lane },
    },
  };
}
