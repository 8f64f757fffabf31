import { createHash } from 'node:crypto';
import { canonicalJson, type JourneyDefinition, type LicenceDefinition } from '@anuyat/licence-kit';
import type { DataSource, EntityManager } from 'typeorm';
import { RateBook } from './rate-book';
import { UnknownVersion } from './unknown-version';

type Kind = 'licence' | 'journey' | 'life' | 'change';

/** Who published a version, as the table keeps it. */
export interface PublishedBy {
  kind: 'person' | 'portal';
  name?: { th: string; en: string };
  accountId?: string;
  job?: string;
  /** Who proposed what this person published, and the digest that was confirmed. */
  proposedBy?: { accountId: string; name: { th: string; en: string } };
  proposal?: string;
}

/** A published version with its hash, who published it and from when it holds. */
export interface Published<D> {
  definition: D;
  sha256: string;
  publishedAt: Date;
  publishedBy: PublishedBy;
  /** New cases take it from this moment on. */
  effectiveFrom: Date;
}

interface DefinitionRow {
  kind: Kind;
  code: string;
  version: number;
  sha256: string;
  json: unknown;
  published_at: Date;
  published_by: PublishedBy;
  effective_from: Date;
}

const RELEASE: PublishedBy = { kind: 'portal', job: 'release' };
const COLUMNS = `kind, code, version, sha256, json, published_at, published_by, effective_from`;

/**
 * Published definitions. An application keeps the version that it was filed under; new cases take the newest that is in force.
 * Versions never change, so they are kept in memory for the life of the process, with their machines.
 */
export class DefinitionLibrary {
  /** What offices charge beside the rates that definitions were published with. */
  readonly rates = new RateBook();
  private readonly licences = new Map<string, Published<LicenceDefinition>>();
  /** What stands beside the licence types: how their licences live, and how they are changed. */
  private readonly derived = new Map<string, Published<LicenceDefinition>>();
  private readonly journeys = new Map<string, Published<JourneyDefinition>>();

  /** @param clock what the time is, for versions that are not in force yet. */
  constructor(
    private readonly source: DataSource,
    private readonly clock: () => number = Date.now,
  ) {}

  /** Reads every published version into memory. @throws when a stored version is not what its hash promises. */
  async load(): Promise<void> {
    const rows: DefinitionRow[] = await this.source.query(`SELECT ${COLUMNS} FROM definition ORDER BY kind, code, version`);
    for (const row of rows) {
      if (definitionHash(row.json) !== row.sha256) {
        throw new Error(`The stored ${row.kind} "${row.code}" version ${row.version} is not what was published: its content does not give its hash ${row.sha256}. Restore the table of definitions from a backup.`);
      }
      this.keep(row);
    }
  }

  /** Reads what others published since. Cheap where nothing is new. */
  async refresh(): Promise<void> {
    const known: { kind: Kind; code: string; version: number }[] = await this.source.query(`SELECT kind, code, version FROM definition`);
    for (const { kind, code, version } of known.filter((row) => !this.shelf(row.kind).has(keyOf(row.code, row.version)))) await this.fetch(kind, code, version);
  }

  /** Makes sure that a version published by another process a moment ago is known here; costs nothing where it is. */
  async ensureLicence(code: string, version: number): Promise<void> {
    const kind = kindOf(code);
    if (!this.shelf(kind).has(keyOf(code, version))) await this.fetch(kind, code, version);
  }

  /** Looks at the database for the version that somebody failed for want of. @returns whether it is known now, so that trying again at once makes sense. */
  async catchUp(error: unknown): Promise<boolean> {
    if (!(error instanceof UnknownVersion)) return false;
    await this.ensureLicence(error.code, error.version);
    return this.shelf(kindOf(error.code)).has(keyOf(error.code, error.version));
  }

  /**
   * Writes a version that is not there yet, and keeps it in memory: for the start, which ends where its transaction does not commit.
   * @throws when the same number was published with another content: a published version never changes.
   */
  async publish(tx: EntityManager, kind: Kind, definition: LicenceDefinition | JourneyDefinition, { by = RELEASE, effectiveFrom }: { by?: PublishedBy; effectiveFrom?: Date } = {}): Promise<void> {
    const { code, version } = definition;
    await this.write(tx, kind, definition, { by, effectiveFrom });
    const now = new Date(this.clock());
    this.keep({ kind, code, version, sha256: definitionHash(definition), json: definition, published_at: now, published_by: by, effective_from: effectiveFrom ?? now });
  }

  /** As {@link publish}, into the table only: memory hears of it by {@link refresh}, once it is committed. */
  async write(tx: EntityManager, kind: Kind, definition: LicenceDefinition | JourneyDefinition, { by = RELEASE, effectiveFrom }: { by?: PublishedBy; effectiveFrom?: Date }): Promise<void> {
    const { code, version } = definition;
    const sha256 = definitionHash(definition);
    const [known]: { sha256: string }[] = await tx.query(`SELECT sha256 FROM definition WHERE kind = $1 AND code = $2 AND version = $3`, [kind, code, version]);
    if (known && known.sha256 !== sha256) {
      throw new Error(`${kind} "${code}" version ${version} was published with another content. A published version never changes: give the new content version ${version + 1}.`);
    }
    if (known) return;
    await tx.query(`INSERT INTO definition (kind, code, version, sha256, json, published_by, effective_from) VALUES ($1, $2, $3, $4, $5, $6, coalesce($7, now())) ON CONFLICT DO NOTHING`, [
      kind, code, version, sha256, JSON.stringify(definition), JSON.stringify(by), effectiveFrom ?? null,
    ]);
  }

  /** @throws UnknownVersion when that version was never published, or by another process since the last look. */
  getLicence(code: string, version: number): LicenceDefinition {
    const key = keyOf(code, version);
    const found = this.licences.get(key) ?? this.derived.get(key);
    if (!found) throw new UnknownVersion(code, version);
    return found.definition;
  }

  /** The newest version that is in force; before any is, the first. */
  findNewestLicence(code: string): Published<LicenceDefinition> | undefined {
    return this.newest(code.includes(':') ? this.derived : this.licences, code);
  }

  findNewestJourney(code: string): Published<JourneyDefinition> | undefined {
    return this.newest(this.journeys, code);
  }

  findJourney(code: string, version: number): JourneyDefinition | undefined {
    return this.journeys.get(keyOf(code, version))?.definition;
  }

  /** Every licence type; procedures of appeal are none. */
  newestLicences(): Published<LicenceDefinition>[] {
    return this.newestOfEach(this.licences).filter(({ definition }) => definition.kind !== 'appeal');
  }

  newestJourneys(): Published<JourneyDefinition>[] {
    return this.newestOfEach(this.journeys);
  }

  /** Every published version of a licence type, in force or not, newest first. */
  versionsOf(code: string): Published<LicenceDefinition>[] {
    return [...this.shelf(kindOf(code)).values()].filter((published): published is Published<LicenceDefinition> => published.definition.code === code).sort(byVersion);
  }

  private shelf(kind: Kind): Map<string, Published<LicenceDefinition | JourneyDefinition>> {
    const shelves = { licence: this.licences, journey: this.journeys, life: this.derived, change: this.derived };
    return shelves[kind] as Map<string, Published<LicenceDefinition | JourneyDefinition>>;
  }

  private async fetch(kind: Kind, code: string, version: number): Promise<void> {
    const [row]: DefinitionRow[] = await this.source.query(`SELECT ${COLUMNS} FROM definition WHERE kind = $1 AND code = $2 AND version = $3`, [kind, code, version]);
    if (row) this.keep(row);
  }

  private keep({ kind, code, version, sha256, json, published_at, published_by, effective_from }: DefinitionRow): void {
    const shelf = this.shelf(kind);
    const key = keyOf(code, version);
    if (shelf.has(key)) return;
    shelf.set(key, { definition: json as LicenceDefinition | JourneyDefinition, sha256, publishedAt: published_at, publishedBy: published_by, effectiveFrom: effective_from });
  }

  private newest<D extends { code: string; version: number }>(shelf: Map<string, Published<D>>, code: string): Published<D> | undefined {
    const now = this.clock();
    const versions = [...shelf.values()].filter(({ definition }) => definition.code === code).sort(byVersion);
    return versions.find(({ effectiveFrom }) => effectiveFrom.getTime() <= now) ?? versions.at(-1);
  }

  private newestOfEach<D extends { code: string; version: number }>(shelf: Map<string, Published<D>>): Published<D>[] {
    const codes = new Set([...shelf.values()].map(({ definition }) => definition.code));
    return [...codes].sort().flatMap((code) => this.newest(shelf, code) ?? []);
  }
}

/** SHA-256 of a definition in canonical JSON: what its version promises. */
export function definitionHash(definition: unknown): string {
  return createHash('sha256').update(canonicalJson(definition)).digest('hex');
}

/** What stands beside a licence type says so in its code: `hotel-business:life`. */
function kindOf(code: string): Kind {
  const beside = code.split(':')[1];
  return beside === 'life' || beside === 'change' ? beside : 'licence';
}

function keyOf(code: string, version: number): string {
  return `${code}@${version}`;
}

function byVersion(a: { definition: { version: number } }, b: { definition: { version: number } }): number {
  return b.definition.version - a.definition.version;
}
