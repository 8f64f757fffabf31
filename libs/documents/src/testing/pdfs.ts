import { deflateSync } from 'node:zlib';

/** A PDF of these objects, the first of them its catalog. */
export function pdfOf(objects: readonly string[], tail = ''): Buffer {
  const body = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join('');
  return Buffer.from(`%PDF-1.7\n${body}trailer\n<</Root 1 0 R/Size ${objects.length + 1}>>\n%%EOF\n${tail}`, 'latin1');
}

export const onePage = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>', '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>'];

/** A stream that holds objects, as programs write them since PDF 1.5. */
export function objectStream(objects: string, dictionary = '/Filter/FlateDecode'): string {
  const data = deflateSync(objects).toString('latin1');
  return `<</Type/ObjStm/N 1/First 4${dictionary}/Length ${data.length}>>\nstream\n${data}\nendstream`;
}
