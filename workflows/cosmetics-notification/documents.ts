import { papers } from '../shared/papers';

export const documents = [papers.productFormula, papers.productLabels, papers.placeRight];
