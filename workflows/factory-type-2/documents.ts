import { papers } from '../shared/papers';

export const documents = [
  { ...papers.placeRight, when: `(${papers.placeRight.when}) and premises.estate = null` },
  papers.placeMap,
  papers.machineList,
];
