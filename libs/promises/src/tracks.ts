import type { ForecastPanel, StepLoad } from '@anuyat/forecasts';
import { awaitsAnswer, type LaneDefinition } from '@anuyat/licence-kit';
import type { Leg } from './critical-path';
import type { Filed } from './filed';
import type { Situation } from './situation';

/** What runs of an application, side by side: each open lane, or its own state outside of the review (lane is then empty). */
export interface Track {
  lane: string;
  state: string;
  enteredAt: number;
  /** The application's revision with which it began; its state may be a later one. */
  since: number;
  /** Whether the lane was at another step before. */
  isLater: boolean;
  /** Milliseconds from `enteredAt`, as was forecast then; undefined where too little was known. */
  within: number | undefined;
  /** Of the office, as it was then. */
  load: StepLoad;
}

/** Under which name forecasters know a track. */
export function keyOf(id: string, { lane, since }: Pick<Track, 'lane' | 'since'>): string {
  return `${id}/${lane}/${since}`;
}

const DAY = 86_400_000;
const WORKING_DAY = (DAY * 7) / 5;
/** What is reckoned with before anything is learnt; what comes of it is measured and set right. */
const PAYING = 5 * DAY;
const ISSUING = 3_600_000;
const ANSWERING = 15 * DAY;

/** Of a forecast that has run out, as much is reckoned to be left. */
const LEAST_LEFT = 0.1;

/** How much of a track is left. @param anew read from what is known now; left out: as it was forecast when the step began. */
export function legOf(filed: Filed, track: Track | { lane: string; state: string }, at: number, anew: Pick<ForecastPanel, 'look' | 'loadOf'> | undefined): Leg {
  const { lane, state } = track;
  const office = filed.offices[lane]?.office ?? '';
  const isRunning = 'since' in track;
  const step = { step: `${filed.code}/${lane}/${state}`, office };
  const isLater = isRunning && track.isLater;
  const forecast = anew ? anew.look({ ...step, at }, isLater) : isRunning ? track.within : undefined;
  const whole = forecast ?? usualOf(filed.definition.lanes.find(({ id }) => id === lane), state);
  const elapsed = isRunning ? at - track.enteredAt : 0;
  const load = anew ? anew.loadOf(step, isLater) : isRunning ? track.load : undefined;
  return {
    what: lane === '' ? whatOf(state) : 'lane',
    ...(lane === '' ? {} : { lane, office }),
    length: Math.max(whole - elapsed, LEAST_LEFT * whole),
    isLearnt: forecast !== undefined,
    ...(load && lane !== '' ? { load } : {}),
  };
}

/** What follows the part of the way that it is on. */
export function legsAfter(filed: Filed, { own }: Situation, at: number, steps: Pick<ForecastPanel, 'look' | 'loadOf'>): Leg[] {
  const states = filed.definition.machine.states ?? {};
  const order = ['awaitingPayment', 'issuing'].filter((state) => states[state]);
  const from = own ? order.indexOf(own) + 1 : 0;
  return order.slice(from).map((state) => legOf(filed, { lane: '', state }, at, steps));
}

function whatOf(state: string): Leg['what'] {
  return state === 'awaitingPayment' ? 'payment' : state === 'issuing' ? 'issuing' : 'other';
}

function usualOf(lane: LaneDefinition | undefined, state: string): number {
  if (!lane) return state === 'awaitingPayment' ? PAYING : ISSUING;
  const answering = awaitsAnswer(state) || state === 'hearing' ? ANSWERING : 0;
  return answering + lane.clock.days * (lane.clock.unit === 'working' ? WORKING_DAY : DAY);
}
