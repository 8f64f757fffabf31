import type { LicenceDefinition } from '../../../definition/licence-definition';
import { chartOf } from '../../chart';
import { laneView } from '../../views/lane-view';
import { findCrossing } from '../../views/separable';
import { toPromela } from './promela';

/** What one lane sees, with all others as one beside it. */
export interface LaneModel {
  lane: string;
  model: string;
}

/**
 * The views by which the prover walks through many lanes, each as a model of its own, for licences whose product is too large for Spin as well.
 * @throws where the lanes touch one another, so that no view stands for the whole.
 */
export function toLaneModels(definition: LicenceDefinition): LaneModel[] {
  const chart = chartOf(definition.machine);
  const crossing = findCrossing(chart);
  if (!crossing) throw new Error(`The lanes of "${definition.code}" touch one another: only the whole says what they do.`);
  return crossing.regions.map((region) => ({ lane: region.key, model: toPromela(laneView(definition, chart, crossing, region)) }));
}
