import { papers } from '../shared/papers';
import { mayPolluteMuch } from './rules';

export const documents = [
  /** In an estate the contract of the plot is with IEAT already. */
  { ...papers.placeRight, when: `(${papers.placeRight.when}) and premises.estate = null` },
  papers.factoryLayout,
  papers.processChart,
  papers.machineList,
  { ...papers.pollutionPlan, when: mayPolluteMuch },
];
