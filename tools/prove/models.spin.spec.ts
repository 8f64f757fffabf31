import { prove, toPromela } from '@anuyat/licence-kit/prover';
import { licences } from '@anuyat/workflows';
import { checkClaims, checkEnds } from './check-model';

const MOST_MS = 120_000;

/** Spin builds the whole product of the lanes, and two with all their detours take it minutes: of those, one stands for the others. */
const WITH_TWO = 'vat-registration';
const modelled = licences.filter(({ code, lanes }) => lanes.length === 1 || code === WITH_TWO);

describe('Spin, an independent model checker,', () => {
  it.each(modelled.map((licence) => [licence.code, licence] as const))('finds nothing wrong with %s', async (_, licence) => {
    const model = toPromela(licence);
    expect({ claims: await checkClaims(model), ends: await checkEnds(model) }).toEqual({ claims: [], ends: [] });
    expect(prove(licence).isProved).toBe(true);
  }, MOST_MS);
});
