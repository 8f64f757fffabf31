import { bangkokDate } from '@anuyat/dictionary';

/** Today in Thailand, as an ISO date. */
export function bangkokToday(): string {
  return bangkokDate(new Date());
}
