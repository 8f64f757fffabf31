import { prove, toPromela } from '@anuyat/licence-kit/prover';
import { licences } from '@anuyat/workflows';
import { checkClaims, checkEnds } from './check-model';

describe('Spin, an independent model checker,', () => {
  it.each(licences.map((licence) => [licence.code, licence] as const))('finds nothing wrong with %s', async (_, licence) => {
    const model = toPromela(licence);
    expect({ claims: await checkClaims(model), ends: await checkEnds(model) }).toEqual({ claims: [], ends: [] });
    expect(prove(licence).isProved).toBe(true);
  });
});
