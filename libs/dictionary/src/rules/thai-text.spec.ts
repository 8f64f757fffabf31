import fc from 'fast-check';
import { normalizeThai, toArabicDigits, toThaiDigits } from './thai-text';

const thaiSigns = fc.string({
  unit: fc.oneof(
    fc.integer({ min: 0x0e01, max: 0x0e5b }).map((code) => String.fromCharCode(code)),
    fc.constantFrom('น', 'ก', '\u0E4D', '\u0E32', '\u0E33', '\u0E48', '\u0E49', '\u0E34', '\u0E38', 'เ', '\u200B', '\u200C', '\uFEFF', ' ', 'a'),
  ),
  maxLength: 40,
});

describe('normalizeThai', () => {
  it.each([
    ['นํ้า', 'น้ำ', 'nikhahit, tone and aa become tone and am'],
    ['น้ํา', 'น้ำ', 'tone, nikhahit and aa become tone and am'],
    ['นำ้', 'น้ำ', 'a tone typed after am moves before it'],
    ['ทํา', 'ทำ', 'nikhahit and aa become am'],
    ['เเหลมฉบัง', 'แหลมฉบัง', 'two e become ae'],
    ['ทีี่่', 'ที่', 'doubled marks are dropped'],
    ['ท่ี', 'ที่', 'a tone typed before the vowel moves behind it'],
    ['กุ่', 'กุ่', 'a tone typed before a vowel below moves behind it'],
    ['หา้ง', 'ห้าง', 'a tone typed after aa moves before it'],
    ['มาบ\u200Bตา\uFEFFพุด', 'มาบตาพุด', 'invisible breaks go'],
    ['กรุงเทพฯ ๒๕๖๙', 'กรุงเทพฯ ๒๕๖๙', 'spaces, digits and the paiyannoi stay'],
    ['สุกํ', 'สุกํ', 'a nikhahit without a vowel stays, as in Pali'],
    ['Café', 'Café', 'other scripts are composed'],
  ])('writes %s as %s: %s', (typed, kept) => {
    expect(normalizeThai(typed)).toBe(kept);
  });

  it('does not take am apart, as NFKC would', () => {
    expect(normalizeThai('คำขอ')).toBe('คำขอ');
    expect('คำขอ'.normalize('NFKC')).not.toBe('คำขอ');
  });

  it('changes nothing the second time', () => {
    fc.assert(fc.property(fc.oneof(thaiSigns, fc.string({ unit: 'binary', maxLength: 30 })), (text) => {
      const once = normalizeThai(text);
      expect(normalizeThai(once)).toBe(once);
    }), { numRuns: 3000 });
  });

  it('never makes Thai text longer', () => {
    fc.assert(fc.property(thaiSigns, (text) => normalizeThai(text).length <= text.length), { numRuns: 2000 });
  });

  it('keeps every consonant and its order', () => {
    const consonants = (text: string) => text.replace(/[^ก-ฮ]/g, '');
    fc.assert(fc.property(thaiSigns, (text) => consonants(normalizeThai(text)) === consonants(text)), { numRuns: 2000 });
  });

  it('takes time in proportion to the text, however the marks lie', () => {
    const mixed = 'ำ้'.repeat(50_000);
    expect(normalizeThai(mixed)).toBe('้ำ');
  });
});

describe('digits', () => {
  it('turns Thai digits into Arabic ones and back', () => {
    expect(toArabicDigits('๒๑/๑๑/๒๕๖๙ ชั้น 3')).toBe('21/11/2569 ชั้น 3');
    fc.assert(fc.property(fc.nat(), (number) => toArabicDigits(toThaiDigits(String(number))) === String(number)));
  });
});
