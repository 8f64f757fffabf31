import type { LicenceDefinition } from '@anuyat/licence-kit';
import QRCode, { type QRCodeSegment } from 'qrcode';
import type { LicenceRow } from './licences';
import { paperTemplate } from './paper-template';
import { licenceXml } from './papers/licence-xml';
import type { MachinePapers } from './papers/machine-papers';
import type { PaperLook } from './paper-look';
import { paperWords } from './paper-words';
import { Typesetter } from './typesetter';

/** Letters as large as one page allows; at the last, what does not fit takes another page. */
const SCALES = ['1', '0.93', '0.86', '0.8'];

/** Where a paper's QR code leads: what the register says of this very paper. */
export function paperLink(publicUrl: string, { number, paper_key }: Pick<LicenceRow, 'number' | 'paper_key'>): string {
  return `${publicUrl}/verify/${encodeURIComponent(number)}?k=${paper_key}`;
}

/** Prints licences on A4 for whoever keeps paper: in Thai with English below, and a QR code that leads to what the register says. */
export class PaperPress {
  private readonly typesetter = new Typesetter();

  /** @param publicUrl what the QR code leads to. */
  constructor(
    private readonly publicUrl: string,
    private readonly look: PaperLook = {},
  ) {}

  /**
   * The same licence gives the same bytes. With what machines read of it, the paper carries that (in its QR code and as attached files) and
   * is to be sealed; without, it says that it is not sealed.
   */
  async print(row: LicenceRow, definition: LicenceDefinition, machine?: MachinePapers): Promise<Buffer> {
    const link = paperLink(this.publicUrl, row);
    const said: QRCodeSegment[] = [{ data: Buffer.from(machine ? `${link}#` : link), mode: 'byte' }, ...(machine ? [{ data: machine.code, mode: 'numeric' as const }] : [])];
    const qr = await QRCode.toString(said, { type: 'svg', errorCorrectionLevel: 'M', margin: 0 });
    const licence = JSON.stringify({ ...paperWords(row, definition, this.publicUrl, this.look.numerals), isSealed: machine !== undefined });
    const attached = machine ? { xml: licenceXml(row, definition), credential: machine.credential } : { xml: '', credential: '' };
    const pages = SCALES.map((scale) => ({ licence, qr, scale, emblem: this.look.emblem ?? '', ...attached }));
    return this.typesetter.set(paperTemplate, pages, new Date(`${row.issued_on}T00:00:00Z`));
  }
}
