import { Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { MomentPipe, Notification, SayPipe } from '@anuyat/ui';
import { ChangesNotice } from './changes-notice';
import { Deciding } from './deciding/deciding';

/** Somebody was quicker, or the file changed: who did what and when, that nothing was sent and nothing is lost, and what to do. */
@Component({
  selector: 'desk-overtaken',
  imports: [ChangesNotice, MomentPipe, Notification, SayPipe, TranslocoPipe],
  template: `
    @if (happened(); as events) {
      <ui-notification tone="warn" [isLive]="true" [heading]="'desk.overtaken.heading' | transloco">
        @if (events.length > 0) {
          <ul>
            @for (event of events; track $index) {
              <li>
                <span class="figures">{{ event.at | moment }}</span> · {{ event.by | say }}: <strong>{{ event.what ? (event.what | say) : ('desk.events.' + actOf(event.type) | transloco) }}</strong>
                @if (event.note) {
                  <span class="as-written small">{{ event.note }}</span>
                }
              </li>
            }
          </ul>
        }
        <p>{{ (deciding.isStillOpen() ? 'desk.overtaken.still' : 'desk.overtaken.tooLate') | transloco }}</p>
      </ui-notification>
    } @else if (!deciding.isStillOpen() && !deciding.isSending()) {
      <ui-notification tone="warn" [isLive]="true" [heading]="'desk.overtaken.movedOn' | transloco">
        <p>{{ 'desk.overtaken.tooLate' | transloco }}</p>
      </ui-notification>
    }
    <desk-changes-notice />
  `,
})
export class Overtaken {
  protected readonly deciding = inject(Deciding);
  protected readonly happened = computed(() => {
    const result = this.deciding.result();
    return result?.kind === 'overtaken' ? result.happened : null;
  });

  protected actOf(type: string | undefined): string {
    return (type ?? '').slice((type ?? '').lastIndexOf('.') + 1);
  }
}
