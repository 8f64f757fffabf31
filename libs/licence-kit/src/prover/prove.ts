import type { LicenceDefinition } from '../definition/licence-definition';
import { checkDefinition } from '../schema/check-definition';
import { chartOf, type Chart } from './chart';
import { explore, type Exploration } from './explore';
import { finding, together, type Finding } from './promise';
import { canBeExplored } from './promises/can-be-explored';
import { effectsAreValid } from './promises/effects-are-valid';
import { eventsAreRuled } from './promises/events-are-ruled';
import { everyStateIsReached } from './promises/every-state-is-reached';
import { feeExamplesHold } from './promises/fee-examples-hold';
import { joinsFire } from './promises/joins-fire';
import { labelsAreWhole } from './promises/labels-are-whole';
import { machineIsPlainJson } from './promises/machine-is-plain-json';
import { namesAreReal } from './promises/names-are-real';
import { noDeadEnd } from './promises/no-dead-end';
import { nothingIssuedOverARefusal, nothingIssuedUnpaid, nothingIssuedUnreviewed } from './promises/nothing-issued-wrongly';
import { nothingLeftOpen } from './promises/nothing-left-open';
import { officesHaveAClock } from './promises/offices-have-a-clock';
import { ownersCanAct } from './promises/owners-can-act';

/** What became of the promises. Those that could not be looked into, because an earlier one is broken, are not in the list. */
export interface Proof {
  code: string;
  version: number;
  isProved: boolean;
  promises: Finding[];
  /** Situations that were walked through, and steps between them. */
  states: number;
  transitions: number;
  ms: number;
}

const readPromises: ((definition: LicenceDefinition, chart: Chart) => Finding)[] = [
  machineIsPlainJson, namesAreReal, effectsAreValid, eventsAreRuled, labelsAreWhole, feeExamplesHold, ownersCanAct,
];

const walkedPromises: ((definition: LicenceDefinition, exploration: Exploration) => Finding)[] = [
  canBeExplored, everyStateIsReached, noDeadEnd, joinsFire, nothingIssuedUnpaid, nothingIssuedUnreviewed, nothingIssuedOverARefusal, nothingLeftOpen, officesHaveAClock,
];

/**
 * Proves a definition before it may be published: first what can be read off it, then what walking through every situation
 * shows. A broken promise comes with its counter-example as a story in both languages.
 */
export function prove(definition: LicenceDefinition): Proof {
  const start = performance.now();
  const promises: Finding[] = [wellFormed(definition)];
  let exploration: Exploration | undefined;
  if (promises[0]?.isKept) {
    const chart = chartOf(definition.machine);
    promises.push(...readPromises.map((promise) => promise(definition, chart)));
    const canBeWalked = ['machine-is-plain-json', 'names-are-real'].every((code) => promises.some((promise) => promise.code === code && promise.isKept));
    if (canBeWalked) {
      exploration = explore(definition);
      const walked = exploration;
      promises.push(...walkedPromises.map((promise) => promise(definition, walked)));
    }
  }
  return {
    code: definition.code,
    version: definition.version,
    isProved: promises.length === 1 + readPromises.length + walkedPromises.length && promises.every(({ isKept }) => isKept),
    promises,
    states: exploration?.situations.length ?? 0,
    transitions: exploration?.happenings.length ?? 0,
    ms: Math.round(performance.now() - start),
  };
}

function wellFormed(definition: LicenceDefinition): Finding {
  const problems = checkDefinition(definition);
  return finding('is-well-formed', together(problems.map(({ path, message }) => ({ th: `“${path}”: ${message.th}`, en: `“${path}”: ${message.en}` }))));
}
