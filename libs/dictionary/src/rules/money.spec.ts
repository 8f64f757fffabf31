import fc from 'fast-check';
import { bahtInWords, formatMoney } from './money';

describe('formatMoney', () => {
  it.each([
    [125_000, 'th', '1,250 บาท'], [125_050, 'th', '1,250.50 บาท'], [125_050, 'en', '1,250.50 baht'], [0, 'th', '0 บาท'], [5, 'en', '0.05 baht'],
    [-125_050, 'th', '-1,250.50 บาท'], [100_000_000_000, 'en', '1,000,000,000 baht'],
  ] as const)('writes %d satang in %s as %s', (satang, language, text) => {
    expect(formatMoney(satang, language)).toBe(text);
  });

  it('keeps the decimals on bills', () => {
    expect(formatMoney(125_000, 'th', 'always')).toBe('1,250.00 บาท');
  });

  it('refuses parts of a satang', () => {
    expect(() => formatMoney(1.5, 'th')).toThrow('not a whole number of satang');
  });
});

describe('bahtInWords', () => {
  it.each([
    [0, 'ศูนย์บาทถ้วน'], [100, 'หนึ่งบาทถ้วน'], [1_000, 'สิบบาทถ้วน'], [1_100, 'สิบเอ็ดบาทถ้วน'], [2_100, 'ยี่สิบเอ็ดบาทถ้วน'], [10_100, 'หนึ่งร้อยเอ็ดบาทถ้วน'],
    [10_150, 'หนึ่งร้อยเอ็ดบาทห้าสิบสตางค์'], [25, 'ยี่สิบห้าสตางค์'], [1, 'หนึ่งสตางค์'], [125_000, 'หนึ่งพันสองร้อยห้าสิบบาทถ้วน'],
    [100_000_100, 'หนึ่งล้านเอ็ดบาทถ้วน'], [1_100_000_000, 'สิบเอ็ดล้านบาทถ้วน'], [12_345_678_912, 'หนึ่งร้อยยี่สิบสามล้านสี่แสนห้าหมื่นหกพันเจ็ดร้อยแปดสิบเก้าบาทสิบสองสตางค์'],
    [-2_500, 'ลบยี่สิบห้าบาทถ้วน'],
  ])('writes %d satang as %s', (satang, words) => {
    expect(bahtInWords(satang)).toBe(words);
  });

  it('writes millions of millions', () => {
    expect(bahtInWords(100_000_000_000_000n)).toBe('หนึ่งล้านล้านบาทถ้วน');
  });

  it('says the amount that was meant', () => {
    fc.assert(fc.property(fc.bigInt({ min: 0n, max: 999_999_999_999_99n }), (satang) => readWords(bahtInWords(satang)) === satang));
  });
});

/** Reads Thai number words back, by another way than they are written. */
function readWords(words: string): bigint {
  const match = /^(?:(.+?)บาท)?(?:ถ้วน|(.+)สตางค์)$/.exec(words);
  return readNumber(match?.[1] ?? 'ศูนย์') * 100n + readNumber(match?.[2] ?? 'ศูนย์');
}

function readNumber(words: string): bigint {
  const at = words.lastIndexOf('ล้าน');
  if (at >= 0) return readNumber(words.slice(0, at)) * 1_000_000n + (at + 4 === words.length ? 0n : readNumber(words.slice(at + 4)));
  const ones: Record<string, bigint> = { ศูนย์: 0n, หนึ่ง: 1n, เอ็ด: 1n, ยี่: 2n, สอง: 2n, สาม: 3n, สี่: 4n, ห้า: 5n, หก: 6n, เจ็ด: 7n, แปด: 8n, เก้า: 9n };
  const tens: Record<string, bigint> = { สิบ: 10n, ร้อย: 100n, พัน: 1_000n, หมื่น: 10_000n, แสน: 100_000n };
  let total = 0n;
  let held: bigint | undefined;
  for (const word of words.match(/ศูนย์|หนึ่ง|เอ็ด|ยี่|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ร้อย|พัน|หมื่น|แสน/g) ?? []) {
    const place = tens[word];
    if (place === undefined) held = ones[word];
    else {
      total += (held ?? 1n) * place;
      held = undefined;
    }
  }
  return total + (held ?? 0n);
}
