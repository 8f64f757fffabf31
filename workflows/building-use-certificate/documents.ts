import { papers } from '../shared/papers';

export const documents = [
  { ...papers.completionStatement, when: 'completion.finishedOn <= filing.date' },
  { ...papers.placePhotos, isRequired: false },
];
