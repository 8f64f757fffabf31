import type { LicenceDefinition } from '@anuyat/licence-kit';
import { prove, toLaneModels, toPromela } from '@anuyat/licence-kit/prover';
import { licences } from '@anuyat/workflows';
import { checkClaims, checkEnds } from './check-model';

const MOST_MS = 120_000;

/** Spin builds the whole product of the lanes: of three, in seconds. Larger ones it looks at lane by lane, as the prover does. */
const MOST_LANES_AT_ONCE = 3;

const modelsOf = (licence: LicenceDefinition): (readonly [name: string, licence: LicenceDefinition, model: string])[] =>
  licence.lanes.length <= MOST_LANES_AT_ONCE
    ? [[licence.code, licence, toPromela(licence)]]
    : toLaneModels(licence).map(({ lane, model }) => [`${licence.code}, as ${lane} sees it`, licence, model]);

/** The largest first, so that nobody waits for them at the end. */
const models = licences.flatMap(modelsOf).sort(([, , a], [, , b]) => b.length - a.length);

describe('Spin, an independent model checker,', () => {
  it.each(models)('finds nothing wrong with %s', async (_, licence, model) => {
    const [claims, ends] = [await checkClaims(model), await checkEnds(model)];
    expect({ claims, ends }).toEqual({ claims: [], ends: [] });
    expect(prove(licence).isProved).toBe(true);
  }, MOST_MS);
});
