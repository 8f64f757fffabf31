import type { LicenceDefinition } from '../definition/licence-definition';
import type { Chart } from './chart';
import type { Finding } from './promise';
import { effectsAreValid } from './promises/effects-are-valid';
import { eventsAreRuled } from './promises/events-are-ruled';
import { feeExamplesHold } from './promises/fee-examples-hold';
import { labelsAreWhole } from './promises/labels-are-whole';
import { machineIsPlainJson } from './promises/machine-is-plain-json';
import { namesAreReal } from './promises/names-are-real';
import { nobodyReviewsAndApproves } from './promises/nobody-reviews-and-approves';
import { ownersCanAct } from './promises/owners-can-act';

/** What can be read off a definition without walking through it. */
export const readPromises: readonly ((definition: LicenceDefinition, chart: Chart) => Finding)[] = [
  machineIsPlainJson, namesAreReal, effectsAreValid, eventsAreRuled, labelsAreWhole, feeExamplesHold, ownersCanAct, nobodyReviewsAndApproves,
];
