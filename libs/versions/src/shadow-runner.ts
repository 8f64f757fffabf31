import type { ShadowCase, ShadowKind, ShadowRun } from '@anuyat/contract';
import { bangkokDate } from '@anuyat/dictionary';
import type { LicenceDefinition } from '@anuyat/licence-kit';
import type { DefinitionLibrary } from '@anuyat/registrar';
import type { DataSource } from 'typeorm';
import { factsOfFiled, officesUnder, readFiled, type FiledCase } from './filed-case';
import { shadowOf } from './shadow';
import type { VersionReader } from './version-reader';

const PAGE = 100;
const MOST_LOOKED_AT = 5_000;
const MOST_TOLD = 200;

/** Runs a version over cases that were filed under others, without touching them: what would have gone otherwise. */
export class ShadowRunner {
  constructor(
    private readonly source: DataSource,
    private readonly library: DefinitionLibrary,
    private readonly reader: Pick<VersionReader, 'get'>,
  ) {}

  /** @param days how far back it looks. @throws Refusal `not-found`. */
  async run(code: string, version: number, days: number): Promise<ShadowRun> {
    const { definition } = await this.reader.get(code, version);
    const run: ShadowRun = { code, to: version, days, looked: 0, changed: 0, counts: { routed: 0, asked: 0, papers: 0, charged: 0, days: 0 }, feeDifference: 0, cases: [], isCutShort: false };
    let before: string | null = null;
    for (;;) {
      const page: FiledCase[] = await readFiled(this.source, code, { days, before, limit: PAGE });
      for (const filed of page) this.look(filed, definition, run);
      before = page.at(-1)?.id ?? null;
      run.isCutShort = page.length === PAGE && run.looked >= MOST_LOOKED_AT;
      if (page.length < PAGE || run.isCutShort) return run;
    }
  }

  private look(filed: FiledCase, definition: LicenceDefinition, run: ShadowRun): void {
    run.looked += 1;
    const filedUnder = this.library.getLicence(definition.code, filed.version);
    const differences = shadowOf(filedUnder, definition, {
      facts: factsOfFiled(filed),
      offices: { before: officesUnder(filedUnder, filed), after: officesUnder(definition, filed) },
    });
    if (differences.length === 0) return;
    run.changed += 1;
    for (const kind of new Set<ShadowKind>(differences.map((difference) => difference.kind))) run.counts[kind] += 1;
    run.feeDifference += differences.reduce((sum, { satang = 0 }) => sum + satang, 0);
    const told: ShadowCase = { number: filed.number ?? filed.id, submittedAt: bangkokDate(filed.submittedAt), differences: differences.map(({ kind, what }) => ({ kind, what })) };
    if (run.cases.length < MOST_TOLD) run.cases.push(told);
  }
}
