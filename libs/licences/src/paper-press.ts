import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { formatDate } from '@anuyat/dictionary';
import { getOffice } from '@anuyat/dictionary/reference';
import { textOf, type LicenceDefinition } from '@anuyat/licence-kit';
import QRCode from 'qrcode';
import type { LicenceRow } from './licences';
import { paperTemplate } from './paper-template';

/** Sets licences on A4 with Typst, which shapes and breaks Thai as it should; the text is Thai with English below. */
export class PaperPress {
  private compiler: NodeCompiler | undefined;

  /** @param publicUrl what the QR code leads to. */
  constructor(private readonly publicUrl: string) {}

  /** The same licence gives the same bytes. */
  async print(row: LicenceRow, definition: LicenceDefinition): Promise<Buffer> {
    const link = `${this.publicUrl}/verify/${encodeURIComponent(row.number)}?k=${row.paper_key}`;
    const qr = await QRCode.toString(link, { type: 'svg', errorCorrectionLevel: 'M', margin: 0 });
    this.compiler ??= NodeCompiler.create({ fontArgs: [{ fontPaths: fontFolders() }] });
    const inputs = { licence: JSON.stringify(wordsOf(row, definition, this.publicUrl)), qr };
    const compiled = this.compiler.compile({ mainFileContent: paperTemplate, inputs });
    const document = compiled.result;
    if (!document) throw new Error(`Licence ${row.number} could not be set: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics ?? [])}`);
    const pdf = this.compiler.pdf(document, { pdfStandard: 'a-3b', creationTimestamp: Date.parse(`${row.issued_on}T00:00:00Z`) / 1_000 });
    this.compiler.evictCache(10);
    return pdf;
  }
}

function wordsOf(row: LicenceRow, definition: LicenceDefinition, publicUrl: string): Record<string, unknown> {
  const title = textOf(definition.texts, 'output');
  const office = getOffice(row.office);
  return {
    title,
    number: row.number,
    office: office.title,
    agency: office.agency.title,
    holder: row.holder,
    business: row.business_name ?? '',
    place: { th: row.place_th, en: row.place_en },
    issuedOn: { th: formatDate(row.issued_on, 'th'), en: formatDate(row.issued_on, 'en') },
    validUntil: row.valid_until ? { th: formatDate(row.valid_until, 'th'), en: formatDate(row.valid_until, 'en') } : null,
    laws: definition.citations.map(({ law, section }) => ({ th: section ? `${law.th} มาตรา\u00a0${section}` : law.th, en: section ? `${law.en}, section ${section}` : law.en })),
    conditions: row.conditions,
    verifyAt: `${publicUrl.replace(/^https?:\/\//, '')}/verify`,
  };
}

/** Sarabun's regular and bold TrueType files, from its npm package. */
function fontFolders(): string[] {
  const root = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/sarabun/package.json'));
  return ['400Regular', '700Bold'].map((weight) => join(root, weight));
}
