import { Refusal, type TellDates } from '@anuyat/contract';
import { bangkokDate } from '@anuyat/dictionary';

/** @throws Refusal `answers-invalid` for a paper that is issued tomorrow, or that ends before it was issued. */
export function checkDates({ issuedOn, expiresOn }: TellDates, today = bangkokDate(new Date())): void {
  if (issuedOn !== null && issuedOn > today) {
    throw new Refusal('answers-invalid', { fields: [{ path: 'issuedOn', code: 'in-the-future', message: { th: 'วันที่ออกต้องไม่เกินวันนี้', en: 'The day of issue cannot lie in the future.' } }] });
  }
  if (issuedOn !== null && expiresOn !== null && expiresOn < issuedOn) {
    throw new Refusal('answers-invalid', { fields: [{ path: 'expiresOn', code: 'before-issue', message: { th: 'วันหมดอายุต้องไม่ก่อนวันที่ออก', en: 'It cannot expire before it was issued.' } }] });
  }
}
