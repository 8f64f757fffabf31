import type { LicenceDefinition } from '../../definition/licence-definition';
import type { Exploration } from '../explore';
import type { IssueFaults } from '../ledger';
import { finding, type Finding, type PromiseCode } from '../promise';
import { laneTitle, tellStep } from '../story';
import type { Text } from '../../definition/text';

/** No licence is issued while a fee is due and not paid. */
export function nothingIssuedUnpaid(definition: LicenceDefinition, exploration: Exploration): Finding {
  return wronglyIssued('nothing-issued-unpaid', definition, exploration, ({ isUnpaid }) =>
    isUnpaid ? { th: 'ออกใบอนุญาตทั้งที่ยังไม่ได้ชำระค่าธรรมเนียม', en: 'the licence is issued although its fee was never paid' } : undefined);
}

/** No licence is issued that a needed lane has not approved. */
export function nothingIssuedUnreviewed(definition: LicenceDefinition, exploration: Exploration): Finding {
  return wronglyIssued('nothing-issued-unreviewed', definition, exploration, ({ unreviewed: [lane] }) =>
    lane === undefined ? undefined : says(laneTitle(definition, lane), { th: 'ออกใบอนุญาตทั้งที่ @ ยังไม่ได้เห็นชอบ', en: 'the licence is issued although @ never approved' }));
}

/** No licence is issued that a lane has refused. */
export function nothingIssuedOverARefusal(definition: LicenceDefinition, exploration: Exploration): Finding {
  return wronglyIssued('nothing-issued-over-a-refusal', definition, exploration, ({ refused: [lane] }) =>
    lane === undefined ? undefined : says(laneTitle(definition, lane), { th: 'ออกใบอนุญาตทั้งที่ @ ไม่อนุญาต', en: 'the licence is issued although @ refused' }));
}

function wronglyIssued(code: PromiseCode, definition: LicenceDefinition, { happenings }: Exploration, faultOf: (issue: IssueFaults) => Text | undefined): Finding {
  for (const happening of happenings) {
    const fault = happening.issue && faultOf(happening.issue);
    if (fault) return finding(code, tellStep(definition, happening, fault));
  }
  return finding(code, undefined);
}

function says(lane: Text, text: Text): Text {
  return { th: text.th.replace('@', lane.th), en: text.en.replace('@', lane.en) };
}
