import type { Language } from '@anuyat/licence-kit';
import { formatDate } from './thai-date';

/** Thailand keeps UTC+7 all year. */
const OFFSET_MS = 7 * 60 * 60 * 1000;

/** The ISO date on which an instant falls in Thailand. */
export function bangkokDate(instant: Date | string): string {
  return inBangkok(instant).slice(0, 10);
}

/** `21 พฤศจิกายน 2569 เวลา 17.05 น.` or `21 November 2026, 17:05`, on Thailand's clock. */
export function formatInstant(instant: Date | string, language: Language): string {
  const local = inBangkok(instant);
  const time = local.slice(11, 16);
  const date = formatDate(local.slice(0, 10), language);
  return language === 'th' ? `${date} เวลา ${time.replace(':', '.')} น.` : `${date}, ${time}`;
}

function inBangkok(instant: Date | string): string {
  return new Date(new Date(instant).getTime() + OFFSET_MS).toISOString();
}
