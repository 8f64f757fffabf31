import { Component, computed, input } from '@angular/core';
import type { ScanState } from '@anuyat/contract';
import type { Text } from '@anuyat/licence-kit';
import { SayPipe } from './say-pipe';
import { Tag, type TagTone } from './tag';

const MARKS: Record<Exclude<ScanState, 'clean'>, { tone: TagTone; words: Text }> = {
  waiting: { tone: 'wait', words: { th: 'กำลังตรวจมัลแวร์', en: 'Being checked for malware' } },
  infected: { tone: 'late', words: { th: 'พบมัลแวร์ เปิดไม่ได้', en: 'Malware found; cannot be opened' } },
  'not-scanned': { tone: 'info', words: { th: 'ไม่ได้ตรวจมัลแวร์', en: 'Not checked for malware' } },
};

/** Whether a file may be opened: what is clean, and what an installation without a scanner shows as not scanned. */
export function canOpen({ scan }: { scan: ScanState }): boolean {
  return scan === 'clean' || scan === 'not-scanned';
}

/** What the scanner said of a file; nothing where it is clean. */
@Component({
  selector: 'ui-scan-mark',
  imports: [SayPipe, Tag],
  template: `@if (mark(); as mark) { <ui-tag [tone]="mark.tone">{{ mark.words | say }}</ui-tag> }`,
})
export class ScanMark {
  readonly scan = input.required<ScanState>();
  protected readonly mark = computed(() => {
    const scan = this.scan();
    return scan === 'clean' ? undefined : MARKS[scan];
  });
}
