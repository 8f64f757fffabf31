import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { SayPipe } from '@anuyat/ui';
import { Session } from '../core/session';

/** On every page while a person acts for a company: for which one, who it is, and the way back. */
@Component({
  selector: 'anuyat-acting-strip',
  imports: [RouterLink, SayPipe],
  template: `
    @if (session.account(); as account) {
      @if (account.actingAs; as acting) {
        <div class="session-ended" role="status">
          <div class="page row row-apart">
            <span>{{ words.actingFor | say }} <strong>{{ account.name | say }}</strong> ({{ words.by | say }} {{ acting.person | say }})</span>
            <a routerLink="/account/mandates">{{ words.change | say }}</a>
          </div>
        </div>
      }
    }
  `,
})
export class ActingStrip {
  protected readonly session = inject(Session);
  protected readonly words = {
    actingFor: { th: 'กำลังดำเนินการแทน', en: 'Acting for' },
    by: { th: 'โดย', en: 'by' },
    change: { th: 'เปลี่ยน', en: 'Change' },
  };
}
