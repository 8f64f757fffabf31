import { Refusal, type ManualView } from '@anuyat/contract';
import { diagramOf, type Diagram, type LicenceDefinition } from '@anuyat/licence-kit';
import type { DefinitionLibrary, Published } from '@anuyat/registrar';
import { jsonLdOf, type JsonLd } from './json-ld';
import { manualOf } from './manual-of';

/** The manuals for the public, of every version that was ever in force: an application keeps the one it was filed under. */
export class ManualLibrary {
  constructor(
    private readonly library: DefinitionLibrary,
    private readonly publicUrl: string,
  ) {}

  /** @param version the newest where none is asked for. @throws Refusal `not-found`. */
  read(code: string, version?: number): ManualView {
    const newest = this.library.findNewestLicence(code)?.definition.version ?? 0;
    return manualOf(this.get(code, version), { versions: this.library.versionsOf(code), newest, find: (other) => this.library.findNewestLicence(other)?.definition });
  }

  /** The manual as linked data; undefined where there is none. */
  find(code: string, version?: number): JsonLd | undefined {
    return this.search(code, version) && this.linkedData(code, version);
  }

  /** The manual as linked data. @throws Refusal `not-found`. */
  linkedData(code: string, version?: number): JsonLd {
    return jsonLdOf(this.read(code, version), this.publicUrl);
  }

  /** The states of a version and the ways between them. @throws Refusal `not-found`. */
  diagram(code: string, version?: number): Diagram {
    return diagramOf(this.get(code, version).definition);
  }

  private get(code: string, version: number | undefined): Published<LicenceDefinition> {
    const found = this.search(code, version);
    if (!found) throw new Refusal('not-found');
    return found;
  }

  private search(code: string, version: number | undefined): Published<LicenceDefinition> | undefined {
    return version === undefined ? this.library.findNewestLicence(code) : this.library.versionsOf(code).find(({ definition }) => definition.version === version);
  }
}
