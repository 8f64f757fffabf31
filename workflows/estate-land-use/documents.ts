import { papers } from '../shared/papers';
import { loadsTheEstate } from './rules';

export const documents = [
  papers.plotContract,
  papers.processChart,
  papers.machineList,
  { ...papers.pollutionPlan, when: loadsTheEstate },
  papers.passport,
];
