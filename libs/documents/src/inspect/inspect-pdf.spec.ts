import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { objectStream, onePage, pdfOf } from '../testing/pdfs';
import { inspectPdf } from './inspect-pdf';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pdfs-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function inspected(content: Buffer) {
  const path = join(folder, 'file.pdf');
  await writeFile(path, content);
  return inspectPdf(path);
}
const [catalog = '', pages = '', page = ''] = onePage;
const withCatalog = (more: string) => pdfOf([catalog.replace('>>', `${more}>>`), pages, page]);
const archival = '<</Type/Metadata/Length 60>>\nstream\n<rdf:Description pdfaid:part="3" pdfaid:conformance="B"/>\nendstream';

describe('a PDF', () => {
  it.each([
    ['of one page', pdfOf(onePage), 1],
    ['whose pages lie in a stream of objects', pdfOf([catalog, pages, objectStream(`3 0 ${page}${page}`)]), 2],
    ['with a signature field', withCatalog('/AcroForm<</SigFlags 3/Fields[]>>'), 1],
    ['that opens at its first page', withCatalog('/OpenAction[3 0 R/Fit]'), 1],
    ['that was added to after it was finished', Buffer.concat([pdfOf(onePage), Buffer.from('4 0 obj\n<<>>\nendobj\n%%EOF\n')]), 1],
  ])('%s is taken', async (_, content, count) => {
    expect(await inspected(content)).toEqual({ pages: count, hasAttachments: false });
  });

  it('made to carry data, as PDF/A-3 is, is taken with its attachments', async () => {
    expect(await inspected(pdfOf([...onePage, archival, '<</Type/EmbeddedFile/Length 0>>\nstream\n\nendstream']))).toEqual({ pages: 1, hasAttachments: true });
  });

  it.each([
    ['a script', withCatalog('/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>'), 'active'],
    ['a script with a disguised name', withCatalog('/OpenAction<</S/J#61va#53cript/JS(1)>>'), 'active'],
    ['a script in a stream of objects', pdfOf([...onePage, objectStream('4 0 <</S/JavaScript/JS(1)>>')]), 'active'],
    ['a script in a stream of a disguised name', pdfOf([...onePage, objectStream('4 0 <</S/JavaScript/JS(1)>>').replace('/ObjStm', '/Obj#53tm')]), 'active'],
    ['a script beyond the first window', pdfOf([...onePage, `<</Length 3000000>>\nstream\n${' '.repeat(3_000_000)}\nendstream`, '<</S/JavaScript/JS(1)>>']), 'active'],
    ['a program to start', withCatalog('/OpenAction<</S/Launch/F(cmd.exe)>>'), 'active'],
    ['a form of the old kind', withCatalog('/AcroForm<</XFA 4 0 R>>'), 'active'],
    ['other files', pdfOf([...onePage, '<</Type/EmbeddedFile/Length 0>>\nstream\n\nendstream']), 'attachments'],
    ['a password', pdfOf(onePage, 'trailer\n<</Encrypt 5 0 R>>\n%%EOF\n'), 'locked'],
    ['a picture of a hundred thousand pixels squared', pdfOf([...onePage, '<</Subtype/Image/Width 100000/Height 100000/Length 0>>\nstream\n\nendstream']), 'flood'],
    ['objects that inflate a thousandfold', pdfOf([...onePage, objectStream('4 0 '.padEnd(120_000_000, ' '))]), 'flood'],
    ['objects behind a filter that nobody uses there', pdfOf([...onePage, objectStream('4 0 <<>>', '/Filter[/ASCIIHexDecode/FlateDecode]')]), 'damaged'],
    ['objects that do not inflate', pdfOf([...onePage, '<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length 4>>\nstream\nrats\nendstream']), 'damaged'],
    ['an archive behind it', pdfOf(onePage, 'PK\x05\x06'.padEnd(22, '\0')), 'damaged'],
    ['a page of the web in it', Buffer.from(pdfOf(onePage).toString('latin1').replace('%PDF-1.7\n', '%PDF-1.7\n%<script>alert(1)</script>\n')), 'damaged'],
    ['no end', pdfOf(onePage).subarray(0, -10), 'damaged'],
    ['no page', pdfOf([catalog, pages]), 'damaged'],
    ['two thousand and one pages', pdfOf([catalog, pages, ...Array.from({ length: 2_001 }, () => page)]), 'too-long'],
  ])('with %s is refused', async (_, content, fault) => {
    await expect(inspected(content)).rejects.toMatchObject({ fault });
  });
});
