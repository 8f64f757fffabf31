import type { Language } from '@anuyat/licence-kit';

const ZONE = 'Asia/Bangkok';
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(language: Language, style: 'long' | 'short', withTime: boolean): Intl.DateTimeFormat {
  const key = `${language}${style}${withTime}`;
  const found = formatters.get(key);
  if (found) return found;
  const made = new Intl.DateTimeFormat(language === 'th' ? 'th-TH-u-ca-buddhist-nu-latn' : 'en-GB', {
    day: 'numeric',
    month: style,
    year: 'numeric',
    timeZone: ZONE,
    ...(withTime ? { hour: '2-digit', minute: '2-digit', hour12: false } : {}),
  });
  formatters.set(key, made);
  return made;
}

/** A day in words: `21 พฤศจิกายน 2569` or `21 November 2026`; a bare date is that day in Thailand. */
export function dayInWords(iso: string, language: Language, style: 'long' | 'short' = 'long'): string {
  return partsInWords(iso, language, style, false);
}

/** A moment in words, in Thai time: `21 พ.ย. 2569 เวลา 17:05 น.` */
export function momentInWords(iso: string, language: Language): string {
  return partsInWords(iso, language, 'short', true);
}

function partsInWords(iso: string, language: Language, style: 'long' | 'short', withTime: boolean): string {
  const date = new Date(/^\d{4}-\d{2}-\d{2}$/.test(iso) ? `${iso}T12:00:00+07:00` : iso);
  if (Number.isNaN(date.getTime())) return iso;
  const parts = formatter(language, style, withTime).formatToParts(date);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  const day = `${part('day')} ${part('month')} ${part('year')}`;
  if (!withTime) return day;
  const time = `${part('hour')}:${part('minute')}`;
  return language === 'th' ? `${day} เวลา ${time} น.` : `${day}, ${time}`;
}

/** Satang as baht: `1,000 บาท`, `12.50 baht`. */
export function bahtInWords(satang: number, language: Language): string {
  return `${bahtFigures(satang)} ${language === 'th' ? 'บาท' : 'baht'}`;
}

/** Satang as figures in baht, with satang only where there are any. */
export function bahtFigures(satang: number): string {
  return (satang / 100).toLocaleString('en-US', {
    minimumFractionDigits: satang % 100 === 0 ? 0 : 2,
    maximumFractionDigits: 2,
  });
}

/** A range of satang: one figure when both ends are the same. */
export function bahtRange(fee: { min: number; max: number }, language: Language): string {
  const unit = language === 'th' ? 'บาท' : 'baht';
  if (fee.max === 0) return language === 'th' ? 'ไม่มีค่าธรรมเนียม' : 'No fee';
  if (fee.min === fee.max) return `${bahtFigures(fee.min)} ${unit}`;
  return `${bahtFigures(fee.min)}–${bahtFigures(fee.max)} ${unit}`;
}

/** Bytes as people say them: `380 kB`, `2.4 MB`. */
export function bytesInWords(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} kB`;
  return `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)} MB`;
}

/** Days of a legal clock: `30 วันทำการ`. */
export function daysInWords(days: number, unit: string, language: Language): string {
  if (language === 'th') return `${days} ${unit === 'working' ? 'วันทำการ' : 'วัน'}`;
  return `${days} ${unit === 'working' ? 'working ' : ''}${days === 1 ? 'day' : 'days'}`;
}
