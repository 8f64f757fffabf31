import type { LicenceDefinition } from '../definition/licence-definition';
import { checkDefinition } from '../schema/check-definition';
import { chartOf } from './chart';
import { explore } from './explore';
import { finding, together } from './promise';
import { canBeExplored } from './promises/can-be-explored';
import { effectsAreValid } from './promises/effects-are-valid';
import { eventsAreRuled } from './promises/events-are-ruled';
import { everyStateIsReached } from './promises/every-state-is-reached';
import { labelsAreWhole } from './promises/labels-are-whole';
import { machineIsPlainJson } from './promises/machine-is-plain-json';
import { namesAreReal } from './promises/names-are-real';
import { noDeadEnd } from './promises/no-dead-end';
import { nothingLeftOpen } from './promises/nothing-left-open';
import { officesHaveAClock } from './promises/offices-have-a-clock';
import { ownersCanAct } from './promises/owners-can-act';
import type { Proof } from './prove';

/**
 * Proves the life of a licence. It may go on for ever, period after period, and its parts never join; so it is asked what holds of every
 * machine, and not what holds of an application on its way to a decision.
 */
export function proveLife(life: LicenceDefinition): Proof {
  const start = performance.now();
  const problems = checkDefinition(life);
  const wellFormed = finding('is-well-formed', together(problems.map(({ path, message }) => ({ th: `“${path}”: ${message.th}`, en: `“${path}”: ${message.en}` }))));
  if (!wellFormed.isKept) return { code: life.code, version: life.version, isProved: false, promises: [wellFormed], states: 0, transitions: 0, isLaneByLane: false, ms: 0 };
  const chart = chartOf(life.machine);
  const read = [machineIsPlainJson, namesAreReal, effectsAreValid, eventsAreRuled, labelsAreWhole, ownersCanAct].map((promise) => promise(life, chart));
  const exploration = explore(life);
  const walked = [canBeExplored, noDeadEnd, nothingLeftOpen, officesHaveAClock].map((promise) => promise(life, exploration));
  const promises = [wellFormed, ...read, ...walked, everyStateIsReached(life, chart, { isEntered: ({ path }) => exploration.entered.has(path) })];
  return {
    code: life.code,
    version: life.version,
    isProved: promises.every(({ isKept }) => isKept),
    promises,
    states: exploration.situations.length,
    transitions: exploration.happenings.length,
    isLaneByLane: false,
    ms: Math.round(performance.now() - start),
  };
}
