import type { LicenceDefinition } from '../../definition/licence-definition';
import type { Chart, Place } from '../chart';
import { explore, type Exploration } from '../explore';
import { laneView, outline } from './lane-view';
import { findCrossing, regionOf } from './separable';

/** A definition, whole or as one lane sees it, walked through. */
export interface View {
  definition: LicenceDefinition;
  exploration: Exploration;
}

/** All that was walked through of one definition. */
export interface Walk {
  /** What every promise is looked into. */
  views: readonly View[];
  /** Whether each lane was walked through by itself. */
  isLaneByLane: boolean;
  /** Whether some application comes to a place, if only for a moment. */
  isEntered(place: Place): boolean;
  /** Everything that was walked through, also what no promise but reaching and being explored is looked into. */
  explored: readonly Exploration[];
}

/** Up to this many lanes their product is small, and is walked through as it is. */
const MOST_LANES_AT_ONCE = 2;

/** Walks through a definition: as it is, or lane by lane where many run side by side and do not touch one another. */
export function walk(definition: LicenceDefinition, chart: Chart, mostAtOnce = MOST_LANES_AT_ONCE): Walk {
  const crossing = findCrossing(chart);
  if (!crossing || crossing.regions.length <= mostAtOnce) {
    const exploration = explore(definition);
    return { views: [{ definition, exploration }], explored: [exploration], isLaneByLane: false, isEntered: ({ path }) => exploration.entered.has(path) };
  }
  const ofLanes = crossing.regions.map((region) => {
    const view = laneView(definition, chart, crossing, region);
    return { region, view: { definition: view, exploration: explore(view) } };
  });
  const whole = explore(outline(definition, chart, crossing));
  const views = ofLanes.map(({ view }) => view);
  const explored = [...views.map(({ exploration }) => exploration), whole];
  const isEntered = (place: Place): boolean => {
    const region = regionOf(crossing, place);
    const own = ofLanes.find((each) => each.region === region);
    return own ? own.view.exploration.entered.has(place.path) : explored.every(({ entered }) => entered.has(place.path));
  };
  return { views, explored, isLaneByLane: true, isEntered };
}
