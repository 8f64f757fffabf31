import { prove, type Proof } from '@anuyat/licence-kit/prover';
import { libraryCard } from '@anuyat/licence-kit/testing';
import { linesOf, reportOf } from './report';

const card = libraryCard();
const read = (proof: Proof) => JSON.parse(JSON.stringify(reportOf(proof))) as Record<string, unknown> & { longestPath: { days: number | null; statute: number; path: { event: string; days: number | null }[] } };

describe('what is printed of a proof as JSON', () => {
  it('has the states, the longest path in days against the statute with its events, and how many promises are kept', () => {
    const proof = prove(card);
    const report = read(proof);
    expect(report).toMatchObject({ code: card.code, version: card.version, isProved: true, states: expect.any(Number), promisesKept: proof.promises.length, longestPath: { statute: expect.any(Number) } });
    expect(report.longestPath.days).toBeLessThanOrEqual(report.longestPath.statute);
    expect(report.longestPath.path[0]).toMatchObject({ event: 'submitted' });
    expect(report.longestPath.path.at(-1)?.days).toBe(report.longestPath.days);
  });

  it('counts one promise less where one is broken, and names it with its story in both languages', () => {
    const proof = prove({ ...card, texts: { th: card.texts.th, en: {} } });
    const report = reportOf(proof) as { isProved: boolean; promisesKept: number; promises: unknown[] };
    expect(report.isProved).toBe(false);
    expect(report.promisesKept).toBeLessThan(report.promises.length);
    expect(linesOf(proof, 10)[0]).toMatch(/^✗ library-card/);
  });
});
