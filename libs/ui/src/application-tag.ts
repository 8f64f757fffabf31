import { Component, computed, input } from '@angular/core';
import type { ApplicationStatus } from '@anuyat/contract';
import type { Text } from '@anuyat/licence-kit';
import { SayPipe } from './say-pipe';
import { Tag } from './tag';
import type { TagTone } from './tag';

/** The words for the state of a whole application, the same wherever one is shown. */
export const APPLICATION_STATUS: Record<ApplicationStatus, { tone: TagTone; words: Text }> = {
  waiting: { tone: 'wait', words: { th: 'รอเรื่องที่ต้องได้ก่อน', en: 'Waiting for another licence' } },
  'in-review': { tone: 'wait', words: { th: 'กำลังพิจารณา', en: 'In review' } },
  'awaiting-answer': { tone: 'now', words: { th: 'รอคำตอบจากผู้ยื่น', en: 'Waiting for an answer' } },
  'awaiting-payment': { tone: 'now', words: { th: 'รอชำระค่าธรรมเนียม', en: 'Waiting for payment' } },
  issuing: { tone: 'wait', words: { th: 'กำลังออกใบอนุญาต', en: 'Being issued' } },
  issued: { tone: 'done', words: { th: 'ออกให้แล้ว', en: 'Issued' } },
  refused: { tone: 'late', words: { th: 'ไม่อนุญาต', en: 'Refused' } },
  withdrawn: { tone: 'plain', words: { th: 'ถอนคำขอแล้ว', en: 'Withdrawn' } },
  returned: { tone: 'late', words: { th: 'คืนคำขอแล้ว', en: 'Returned' } },
  annulled: { tone: 'done', words: { th: 'เพิกถอนคำสั่งแล้ว', en: 'Order annulled' } },
  granted: { tone: 'done', words: { th: 'แก้คำสั่งเป็นอนุญาต', en: 'Granted on appeal' } },
  upheld: { tone: 'late', words: { th: 'ยกอุทธรณ์', en: 'Order upheld' } },
  'not-admitted': { tone: 'late', words: { th: 'ไม่รับอุทธรณ์', en: 'Appeal not admitted' } },
};

@Component({
  selector: 'ui-application-tag',
  imports: [SayPipe, Tag],
  template: `<ui-tag [tone]="shown().tone">{{ shown().words | say }}</ui-tag>`,
})
export class ApplicationTag {
  readonly status = input.required<ApplicationStatus>();
  protected readonly shown = computed(() => APPLICATION_STATUS[this.status()]);
}
