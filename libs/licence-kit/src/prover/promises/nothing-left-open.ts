import type { LicenceDefinition } from '../../definition/licence-definition';
import type { Exploration } from '../explore';
import type { Ledger } from '../ledger';
import { finding, type Finding } from '../promise';
import { laneTitle, sayBoth, tell } from '../story';
import type { Text } from '../../definition/text';

/** After the end no office holds a task, no question waits for the applicant, no bill and no clock runs on. */
export function nothingLeftOpen(definition: LicenceDefinition, { situations }: Exploration): Finding {
  for (const situation of situations) {
    if (!situation.isEnded) continue;
    const left = leftIn(definition, situation.ledger);
    if (left.length === 0) continue;
    return finding('nothing-left-open', tell(definition, situation, {
      th: `คำขอจบแล้วแต่ยังเหลือ${left.map(({ th }) => th).join(' และ')}`,
      en: `it is over, but there is still ${left.map(({ en }) => en).join(' and ')}`,
    }));
  }
  return finding('nothing-left-open', undefined);
}

function leftIn(definition: LicenceDefinition, { reviews, questions, clocks, isBilled }: Ledger): Text[] {
  const ofLane = (text: Text) => (lane: string) => sayBoth((language) => text[language].replace('@', laneTitle(definition, lane)[language]));
  return [
    ...reviews.map(ofLane({ th: 'งานของ @', en: 'a task of @' })),
    ...questions.map(ofLane({ th: 'คำถามของ @ ถึงผู้ยื่นคำขอ', en: 'a question of @ to the applicant' })),
    ...clocks.map((clock) => ({ th: `นาฬิกา ${clock}`, en: `the clock ${clock}` })),
    ...(isBilled ? [{ th: 'ใบแจ้งชำระค่าธรรมเนียม', en: 'an unpaid bill' }] : []),
  ];
}
