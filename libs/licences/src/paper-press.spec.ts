import { readFileSync } from 'node:fs';
import jsQR from 'jsqr';
import { PaperPress } from './paper-press';
import { licenceXml } from './papers/licence-xml';
import { paperWords } from './paper-words';
import { cardRow, printedCard } from './testing/card';
import { difference, hasPoppler, photograph, readPgm } from './testing/pictures';
import { Typesetter } from './typesetter';

const here = 'https://anuyat.example.go.th';
const seen = (name: string) => (hasPoppler ? name : `${name} (not looked at: pdftoppm is not installed)`);
const pagesOf = (pdf: Buffer) => Number(/\/Type \/Pages\s*\/Count (\d+)/.exec(pdf.toString('latin1'))?.[1]);

describe('the paper of a licence', () => {
  it('is one page of PDF/A-3a that names its number', async () => {
    const pdf = await new PaperPress(here).print(cardRow(), printedCard());
    const text = pdf.toString('utf8');
    expect(text).toContain('<pdfaid:part>3</pdfaid:part>');
    expect(text).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    expect(text).toContain('บัตรห้องสมุด LC-BMA1039REGISTRY-2569-00012');
    expect(pagesOf(pdf)).toBe(1);
  });

  it('is the same to the last byte, whoever prints it and whatever was printed before', async () => {
    const press = new PaperPress(here);
    const first = await press.print(cardRow(), printedCard());
    const other = await press.print(cardRow({ number: 'LC-BMA1039REGISTRY-2569-00013' }), printedCard());
    expect(first.equals(await press.print(cardRow(), printedCard()))).toBe(true);
    expect(first.equals(await new PaperPress(here).print(cardRow(), printedCard()))).toBe(true);
    expect(first.equals(other)).toBe(false);
  });

  it.each([
    ['does not expire', { valid_until: null }],
    ['has no business name', { business_name: null }],
    ['has letters that mean something to the typesetter', { holder: '#panic("x") $1$ *b* _i_ <a> @b \\ ] [ " `', business_name: '=== // /* {{' }],
    ['has a name without a place to break', { holder: 'ก'.repeat(300) }],
  ])('can be printed when the licence %s', async (_, more) => {
    expect(pagesOf(await new PaperPress(here).print(cardRow(more), printedCard()))).toBe(1);
  });

  it('writes dates, laws and the count of conditions in Thai numerals where that is wanted, and leaves its number alone', () => {
    const conditions = [{ th: 'ข้อ 1 ของ 2', en: 'No. 1 of 2' }];
    const words = paperWords(cardRow({ conditions }), printedCard(), here, 'thai');
    expect(words).toMatchObject({ number: 'LC-BMA1039REGISTRY-2569-00012', issuedOn: { th: '๒๑ พฤศจิกายน ๒๕๖๙', en: expect.stringContaining('2026') }, conditions: [{ th: 'ข้อ ๑ ของ ๒', en: 'No. 1 of 2' }] });
    expect(paperWords(cardRow(), printedCard(), here)).toMatchObject({ issuedOn: { th: '21 พฤศจิกายน 2569' } });
  });

  it('says that it is not sealed, unless it carries what machines read: the XML, the credential, and the code behind the address', async () => {
    const machine = { code: '1'.repeat(600), credential: 'a.b.c~' };
    const press = new PaperPress(here, { numerals: 'thai' });
    const [plain, sealed] = [await press.print(cardRow(), printedCard()), await press.print(cardRow(), printedCard(), machine)];
    const names = (pdf: Buffer) => [...pdf.toString('latin1').matchAll(/\/AFRelationship \/(\w+)/g)].map(([, kind]) => kind);
    expect([names(plain), names(sealed)]).toEqual([[], ['Data', 'Supplement']]);
    expect(pagesOf(sealed)).toBe(1);
    if (!hasPoppler) return;
    const { width, height, pixels } = readPgm(photograph(sealed, 150));
    const colours = new Uint8ClampedArray(width * height * 4);
    pixels.forEach((shade, at) => colours.set([shade, shade, shade, 255], at * 4));
    expect(jsQR(colours, width, height)?.data).toBe(`${here}/verify/LC-BMA1039REGISTRY-2569-00012?k=k3y-Of_this-Paper12#${machine.code}`);
  });

  it('writes XML that holds every name as it is', () => {
    const xml = licenceXml(cardRow({ holder: 'ก & <ข> "ค"\u0007', conditions: [{ th: '<', en: '>' }] }), printedCard());
    expect(xml).toContain('<Holder>ก &amp; &lt;ข&gt; &quot;ค&quot;</Holder>');
    expect(xml).toContain('<Text xml:lang="th">&lt;</Text>');
    expect(xml.match(/<[A-Z]\w*[ >]/g)?.length).toBe(xml.match(/<\/[A-Z]\w*>/g)?.length);
  });

  it('has the emblem that is named at its head, and is one page of PDF/A still', async () => {
    const [plain, garuda, other] = await Promise.all([undefined, 'M5 5h90v90H5z', 'M50 5L95 95H5z'].map((path) => {
      const emblem = path && `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><path d="${path}" fill="#a01010"/></svg>`;
      return new PaperPress(here, { emblem }).print(cardRow(), printedCard());
    })) as [Buffer, Buffer, Buffer];
    expect([garuda, other].map((pdf) => [pagesOf(pdf), pdf.toString('utf8').includes('<pdfaid:part>3</pdfaid:part>')])).toEqual([[1, true], [1, true]]);
    if (!hasPoppler) return;
    const head = (pdf: Buffer) => readPgm(photograph(pdf, 50, { x: 0, y: 0, width: 413, height: 100 }));
    expect(difference(head(plain), head(garuda))).toBeGreaterThan(TOLERANCE);
    expect(difference(head(other), head(garuda))).toBeGreaterThan(TOLERANCE);
  });

  it('takes a second page rather than leave out conditions', async () => {
    const definition = printedCard(60);
    const conditions = Array.from({ length: 60 }, (_, at) => ({ th: `ข้อ ${at}`, en: `No. ${at}` }));
    expect(pagesOf(await new PaperPress(here).print(cardRow({ conditions }), definition))).toBeGreaterThan(1);
  });

  it(seen('has a QR code that leads to what the register says of this very paper'), async () => {
    if (!hasPoppler) return;
    const { width, height, pixels } = readPgm(photograph(await new PaperPress(here).print(cardRow(), printedCard()), 100));
    const colours = new Uint8ClampedArray(width * height * 4);
    pixels.forEach((shade, at) => colours.set([shade, shade, shade, 255], at * 4));
    expect(jsQR(colours, width, height)?.data).toBe(`${here}/verify/LC-BMA1039REGISTRY-2569-00012?k=k3y-Of_this-Paper12`);
  });
});

/** Marks upon marks, below descenders and beside ascenders, and the vowel that is two. */
const words = 'ที่ ปี่ ญี่ปุ่น น้ำ ผู้ ฐานะ ปิ่น กำ กตัญญู ฎุ ฏูฎู ป้า ฝ้าย ฟี้ หนี้สิน เป็ด ก็ กิ่ง ซื้อ ศิลป์ ทิฏฐิ์ ปั๊ม ฉันทานุมัติ สัมฤทธิ์ ใบอนุญาตจัดตั้งสถานที่จำหน่ายอาหาร';
const page = (features: string) => `#set page(width: 150mm, height: 62mm, margin: 6mm)
#set document(title: "words")
#set text(font: "Sarabun", size: 16pt, lang: "th", features: ${features})
${words}

*${words}*`;

/** Two printings of one page differ by less, whatever draws them; a mark in a wrong place makes more. */
const TOLERANCE = 0.015;

describe('Thai text', () => {
  const typesetter = new Typesetter();
  const picture = (features = '()') => photograph(typesetter.set(page(features), [], new Date(0)), 110);
  const kept = () => readPgm(readFileSync(new URL('./testing/hard-words.pgm', import.meta.url)));

  it(seen('has every mark where it belongs, as in the picture that was looked at and kept'), () => {
    if (hasPoppler) expect(difference(readPgm(picture()), kept())).toBeLessThan(TOLERANCE);
  });

  it(seen('that is not shaped does not pass for it'), () => {
    if (!hasPoppler) return;
    const unshaped = ['("ccmp": 0)', '("mkmk": 0)', '("ccmp": 0, "mark": 0, "mkmk": 0)'].map((features) => difference(readPgm(picture(features)), kept()));
    expect(unshaped.every((value) => value > TOLERANCE)).toBe(true);
  });
});
