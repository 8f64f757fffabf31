import type { LicenceDefinition } from '@anuyat/licence-kit';
import QRCode from 'qrcode';
import type { LicenceRow } from './licences';
import { paperTemplate } from './paper-template';
import { paperWords } from './paper-words';
import { Typesetter } from './typesetter';

/** Letters as large as one page allows; at the last, what does not fit takes another page. */
const SCALES = ['1', '0.93', '0.86', '0.8'];

/** Prints licences on A4 for whoever keeps paper: in Thai with English below, and a QR code that leads to what the register says. */
export class PaperPress {
  private readonly typesetter = new Typesetter();

  /** @param publicUrl what the QR code leads to. */
  constructor(private readonly publicUrl: string) {}

  /** The same licence gives the same bytes. */
  async print(row: LicenceRow, definition: LicenceDefinition, { isSealed = false }: { isSealed?: boolean } = {}): Promise<Buffer> {
    const link = `${this.publicUrl}/verify/${encodeURIComponent(row.number)}?k=${row.paper_key}`;
    const qr = await QRCode.toString(link, { type: 'svg', errorCorrectionLevel: 'M', margin: 0 });
    const licence = JSON.stringify({ ...paperWords(row, definition, this.publicUrl), isSealed });
    const pages = SCALES.map((scale) => ({ licence, qr, scale }));
    return this.typesetter.set(paperTemplate, pages, new Date(`${row.issued_on}T00:00:00Z`));
  }
}
