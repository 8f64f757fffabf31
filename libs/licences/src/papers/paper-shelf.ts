import { setTimeout as wait } from 'node:timers/promises';
import type { PaperView } from '@anuyat/contract';
import { getOffice, sealerOf } from '@anuyat/dictionary/reference';
import type { DefinitionLibrary } from '@anuyat/registrar';
import type { DataSource } from 'typeorm';
import type { LicenceRow } from '../licences';
import { paperLink, type PaperPress } from '../paper-press';

interface ShelfRow {
  kid: string;
  code: string;
  sealed_at: Date;
  stamped_at: Date | null;
}

const PAPER = `SELECT kid, code, sealed_at, stamped_at FROM licence_paper WHERE number = $1 AND edition = $2`;
const PDF = `SELECT pdf FROM licence_paper WHERE number = $1 AND edition = $2`;
/** A local authority's first key is made when its first paper wants it, where keys are made at all. */
const HAS_SEALER = `SELECT EXISTS (SELECT FROM seal_key WHERE use = 'paper' AND (agency = $1 OR ($1 LIKE 'lao-%' AND agency = 'lao'))) AS has`;

const PATIENCE_MS = 4_000;
const LOOK_EVERY_MS = 150;

/** Hands out the papers of licences, and says how far they are. It holds no key. */
export class PaperShelf {
  constructor(
    private readonly source: DataSource,
    private readonly library: DefinitionLibrary,
    private readonly press: PaperPress,
    private readonly publicUrl: string,
  ) {}

  /** The paper of a licence as it is now. One that is not sealed yet is waited for a little, then printed without a seal, which it says itself. */
  async take(row: LicenceRow): Promise<Buffer> {
    const isAwaited = await this.hasSealer(row);
    for (const end = performance.now() + PATIENCE_MS; ; await wait(LOOK_EVERY_MS)) {
      const [paper]: { pdf: Buffer }[] = await this.source.query(PDF, [row.number, row.edition]);
      if (paper) return paper.pdf;
      if (!isAwaited || performance.now() > end) return this.press.print(row, this.library.getLicence(row.code, row.version));
    }
  }

  async stateOf(row: LicenceRow): Promise<PaperView> {
    const [paper]: ShelfRow[] = await this.source.query(PAPER, [row.number, row.edition]);
    return {
      state: !paper ? 'unsealed' : paper.stamped_at ? 'stamped' : 'sealed',
      sealedBy: sealerOf(getOffice(row.office)).title,
      kid: paper?.kid ?? null,
      link: `${paperLink(this.publicUrl, row)}${paper ? `#${paper.code}` : ''}`,
      sealedAt: paper?.sealed_at.toISOString() ?? null,
      stampedAt: paper?.stamped_at?.toISOString() ?? null,
    };
  }

  /** The credential of the newest paper; undefined while it is not sealed. */
  async findCredential({ number, edition }: LicenceRow): Promise<string | undefined> {
    const [paper]: { credential: string }[] = await this.source.query(`SELECT credential FROM licence_paper WHERE number = $1 AND edition = $2`, [number, edition]);
    return paper?.credential;
  }

  private async hasSealer({ office }: LicenceRow): Promise<boolean> {
    const [{ has } = { has: false }]: { has: boolean }[] = await this.source.query(HAS_SEALER, [sealerOf(getOffice(office)).code]);
    return has;
  }
}
