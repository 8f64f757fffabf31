import { papers } from '../shared/papers';
import { changesTheBuilding } from './rules';

export const documents = [
  { ...papers.placeRight, when: `(${papers.placeRight.when}) and premises.estate = null` },
  papers.placeMap,
  papers.buildingPlans,
  { ...papers.structureCalculations, when: changesTheBuilding },
  papers.designerStatements,
];
