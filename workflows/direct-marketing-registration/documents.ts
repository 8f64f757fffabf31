import { papers } from '../shared/papers';

export const documents = [papers.advertisingSample, papers.saleContract, papers.goodsList, papers.guaranteeProof];
