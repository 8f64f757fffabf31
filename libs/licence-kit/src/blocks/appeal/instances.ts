import type { Clock } from '../../definition/licence-definition';
import type { EffectRef, StateConfig, TransitionConfig } from '../../definition/machine';
import { effect } from '../effects';
import { eventData } from '../event-data';
import { to, type LanePart } from '../lane/lane-parts';

/** One body that looks at an appeal, with the state that it begins in. */
export interface InstancePart extends LanePart {
  initial: string;
}

const IS_LATE = 'appeal.isLate = true';

/** Whoever made the order: agrees with the appeal, or sends it up with an opinion (Administrative Procedure Act B.E. 2539 s.45). */
export function issuerInstance(clock: Clock): InstancePart {
  const id = 'issuer';
  const first = admission(id, clock);
  return {
    initial: 'gate',
    states: {
      ...first.states,
      considering: {
        meta: { label: 'state.appealConsidering', owner: `office:${id}` },
        entry: [...asked(id), start(id, clock, `${id}.overdue`)],
        on: { [`${id}.annulled`]: to('#annulled'), [`${id}.sentUp`]: to('sentUp'), [`${id}.overdue`]: to('sentUp') },
      },
      sentUp: {
        type: 'final',
        meta: { label: 'state.appealSentUp' },
        entry: [effect('closeReview', { lane: id }), effect('stopClock', { name: `${id}.due` }), effect('tell', { notice: 'appeal-sent-up' })],
      },
    },
    events: {
      ...first.events,
      [`${id}.annulled`]: { by: 'officer', lane: id, permission: 'approve', data: eventData.refused },
      [`${id}.sentUp`]: { by: 'officer', lane: id, permission: 'approve', data: eventData.opinion },
      [`${id}.overdue`]: { by: 'portal', lane: id },
    },
  };
}

export interface SuperiorOptions {
  clock: Clock;
  extension?: Clock;
  /** Whether the appeal first goes to whoever made the order. */
  waitsForIssuer: boolean;
}

/** The body that decides: the superior, a minister, a committee (Administrative Procedure Act B.E. 2539 ss.45, 46). */
export function appealInstance({ clock, extension, waitsForIssuer }: SuperiorOptions): InstancePart {
  const id = 'superior';
  const first = waitsForIssuer ? waiting() : admission(id, clock);
  const late = { [`${id}.overdue`]: [{ actions: [effect('escalate', { lane: id }), effect('tell', { notice: 'court-open' })] }] };
  const decided = { [`${id}.annulled`]: to('#annulled'), [`${id}.granted`]: to('#granted'), [`${id}.upheld`]: to('upheld') };
  return {
    initial: 'gate',
    states: {
      ...first.states,
      considering: {
        meta: { label: 'state.appealDeciding', owner: `office:${id}` },
        entry: [...asked(id), start(id, clock, `${id}.overdue`)],
        on: { ...decided, ...(extension ? { [`${id}.extended`]: to('extended') } : {}), ...late },
      },
      ...(extension
        ? {
            extended: {
              meta: { label: 'state.appealExtended', owner: `office:${id}`, station: 'detour' as const },
              entry: [start(id, extension, `${id}.overdue`), effect('tell', { notice: 'appeal-extended' })],
              on: { ...decided, ...late },
            },
          }
        : {}),
      upheld: {
        type: 'final',
        meta: { label: 'state.upheld' },
        entry: [effect('closeReview', { lane: id }), effect('stopClock', { name: `${id}.due` })],
      },
    },
    events: {
      ...first.events,
      [`${id}.annulled`]: { by: 'officer', lane: id, permission: 'approve', data: eventData.refused },
      [`${id}.granted`]: { by: 'officer', lane: id, permission: 'approve', data: eventData.refused },
      [`${id}.upheld`]: { by: 'officer', lane: id, permission: 'approve', data: eventData.refused },
      ...(extension ? { [`${id}.extended`]: { by: 'officer', lane: id, permission: 'approve', data: eventData.returned } as const } : {}),
      [`${id}.overdue`]: { by: 'portal', lane: id },
    },
  };
}

/** An appeal after its time is taken for a cause that was not the appellant's doing, or turned away (s.66). */
function admission(id: string, clock: Clock): LanePart {
  return {
    states: {
      gate: {
        meta: { label: 'state.gate', station: 'hidden' },
        always: [{ guard: { type: 'rule', params: { rule: IS_LATE } }, target: 'admitting' }, { target: 'considering' }],
      },
      admitting: {
        meta: { label: 'state.appealAdmitting', owner: `office:${id}`, station: 'detour' },
        entry: [...asked(id), start(id, clock, `${id}.admissionOverdue`)],
        on: { [`${id}.admitted`]: to('considering'), [`${id}.turnedAway`]: to('#notAdmitted'), [`${id}.admissionOverdue`]: escalated(id) },
      },
    },
    events: {
      [`${id}.admitted`]: { by: 'officer', lane: id, permission: 'approve', data: eventData.returned },
      [`${id}.turnedAway`]: { by: 'officer', lane: id, permission: 'approve', data: eventData.refused },
      [`${id}.admissionOverdue`]: { by: 'portal', lane: id },
    },
  };
}

/** Nothing comes up before a late appeal was admitted. */
function waiting(): LanePart {
  const next = to('considering');
  const meta = { label: 'state.appealWaiting', owner: 'portal', station: 'hidden' } as const;
  const states: Record<string, StateConfig> = {
    gate: {
      meta: { label: 'state.gate', station: 'hidden' },
      always: [{ guard: { type: 'rule', params: { rule: IS_LATE } }, target: 'unadmitted' }, { target: 'waiting' }],
    },
    unadmitted: { meta, on: { 'issuer.admitted': to('waiting'), 'issuer.admissionOverdue': [{ actions: [] }] } },
    waiting: { meta, on: { 'issuer.sentUp': next, 'issuer.overdue': next } },
  };
  return { states, events: {} };
}

const escalated = (lane: string): TransitionConfig[] => [{ actions: [effect('escalate', { lane })] }];
const asked = (lane: string): EffectRef[] => [effect('requestReview', { lane, stage: 'appeal' })];
const start = (lane: string, { days, unit }: Clock, then: string): EffectRef => effect('startClock', { name: `${lane}.due`, lane, days, unit, then });
