import { createHash } from 'node:crypto';
import { canonicalJson, type JourneyDefinition, type LicenceDefinition } from '@anuyat/licence-kit';
import type { DataSource, EntityManager } from 'typeorm';

type Kind = 'licence' | 'journey';

/** A published version with its hash. */
export interface Published<D> {
  definition: D;
  sha256: string;
}

/**
 * Published definitions. An application keeps the version that it was filed under; new cases take the newest.
 * Versions never change, so they are kept in memory for the life of the process, with their machines.
 */
export class DefinitionLibrary {
  private readonly licences = new Map<string, Published<LicenceDefinition>>();
  private readonly journeys = new Map<string, Published<JourneyDefinition>>();

  constructor(private readonly source: DataSource) {}

  /** Reads every published version into memory. */
  async load(): Promise<void> {
    const rows: { kind: Kind; code: string; version: number; sha256: string; json: unknown }[] = await this.source.query(
      `SELECT kind, code, version, sha256, json FROM definition ORDER BY kind, code, version`,
    );
    for (const row of rows) this.keep(row.kind, row.code, row.version, row.sha256, row.json);
  }

  /**
   * Writes a version that is not there yet.
   * @throws when the same number was published with another content: a published version never changes.
   */
  async publish(tx: EntityManager, kind: Kind, definition: LicenceDefinition | JourneyDefinition): Promise<void> {
    const { code, version } = definition;
    const sha256 = definitionHash(definition);
    const [known]: { sha256: string }[] = await tx.query(`SELECT sha256 FROM definition WHERE kind = $1 AND code = $2 AND version = $3`, [kind, code, version]);
    if (known && known.sha256 !== sha256) {
      throw new Error(`${kind} "${code}" version ${version} was published with another content. A published version never changes: give the new content version ${version + 1}.`);
    }
    if (!known) {
      await tx.query(`INSERT INTO definition (kind, code, version, sha256, json) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`, [
        kind, code, version, sha256, JSON.stringify(definition),
      ]);
    }
    this.keep(kind, code, version, sha256, definition);
  }

  /** @throws when that version was never published here. */
  getLicence(code: string, version: number): LicenceDefinition {
    const found = this.licences.get(keyOf(code, version));
    if (!found) throw new Error(`Licence "${code}" version ${version} was never published.`);
    return found.definition;
  }

  findNewestLicence(code: string): Published<LicenceDefinition> | undefined {
    return newest(this.licences, code);
  }

  findNewestJourney(code: string): Published<JourneyDefinition> | undefined {
    return newest(this.journeys, code);
  }

  findJourney(code: string, version: number): JourneyDefinition | undefined {
    return this.journeys.get(keyOf(code, version))?.definition;
  }

  newestLicences(): Published<LicenceDefinition>[] {
    return newestOfEach(this.licences);
  }

  newestJourneys(): Published<JourneyDefinition>[] {
    return newestOfEach(this.journeys);
  }

  private keep(kind: Kind, code: string, version: number, sha256: string, json: unknown): void {
    const key = keyOf(code, version);
    if (kind === 'licence' && !this.licences.has(key)) this.licences.set(key, { definition: json as LicenceDefinition, sha256 });
    if (kind === 'journey' && !this.journeys.has(key)) this.journeys.set(key, { definition: json as JourneyDefinition, sha256 });
  }
}

/** SHA-256 of a definition in canonical JSON: what its version promises. */
export function definitionHash(definition: unknown): string {
  return createHash('sha256').update(canonicalJson(definition)).digest('hex');
}

function keyOf(code: string, version: number): string {
  return `${code}@${version}`;
}

function newest<D extends { code: string; version: number }>(shelf: Map<string, Published<D>>, code: string): Published<D> | undefined {
  return [...shelf.values()].filter(({ definition }) => definition.code === code).sort((a, b) => b.definition.version - a.definition.version)[0];
}

function newestOfEach<D extends { code: string; version: number }>(shelf: Map<string, Published<D>>): Published<D>[] {
  const codes = new Set([...shelf.values()].map(({ definition }) => definition.code));
  return [...codes].sort().flatMap((code) => newest(shelf, code) ?? []);
}
