import type { EffectRef, LicenceDefinition, StateConfig } from '@anuyat/licence-kit';
import { libraryCard } from '@anuyat/licence-kit/testing';
import { createDataSource } from '@anuyat/database';
import { createTestDatabase, type TestDatabase } from '@anuyat/database/testing';
import type { DataSource } from 'typeorm';
import { Examiner, type ExaminerTools } from './examiner';
import { nameOfProof, ProofSeal } from './proof-seal';
import { proveOne, type ToProve, type Verdict } from './proving';

const seal = new ProofSeal('the secret of this installation');
const card: ToProve = { as: 'application', definition: libraryCard() };

/** The same content proves the same way. */
const verdicts = new Map<string, Verdict>();
function verdictOn(each: ToProve): Verdict {
  const verdict = verdicts.get(nameOfProof(each)) ?? proveOne(each);
  verdicts.set(nameOfProof(each), verdict);
  return verdict;
}

let database: TestDatabase;
let source: DataSource;
let asked: string[];
beforeAll(async () => {
  database = await createTestDatabase();
  source = await createDataSource(database.appUrl, 'examiner-spec').initialize();
});
afterAll(async () => {
  await source.destroy();
  await database.dispose();
});
beforeEach(async () => {
  asked = [];
  await source.query(`DELETE FROM definition_proof`);
});

function examiner(tools: Partial<ExaminerTools> = {}): Examiner {
  const proving: ExaminerTools['proving'] = (definitions) => {
    asked.push(...definitions.map(({ definition: { code, version } }) => `${code} ${version}`));
    return Promise.resolve(definitions.map(verdictOn));
  };
  return new Examiner(source, { proving, prover: 'prover-1', seal, ...tools });
}

const isProved = async (each: Examiner, ...definitions: ToProve[]): Promise<boolean[]> => (await each.examine(definitions)).map((verdict) => verdict.isProved);
const stamps = (): Promise<{ proof: string }[]> => source.query(`SELECT proof, prover FROM definition_proof ORDER BY proof`);

/** Issued before its fee is paid. */
function unpaid(): ToProve {
  const definition: LicenceDefinition = structuredClone(libraryCard());
  (definition.machine.states?.['awaitingPayment'] as StateConfig).entry?.push({ type: 'issueLicence', params: {} } as unknown as EffectRef);
  return { as: 'application', definition };
}

describe('a definition that was proved', () => {
  it('is not proved again as long as it stays as it is, also by another process', async () => {
    const [first] = await examiner().examine([card]);
    const [again] = await examiner().examine([card]);
    expect(asked).toEqual(['library-card 1']);
    expect(again).toEqual({ ...first, promises: [] });
  });

  it('is proved again once a word of it is another', async () => {
    await examiner().examine([card]);
    const { texts } = libraryCard();
    const changed = libraryCard({ texts: { ...texts, en: { ...texts.en, title: 'Another title' } } });
    expect(await isProved(examiner(), card, { as: 'application', definition: changed })).toEqual([true, true]);
    expect(asked).toEqual(['library-card 1', 'library-card 1']);
  });

  it('is proved again by another prover, whose promises may be stricter', async () => {
    await examiner().examine([card]);
    await examiner({ prover: 'prover-2' }).examine([card]);
    expect(asked).toHaveLength(2);
  });

  it('as a life has not been proved as an application', async () => {
    await examiner().examine([{ as: 'life', definition: card.definition }]);
    await examiner().examine([card]);
    expect(asked).toHaveLength(2);
  });

  it('by the build is not proved at the start; by the build of another prover, it is', async () => {
    const released = [{ proof: nameOfProof(card), prover: 'prover-1', states: 3, transitions: 4 }];
    expect(await examiner({ released }).examine([card])).toEqual([{ code: 'library-card', version: 1, isProved: true, promises: [], states: 3, transitions: 4 }]);
    expect(asked).toEqual([]);
    await examiner({ released, prover: 'prover-2' }).examine([card]);
    expect(asked).toEqual(['library-card 1']);
  });
});

describe('a definition that does not prove', () => {
  it('is told with its story each time, and never stamped', async () => {
    for (const _ of [1, 2]) {
      const [good, bad] = await examiner().examine([card, unpaid()]);
      expect([good?.isProved, bad?.isProved]).toEqual([true, false]);
      expect(bad?.promises.find(({ code }) => code === 'nothing-issued-unpaid')?.story?.en).toContain('although its fee was never paid');
    }
    expect(await stamps()).toEqual([{ proof: nameOfProof(card), prover: 'prover-1' }]);
  });

  const forge = (stamp: string, by = 'prover-1') =>
    source.query(`INSERT INTO definition_proof (proof, prover, states, transitions, seal) VALUES ($1, $2, 3, 4, $3)`, [nameOfProof(unpaid()), by, stamp]);

  it('does not pass by a stamp that somebody wrote into the database', async () => {
    await forge('0'.repeat(64));
    expect(await isProved(examiner(), unpaid())).toEqual([false]);
  });

  it('does not pass by a stamp sealed with another secret, or taken from another definition', async () => {
    await forge(new ProofSeal('a secret of somebody else').of({ proof: nameOfProof(unpaid()), prover: 'prover-1', states: 3, transitions: 4 }));
    expect(await isProved(examiner(), unpaid())).toEqual([false]);
    await source.query(`DELETE FROM definition_proof`);
    await forge(seal.of({ proof: nameOfProof(card), prover: 'prover-1', states: 3, transitions: 4 }));
    expect(await isProved(examiner(), unpaid())).toEqual([false]);
  });

  it('does not pass by a genuine stamp of an older prover that is passed off as of this one', async () => {
    await forge(seal.of({ proof: nameOfProof(unpaid()), prover: 'prover-0', states: 3, transitions: 4 }));
    expect(await isProved(examiner(), unpaid())).toEqual([false]);
  });
});

describe('where the prover is not known', () => {
  it('everything is proved, and nothing is stamped', async () => {
    for (const _ of [1, 2]) await examiner({ prover: undefined }).examine([card]);
    expect(asked).toHaveLength(2);
    expect(await stamps()).toEqual([]);
  });
});
