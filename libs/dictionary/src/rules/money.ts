import type { Language } from '@anuyat/licence-kit';

const DIGITS = ['ศูนย์', 'หนึ่ง', 'สอง', 'สาม', 'สี่', 'ห้า', 'หก', 'เจ็ด', 'แปด', 'เก้า'];
const PLACES = ['', 'สิบ', 'ร้อย', 'พัน', 'หมื่น', 'แสน'];

/** `1,250 บาท` or `1,250.50 baht` from satang; `always` keeps `.00`, as bills do. */
export function formatMoney(satang: number | bigint, language: Language, decimals: 'when-needed' | 'always' = 'when-needed'): string {
  const total = toWholeSatang(satang);
  const [sign, amount] = total < 0n ? ['-', -total] : ['', total];
  const baht = (amount / 100n).toString().replace(/\B(?=(\d{3})+$)/g, ',');
  const rest = (amount % 100n).toString().padStart(2, '0');
  const number = rest === '00' && decimals === 'when-needed' ? baht : `${baht}.${rest}`;
  return `${sign}${number} ${language === 'th' ? 'บาท' : 'baht'}`;
}

/** An amount in Thai words as cheques and receipts have it, from satang: 10150 is `หนึ่งร้อยเอ็ดบาทห้าสิบสตางค์`. */
export function bahtInWords(satang: number | bigint): string {
  const total = toWholeSatang(satang);
  if (total < 0n) return `ลบ${bahtInWords(-total)}`;
  const [baht, rest] = [total / 100n, total % 100n];
  if (rest === 0n) return `${inWords(baht)}บาทถ้วน`;
  return `${baht === 0n ? '' : `${inWords(baht)}บาท`}${inWords(rest)}สตางค์`;
}

function toWholeSatang(satang: number | bigint): bigint {
  if (typeof satang === 'number' && !Number.isSafeInteger(satang)) throw new RangeError(`${satang} is not a whole number of satang.`);
  return BigInt(satang);
}

function inWords(number: bigint): string {
  if (number === 0n) return DIGITS[0] ?? '';
  const millions = number / 1_000_000n;
  const below = number % 1_000_000n;
  return `${millions > 0n ? `${inWords(millions)}ล้าน` : ''}${belowMillion(below.toString(), millions > 0n)}`;
}

function belowMillion(digits: string, hasMillions: boolean): string {
  return [...digits]
    .map((digit, index) => {
      const place = digits.length - 1 - index;
      if (digit === '0') return '';
      if (place === 0 && digit === '1' && (digits.length > 1 || hasMillions)) return 'เอ็ด';
      if (place === 1 && digit === '1') return 'สิบ';
      if (place === 1 && digit === '2') return 'ยี่สิบ';
      return `${DIGITS[Number(digit)] ?? ''}${PLACES[place] ?? ''}`;
    })
    .join('');
}
