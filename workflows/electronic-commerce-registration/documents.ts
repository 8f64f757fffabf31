import { papers } from '../shared/papers';

export const documents = [
  papers.placeRight,
  papers.placeMap,
  papers.siteScreenshots,
  { ...papers.domainProof, when: 'online.kind = "own-site" or online.kind = "operates-market"' },
];
