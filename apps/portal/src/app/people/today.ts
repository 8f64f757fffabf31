/** Today in Thailand, as date fields write it. */
export function bangkokToday(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Bangkok' }).format(new Date());
}
