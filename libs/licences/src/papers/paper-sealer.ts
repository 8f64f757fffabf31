import { getOffice, sealerOf } from '@anuyat/dictionary/reference';
import type { DefinitionLibrary } from '@anuyat/registrar';
import { NotSigned, NotStamped, sealPaper, stampPaper, type KeyRing, type SealingKey, type TimeStamper } from '@anuyat/seals';
import type { DataSource, EntityManager } from 'typeorm';
import { LICENCE_COLUMNS, LICENCE_WITH_LIFE, type LicenceRow } from '../licences';
import type { PaperPress } from '../paper-press';
import { writeMachinePapers } from './machine-papers';

const NEXT_UNSEALED = `
  SELECT number, office FROM licence WHERE sealed_edition < edition AND office <> ALL($1) AND number <> ALL($2)
   ORDER BY issued_at DESC LIMIT 1 FOR UPDATE SKIP LOCKED`;
const LICENCE = `SELECT ${LICENCE_COLUMNS}, clock_timestamp() AS now FROM ${LICENCE_WITH_LIFE} WHERE l.number = $1`;
const KEEP = `INSERT INTO licence_paper (number, edition, agency, kid, pdf, sealed_at, code, credential) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`;
const UNSTAMPED = `SELECT number, edition, pdf FROM licence_paper WHERE stamped_at IS NULL ORDER BY sealed_at LIMIT 20`;
const STAMP = `UPDATE licence_paper SET pdf = $3, stamped_at = $4 WHERE number = $1 AND edition = $2 AND stamped_at IS NULL`;

/** After this the authority is asked again when it gave no time-stamp. */
const STAMP_AGAIN_MS = 15_000;
/** After this a hardware module is asked again that did not sign. */
const SEAL_AGAIN_MS = 15_000;

export interface SealerParts {
  source: DataSource;
  library: DefinitionLibrary;
  press: PaperPress;
  ring: KeyRing;
  publicUrl: string;
  /** Absent: papers are sealed without a time-stamp. */
  stamper: TimeStamper | undefined;
}

/**
 * Puts licences on paper after they were issued: printed, sealed with the agency's key, stamped with the time. A licence never waits for
 * its paper, nor a sealed paper for its time-stamp. Any number of workers may do it at once.
 */
export class PaperSealer {
  private readonly unprintable = new Set<string>();
  /** Offices whose agency has no key; asked anew each time. */
  private readonly keyless = new Set<string>();
  private stampAgainAt = 0;
  private sealAgainAt = 0;

  constructor(
    private readonly parts: SealerParts,
    private readonly onError: (error: Error) => void,
  ) {}

  /** Seals the newest papers for about so long, and stamps what waits for it. @returns how many were sealed. */
  async work(budgetMs: number): Promise<number> {
    const end = performance.now() + budgetMs;
    let sealed = 0;
    this.keyless.clear();
    for (let done = await this.sealNext(); done !== 'nothing-left'; done = await this.sealNext()) {
      if (done === 'sealed') sealed += 1;
      if (performance.now() > end) break;
    }
    await this.stampWaiting();
    return sealed;
  }

  private async sealNext(): Promise<'sealed' | 'left' | 'nothing-left'> {
    if (Date.now() < this.sealAgainAt) return 'nothing-left';
    let number: string | undefined;
    try {
      return await this.parts.source.transaction(async (tx) => {
        const [next]: { number: string; office: string }[] = await tx.query(NEXT_UNSEALED, [[...this.keyless], [...this.unprintable]]);
        if (!next) return 'nothing-left';
        number = next.number;
        const key = this.parts.ring.find(sealerOf(getOffice(next.office)).code, 'paper');
        if (key) await this.seal(tx, number, key);
        else this.leave(next.office);
        return key ? 'sealed' : 'left';
      });
    } catch (error) {
      if (!number) throw error;
      if (error instanceof NotSigned) {
        this.sealAgainAt = Date.now() + SEAL_AGAIN_MS;
        this.onError(error);
        return 'nothing-left';
      }
      this.unprintable.add(number);
      this.onError(new Error(`The paper of ${number} could not be sealed.`, { cause: error }));
      return 'left';
    }
  }

  private async seal(tx: EntityManager, number: string, key: SealingKey): Promise<void> {
    const [row]: (LicenceRow & { now: Date })[] = await tx.query(LICENCE, [number]);
    if (!row) throw new Error(`There is no licence ${number}.`);
    const { press, library } = this.parts;
    const sealer = sealerOf(getOffice(row.office));
    const definition = library.getLicence(row.code, row.version);
    const machine = await writeMachinePapers(tx, row, definition, { ring: this.parts.ring, publicUrl: this.parts.publicUrl, at: row.now });
    const printed = await press.print(row, definition, machine);
    const pdf = await sealPaper(printed, key, { name: sealer.title.th, reason: `ใบอนุญาตเลขที่ ${number}`, at: row.now });
    await tx.query(KEEP, [number, row.edition, sealer.code, key.kid, pdf, row.now, machine.code, machine.credential]);
    await tx.query(`UPDATE licence SET sealed_edition = edition WHERE number = $1`, [number]);
  }

  /** Its papers wait until the key is there that is asked for now. */
  private leave(office: string): void {
    this.keyless.add(office);
    this.parts.ring.want(sealerOf(getOffice(office)).code);
  }

  private async stampWaiting(): Promise<void> {
    const { stamper, source } = this.parts;
    if (!stamper || Date.now() < this.stampAgainAt) return;
    const waiting: { number: string; edition: number; pdf: Buffer }[] = await source.query(UNSTAMPED);
    try {
      for (const { number, edition, pdf } of waiting) {
        const stamped = await stampPaper(pdf, stamper);
        await source.query(STAMP, [number, edition, stamped.pdf, stamped.at]);
      }
    } catch (error) {
      if (!(error instanceof NotStamped)) throw error;
      this.stampAgainAt = Date.now() + STAMP_AGAIN_MS;
      this.onError(error);
    }
  }
}
