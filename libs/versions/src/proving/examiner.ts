import type { DataSource } from 'typeorm';
import { nameOfProof, verdictOfStamp, type ProofSeal, type ProofStamp } from './proof-seal';
import type { Proving, ToProve, Verdict } from './proving';

/** What an examiner relies on. */
export interface ExaminerTools {
  proving: Proving;
  /** SHA-256 of the program that proves; absent where it is not known, and then no stamp counts and none is kept. */
  prover: string | undefined;
  seal: ProofSeal;
  /** What the build has proved: part of the program itself. */
  released?: readonly ProofStamp[];
}

/**
 * Says whether definitions prove. What was proved before, word for word and by the very same prover, is not proved again; everything else is,
 * outside of any transaction.
 */
export class Examiner {
  private readonly released: ReadonlyMap<string, ProofStamp>;

  constructor(
    private readonly source: DataSource,
    private readonly tools: ExaminerTools,
  ) {
    this.released = new Map((tools.released ?? []).filter(({ prover }) => prover === tools.prover).map((stamp) => [stamp.proof, stamp]));
  }

  /** A verdict for each, in order. One that does not prove is never stamped: its story is found anew. */
  async examine(asked: readonly ToProve[]): Promise<Verdict[]> {
    if (asked.length === 0) return [];
    const names = asked.map(nameOfProof);
    const stamps = new Map([...(await this.readStamps(names)), ...this.released]);
    const isNew = (_: unknown, at: number): boolean => !stamps.has(names[at] ?? '');
    const proved = await this.tools.proving(asked.filter(isNew));
    await this.keepStamps(names.filter(isNew), proved);
    return asked.map((each, at) => {
      const stamp = stamps.get(names[at] ?? '');
      return stamp ? verdictOfStamp(each, stamp) : (proved.shift() as Verdict);
    });
  }

  private async readStamps(names: readonly string[]): Promise<[string, ProofStamp][]> {
    const { prover, seal } = this.tools;
    if (prover === undefined || names.every((name) => this.released.has(name))) return [];
    const rows: (ProofStamp & { seal: string })[] = await this.source.query(
      `SELECT proof, prover, states, transitions, seal FROM definition_proof WHERE prover = $1 AND proof = ANY($2)`, [prover, names],
    );
    return rows.filter((row) => seal.isGenuine(row, row.seal)).map((row) => [row.proof, row]);
  }

  private async keepStamps(names: readonly string[], verdicts: readonly Verdict[]): Promise<void> {
    const { prover, seal } = this.tools;
    if (prover === undefined) return;
    const stamps = verdicts.flatMap(({ isProved, states, transitions }, at) => (isProved ? [{ proof: names[at] as string, prover, states, transitions }] : []));
    if (stamps.length === 0) return;
    await this.source.query(
      `INSERT INTO definition_proof (proof, prover, states, transitions, seal)
       SELECT proof, prover, states, transitions, seal FROM jsonb_to_recordset($1) AS s (proof text, prover text, states int, transitions int, seal text)
       ON CONFLICT (proof, prover) DO UPDATE SET states = excluded.states, transitions = excluded.transitions, seal = excluded.seal, proved_at = now()`,
      [JSON.stringify(stamps.map((stamp) => ({ ...stamp, seal: seal.of(stamp) })))],
    );
  }
}
