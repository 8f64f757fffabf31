import type { LicenceDefinition } from '@anuyat/licence-kit';
import { prove, toPromela, type PromiseCode } from '@anuyat/licence-kit/prover';
import { licences } from '@anuyat/workflows';
import { checkClaims, checkEnds, NEVER_ENDS, NEVER_JOINS } from './check-model';
import { mutations } from './mutants';

/** What Spin can find, and which of the promises then has to be broken. */
const meaning: Record<string, readonly PromiseCode[]> = {
  unpaid: ['nothing-issued-unpaid'],
  unreviewed: ['nothing-issued-unreviewed'],
  over_a_refusal: ['nothing-issued-over-a-refusal'],
  left_open: ['nothing-left-open'],
  billed_for_nothing: ['zero-fee-never-waits'],
  task_of_a_done_lane: ['no-task-after-its-lane'],
  [NEVER_ENDS]: ['no-dead-end', 'loops-are-bounded'],
  [NEVER_JOINS]: ['joins-fire'],
};

/** The licence that is broken in every way. */
const BROKEN = ['liquor-sale'];

const MOST_MS = 120_000;

function provedFaults(definition: LicenceDefinition): string[] {
  const broken = new Set(prove(definition, { mostLanesAtOnce: 3 }).promises.filter(({ isKept }) => !isKept).map(({ code }) => code));
  return Object.entries(meaning).filter(([, codes]) => codes.some((code) => broken.has(code))).map(([fault]) => fault).sort();
}

describe('Spin, an independent model checker,', () => {
  const mutants = licences.filter(({ code }) => BROKEN.includes(code)).flatMap((licence) =>
    mutations.flatMap(({ name, apply }) => {
      const definition = structuredClone(licence);
      return apply(definition) ? [[`${licence.code}: ${name}`, definition] as const] : [];
    }));

  it.each(mutants)('agrees with the prover on what is wrong with %s', async (_, definition) => {
    const proved = provedFaults(definition);
    expect(await checkClaims(toPromela(definition))).toEqual(proved);
    expect(proved).not.toEqual([]);
  }, MOST_MS);

  it('finds the state in which a licence is stuck when nobody can decide', async () => {
    const definition = structuredClone(licences.find(({ code }) => code === 'food-premises-small') as LicenceDefinition);
    mutations.find(({ name }) => name === 'nobody can decide')?.apply(definition);
    expect(await checkEnds(toPromela(definition))).toEqual(['invalid end state']);
  }, MOST_MS);
});
