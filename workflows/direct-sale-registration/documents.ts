import { papers } from '../shared/papers';

export const documents = [
  papers.compensationPlan,
  papers.goodsList,
  papers.saleContract,
  papers.advertisingSample,
  papers.guaranteeProof,
];
