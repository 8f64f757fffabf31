import { Refusal, type LicenceVersions, type VersionDiff, type VersionedLicence, type VersionState, type VersionSummary } from '@anuyat/contract';
import { textOf, type LicenceDefinition, type Text } from '@anuyat/licence-kit';
import { DIFF_SECTIONS, diffDefinitions } from '@anuyat/licence-kit/versions';
import type { DefinitionLibrary, Published } from '@anuyat/registrar';
import type { DataSource } from 'typeorm';
import { nameOf } from './actor-name';
import { findCandidate, readCandidates, type Candidate } from './candidate-shelf';

/** Statuses in which an application has come to its end. */
export const ENDED = ['issued', 'refused', 'returned', 'withdrawn'];

/** A version, published or not, with where it stands. */
export interface KnownVersion {
  definition: LicenceDefinition;
  sha256: string;
  state: VersionState;
}

/** Shows administrators the versions of licence types, and what they say otherwise. */
export class VersionReader {
  constructor(
    private readonly source: DataSource,
    private readonly library: DefinitionLibrary,
  ) {}

  /** Every licence type, by its code. */
  async list(): Promise<VersionedLicence[]> {
    await this.library.refresh();
    const candidates = await readCandidates(this.source);
    const running = await this.countRunning();
    const open: { code: string; version: number }[] = await this.source.query(`SELECT DISTINCT code, version FROM version_proposal WHERE outcome IS NULL ORDER BY version`);
    const published = this.library.newestLicences();
    const codes = [...new Set([...published.map(({ definition }) => definition.code), ...candidates.map(({ code }) => code)])].sort();
    return codes.map((code) => {
      const inForce = this.library.findNewestLicence(code)?.definition;
      const candidate = candidates.find((each) => each.code === code);
      const known = inForce ?? candidate?.definition;
      return {
        code,
        title: known ? textOf(known.texts, 'title') : { th: code, en: code },
        version: inForce?.version ?? null,
        candidate: candidate?.version ?? null,
        proposed: open.filter((each) => each.code === code).map(({ version }) => version),
        running: running.filter((row) => row.code === code).reduce((sum, { count }) => sum + count, 0),
      };
    });
  }

  /** @throws Refusal `not-found`. */
  async read(code: string): Promise<LicenceVersions> {
    await this.library.refresh();
    const candidates = await readCandidates(this.source, code);
    const published = this.library.versionsOf(code);
    const newest = published[0]?.definition ?? candidates[0]?.definition;
    if (!newest) throw new Refusal('not-found');
    const running = await this.countRunning(code);
    const runningUnder = (version: number) => running.find((row) => row.version === version)?.count ?? 0;
    return {
      code,
      title: this.titleOf(newest),
      versions: [...candidates.map(candidateSummary), ...published.map((each) => ({ ...this.publishedSummary(each), running: runningUnder(each.definition.version) }))],
    };
  }

  /**
   * What a version says otherwise than another: than the one before it, where none is named.
   * @throws Refusal `not-found`.
   */
  async diff(code: string, version: number, from?: number): Promise<VersionDiff> {
    const to = await this.get(code, version);
    const before = from === undefined ? this.library.versionsOf(code).find(({ definition }) => definition.version < version)?.definition : (await this.get(code, from)).definition;
    const found = before ? diffDefinitions(before, to.definition) : [];
    return {
      code,
      title: this.titleOf(to.definition),
      from: before?.version ?? null,
      to: version,
      state: to.state,
      sha256: to.sha256,
      sections: DIFF_SECTIONS.flatMap((section) => {
        const differences = found.filter((each) => each.section === section).map(({ kind, path, what, before: old, after }) => ({ kind, path, what, before: old ?? null, after: after ?? null }));
        return differences.length > 0 ? [{ section, differences }] : [];
      }),
    };
  }

  /** A version, published or waiting. @throws Refusal `not-found`. */
  async get(code: string, version: number): Promise<KnownVersion> {
    await this.library.refresh();
    const published = this.library.versionsOf(code).find(({ definition }) => definition.version === version);
    if (published) return { definition: published.definition, sha256: published.sha256, state: this.stateOf(published) };
    const candidate = await findCandidate(this.source, code, version);
    if (!candidate) throw new Refusal('not-found');
    return { definition: candidate.definition, sha256: candidate.sha256, state: 'candidate' };
  }

  private publishedSummary(published: Published<LicenceDefinition>): VersionSummary {
    const { definition, sha256, publishedAt, publishedBy, effectiveFrom } = published;
    return {
      version: definition.version, sha256, state: this.stateOf(published),
      publishedAt: publishedAt.toISOString(), publishedBy: nameOf(publishedBy), proposedBy: publishedBy.proposedBy?.name ?? null, effectiveFrom: effectiveFrom.toISOString(),
      origin: null, broughtBy: null, broughtAt: null, running: 0,
    };
  }

  private stateOf({ definition: { code, version }, effectiveFrom }: Published<LicenceDefinition>): VersionState {
    const inForce = this.library.findNewestLicence(code)?.definition.version ?? 0;
    if (version === inForce) return 'in-force';
    return effectiveFrom.getTime() > Date.now() ? 'coming' : 'superseded';
  }

  private titleOf({ texts }: LicenceDefinition): Text {
    return textOf(texts, 'title');
  }

  private countRunning(code?: string): Promise<{ code: string; version: number; count: number }[]> {
    return this.source.query(
      `SELECT code, version, count(*)::int AS count FROM application WHERE NOT status = ANY($1) AND ($2::text IS NULL OR code = $2) GROUP BY code, version`,
      [ENDED, code ?? null],
    );
  }
}

function candidateSummary({ version, sha256, origin, broughtBy, broughtAt }: Candidate): VersionSummary {
  return { version, sha256, state: 'candidate', publishedAt: null, publishedBy: null, proposedBy: null, effectiveFrom: null, origin, broughtBy: nameOf(broughtBy), broughtAt: broughtAt.toISOString(), running: 0 };
}
