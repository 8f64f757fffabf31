import { papers } from '../shared/papers';

export const documents = [
  papers.placeRight,
  papers.placeMap,
  papers.placePhotos,
  papers.floorPlan,
  papers.operatorConsent,
  { ...papers.staffTraining, isRequired: false },
];
