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
    @if (shown(); as news) {
      <ui-notification tone="warn" [isLive]="true" [heading]="news.heading | transloco">
        @if (news.events.length > 0) {
          <ul>
            @for (event of news.events; track $index) {
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
    }
    <desk-changes-notice />
  `,
})
export class Overtaken {
  protected readonly deciding = inject(Deciding);
  /** The server refused what was sent, or the file moved on before anything was. */
  protected readonly shown = computed(() => {
    const result = this.deciding.result();
    if (result?.kind === 'overtaken') return { heading: 'desk.overtaken.heading', events: result.happened };
    if (this.deciding.isStillOpen() || this.deciding.isSending()) return null;
    return { heading: 'desk.overtaken.movedOn', events: this.deciding.meanwhile() };
  });

  protected actOf(type: string | undefined): string {
    return (type ?? '').slice((type ?? '').lastIndexOf('.') + 1);
  }
}
