/** A PDF with an empty place for a signature: what is signed is everything but that place. */
export interface Prepared {
  pdf: Buffer;
  /** Where the place begins (its `<`) and ends (after its `>`). */
  from: number;
  to: number;
}

export interface FieldWords {
  /** Who seals. */
  name: string;
  reason: string;
  at: Date;
}

const SUBFILTER = 'ETSI.CAdES.detached';

/**
 * Adds a signature field without appearance, and room for a signature of so many bytes, as an incremental update (ISO 32000-1, 7.5.6;
 * PAdES, EN 319 142-1): not a byte of what stood there changes. Only for PDFs as our typesetter writes them: a table of references, and
 * a catalogue and pages that stand by themselves.
 * @throws for any other PDF.
 */
export function addSignatureField(pdf: Buffer, words: FieldWords, bytes: number): Prepared {
  const text = pdf.toString('latin1');
  const trailer = /trailer\s*<<([\s\S]*?)>>\s*startxref\s+(\d+)\s+%%EOF\s*$/.exec(text);
  const [, entries = '', lastXref = ''] = trailer ?? [];
  const size = Number(/\/Size (\d+)/.exec(entries)?.[1]);
  const root = Number(/\/Root (\d+) 0 R/.exec(entries)?.[1]);
  const info = /\/Info \d+ 0 R/.exec(entries)?.[0] ?? '';
  const id = /\/ID \[[^\]]*\]/.exec(entries)?.[0] ?? '';
  const catalogue = objectOf(text, root);
  const page = firstPage(text);
  if (!trailer || !Number.isInteger(size) || !catalogue || !page) throw new Error('This PDF is not one that can be sealed.');

  const [field, signature] = [size, size + 1];
  const update = new Update(pdf);
  update.add(root, withEntry(catalogue, `/AcroForm << /Fields [${field} 0 R] /SigFlags 3 >>`));
  update.add(page.number, withAnnotation(page.object, field));
  update.add(field, `<< /Type /Annot /Subtype /Widget /FT /Sig /T (seal) /F 132 /Rect [0 0 0 0] /P ${page.number} 0 R /V ${signature} 0 R >>`);
  const head = `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /${SUBFILTER} /Name ${textString(words.name)} /Reason ${textString(words.reason)} /M (${pdfDate(words.at)}) /ByteRange `;
  const range = `[0 ${'*'.repeat(10)} ${'*'.repeat(10)} ${'*'.repeat(10)}]`;
  const place = `<${'0'.repeat(2 * bytes)}>`;
  const at = update.add(signature, `${head}${range} /Contents ${place} >>`);
  const whole = update.end(`/Size ${size + 2} /Root ${root} 0 R ${info} ${id} /Prev ${lastXref}`);
  const from = whole.indexOf('/Contents <', at) + '/Contents '.length;
  const to = from + place.length;
  const filled = `[0 ${[from, to, whole.length - to].map((value) => String(value).padEnd(10)).join(' ')}]`;
  whole.write(filled, whole.indexOf(range, at), 'latin1');
  return { pdf: whole, from, to };
}

/** Objects that are written after a PDF's end. */
class Update {
  private readonly parts: Buffer[];
  private readonly places: [number, number][] = [];
  private length: number;

  constructor(pdf: Buffer) {
    this.parts = [pdf, Buffer.from('\n')];
    this.length = pdf.length + 1;
  }

  /** @returns where the object begins. */
  add(number: number, object: string): number {
    const at = this.length;
    this.places.push([number, at]);
    this.write(`${number} 0 obj\n${object}\nendobj\n`);
    return at;
  }

  end(trailer: string): Buffer {
    const at = this.length;
    const lines = this.places.toSorted(([a], [b]) => a - b).map(([number, place]) => `${number} 1\n${String(place).padStart(10, '0')} 00000 n\r\n`);
    this.write(`xref\n${lines.join('')}trailer\n<< ${trailer} >>\nstartxref\n${at}\n%%EOF\n`);
    return Buffer.concat(this.parts);
  }

  private write(text: string): void {
    const bytes = Buffer.from(text, 'latin1');
    this.parts.push(bytes);
    this.length += bytes.length;
  }
}

function objectOf(text: string, number: number): string | undefined {
  return new RegExp(`\\n${number} 0 obj\\s*(<<[\\s\\S]*?>>)\\s*endobj`).exec(text)?.[1];
}

function firstPage(text: string): { number: number; object: string } | undefined {
  const kids = /\/Type \/Pages\s[\s\S]*?\/Kids \[(\d+) 0 R/.exec(text);
  const number = Number(kids?.[1]);
  const object = objectOf(text, number);
  return object ? { number, object } : undefined;
}

function withEntry(object: string, entry: string): string {
  return object.replace(/>>$/, `  ${entry}\n>>`);
}

function withAnnotation(page: string, field: number): string {
  if (/\/Annots \[/.test(page)) return page.replace(/\/Annots \[([^\]]*)\]/, (_, others: string) => `/Annots [${others} ${field} 0 R]`);
  return withEntry(page, `/Annots [${field} 0 R]`);
}

/** Text that a reader shows, as UTF-16 with its mark. */
function textString(text: string): string {
  return `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
}

function pdfDate(at: Date): string {
  return `D:${at.toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`;
}
