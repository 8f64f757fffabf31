import type { EventRule } from '../../definition/licence-definition';
import type { TransitionConfig } from '../../definition/machine';
import { effect } from '../effects';
import { eventData } from '../event-data';

/** Days from one delay notice to the next (Licensing Facilitation Act B.E. 2558 s.10). */
const NOTICE_EVERY_DAYS = 7;

/**
 * What a state of the office does when its time is over: the supervisor is told, and the applicant is sent a reasoned notice on the day
 * itself and every seven days until it is done, each entered for the OPDC (Licensing Facilitation Act B.E. 2558 s.10). The office may
 * give its reason at any time; a notice that is due goes out without one. These days are the authority's own duty: none is moved over a holiday.
 */
export function delaying(id: string): Record<string, TransitionConfig[]> {
  const nextNotice = (days: number) => effect('startClock', { name: `${id}.due.notice`, lane: id, days, unit: 'unrolled', then: `${id}.delayNoticed` });
  return {
    [`${id}.overdue`]: [{ actions: [effect('escalate', { lane: id }), nextNotice(0)] }],
    [`${id}.delayExplained`]: [{ actions: [effect('explainDelay', { lane: id })] }],
    [`${id}.delayNoticed`]: [{ actions: [effect('tell', { notice: 'delay', lane: id }), effect('recordDelay', { lane: id }), effect('escalate', { lane: id }), nextNotice(NOTICE_EVERY_DAYS)] }],
  };
}

/** Who sends them: the clock, and any officer of the lane who reviews. */
export function delayEvents(id: string): Record<string, EventRule> {
  return {
    [`${id}.overdue`]: { by: 'portal', lane: id },
    [`${id}.delayExplained`]: { by: 'officer', lane: id, permission: 'review', data: eventData.delayExplained },
    [`${id}.delayNoticed`]: { by: 'portal', lane: id },
  };
}
