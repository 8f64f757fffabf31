import { Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button, Notification, SayPipe } from '@anuyat/ui';
import { AnswerView } from './answers/answer-view';
import { ReviewFile } from './review-file';

/** What of the file changed while it was open: before and after, until the officer has taken note. */
@Component({
  selector: 'desk-changes-notice',
  imports: [AnswerView, Button, Notification, SayPipe, TranslocoPipe],
  template: `
    @if (hasAny()) {
      <ui-notification tone="warn" [isLive]="true" [heading]="'desk.changes.heading' | transloco">
        <ul class="changes">
          @for (fact of file.changes().facts; track fact.path) {
            <li>
              <span class="strong">{{ fact.label | say }}</span>
              <span class="change"><span class="tiny soft">{{ 'desk.changes.before' | transloco }}</span> <del><desk-answer [value]="fact.before" [label]="fact.label | say" /></del></span>
              <span class="change"><span class="tiny soft">{{ 'desk.changes.after' | transloco }}</span> <ins><desk-answer [value]="fact.after" [label]="fact.label | say" /></ins></span>
            </li>
          }
          @for (one of file.changes().documents; track one.document.id) {
            <li><span class="strong">{{ one.document.title | say }}</span> {{ (one.isNew ? 'desk.changes.paperCame' : 'desk.changes.paperGone') | transloco }} {{ one.document.fileName }}</li>
          }
        </ul>
        <p><button type="button" uiButton="secondary" isSmall (click)="file.takeNote()">{{ 'desk.changes.noted' | transloco }}</button></p>
      </ui-notification>
    }
  `,
})
export class ChangesNotice {
  protected readonly file = inject(ReviewFile);
  protected readonly hasAny = computed(() => this.file.changes().facts.length > 0 || this.file.changes().documents.length > 0);
}
