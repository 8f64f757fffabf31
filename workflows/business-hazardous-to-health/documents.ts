import { papers } from '../shared/papers';
import { affectsSurroundings } from './rules';

export const documents = [
  papers.placeRight,
  papers.placeMap,
  papers.placePhotos,
  papers.floorPlan,
  { ...papers.machineList, when: 'machinery.horsepower > 0' },
  { ...papers.pollutionPlan, when: affectsSurroundings },
];
