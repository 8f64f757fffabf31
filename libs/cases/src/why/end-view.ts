import { bangkokDate, formatDate } from '@anuyat/dictionary';
import { textOf, type LicenceDefinition, type Text } from '@anuyat/licence-kit';
import type { Decision } from './decision';
import type { EndInputs } from './end-decisions';
import type { Told } from './told';

const hows: Readonly<Record<EndInputs['how'], (appeal: string) => Text>> = {
  'not-appealed': () => ({ th: 'ไม่มีการอุทธรณ์ภายในเวลาที่กฎหมายกำหนด', en: 'It was not appealed within the time that the law gives' }),
  upheld: (appeal) => ({ th: `มีคำวินิจฉัยยกอุทธรณ์ ${appeal}`, en: `The appeal ${appeal} was dismissed` }),
  'not-admitted': (appeal) => ({ th: `มีคำสั่งไม่รับอุทธรณ์ ${appeal}`, en: `The appeal ${appeal} was not admitted` }),
};

/** That a filing ended with its licence: which order, why nobody can annul it any more, and what would have let the filing go on. */
export function endView({ inputs }: Decision, definition: LicenceDefinition | undefined): Told {
  const { licence, order, how, appeal = '', finalAt } = inputs as unknown as EndInputs;
  const day = bangkokDate(new Date(finalAt));
  const plain = (value: string): Text => ({ th: value, en: value });
  return {
    of: definition ? textOf(definition.texts, 'title') : plain(licence),
    outcome: { th: 'คำขอสิ้นสุดลง เพราะไม่มีใบอนุญาตให้ต่ออายุหรือแก้ไข', en: 'The filing ended: no licence is left to renew or change' },
    because: [
      { th: `ใบอนุญาตเลขที่ ${licence} ถูกเพิกถอนตามคำสั่งเลขที่ ${order}`, en: `Licence ${licence} was revoked by order ${order}` },
      hows[how](appeal),
      { th: `คำสั่งถึงที่สุดตั้งแต่วันที่ ${formatDate(day, 'th')}`, en: `The order is final since ${formatDate(day, 'en')}` },
    ],
    wouldTurn: [{ th: 'หากคำสั่งเพิกถอนถูกเพิกถอนในชั้นอุทธรณ์ คำขอนี้จะเดินต่อเองโดยถือวันยื่นเดิม', en: 'Had the revocation been annulled on appeal, this filing would have gone on by itself, from the day that it was filed.' }],
    facts: [
      { path: 'licence.number', title: { th: 'ใบอนุญาตเลขที่', en: 'Licence' }, value: plain(licence) },
      { path: 'licence.order', title: { th: 'คำสั่งเพิกถอนเลขที่', en: 'Order that revoked it' }, value: plain(order) },
    ],
  };
}
