import { prove, toPromela } from '@anuyat/licence-kit/prover';
import { licences } from '@anuyat/workflows';
import { checkClaims, checkEnds } from './check-model';

/** Spin builds the whole product of the lanes: three with all their detours take it minutes, so that of those one stands for the others. */
const MOST_LANES = 2;
const WITH_THREE = 'entertainment-venue';
const modelled = licences.filter(({ code, lanes }) => lanes.length <= MOST_LANES || code === WITH_THREE);

describe('Spin, an independent model checker,', () => {
  it.each(modelled.map((licence) => [licence.code, licence] as const))('finds nothing wrong with %s', async (_, licence) => {
    const model = toPromela(licence);
    expect({ claims: await checkClaims(model), ends: await checkEnds(model) }).toEqual({ claims: [], ends: [] });
    expect(prove(licence).isProved).toBe(true);
  });
});
