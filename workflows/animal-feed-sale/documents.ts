import { papers } from '../shared/papers';

export const documents = [papers.placeRight, papers.placeMap, papers.placePhotos];
