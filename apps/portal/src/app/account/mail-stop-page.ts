import { Component, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button, Notification, ProblemView } from '@anuyat/ui';
import { Act } from '../core/act';
import { ApiClient } from '../core/api-client';

/** The way out that each letter offers; it asks first, for programs open links too. */
@Component({
  selector: 'anuyat-mail-stop-page',
  imports: [Button, Notification, ProblemView, RouterLink, TranslocoPipe],
  template: `
    <div class="page reading band">
      <h1>{{ 'account.mail.stopPage.title' | transloco }}</h1>
      @if (isStopped()) {
        <ui-notification tone="done" [heading]="'account.mail.stopPage.done' | transloco" isLive><p>{{ 'account.mail.stopPage.doneText' | transloco }}</p></ui-notification>
        <div class="actions"><a uiButton="secondary" routerLink="/account/mail">{{ 'account.mail.stopPage.again' | transloco }}</a></div>
      } @else {
        <p>{{ 'account.mail.stopPage.text' | transloco }}</p>
        @if (stopping.problem(); as trouble) {
          @if (trouble.code === 'not-found') {
            <ui-notification tone="trouble" [heading]="'account.mail.stopPage.unknown' | transloco" isLive><p>{{ 'account.mail.stopPage.unknownText' | transloco }}</p></ui-notification>
          } @else {
            <ui-problem [problem]="trouble" />
          }
        }
        <div class="actions">
          <button type="button" uiButton [isBusy]="stopping.isBusy()" (click)="stop()">{{ 'account.mail.stopPage.stopNow' | transloco }}</button>
          <a uiButton="quiet" routerLink="/">{{ 'account.mail.stopPage.keep' | transloco }}</a>
        </div>
      }
    </div>
  `,
})
export class MailStopPage {
  readonly token = input.required<string>();
  private readonly api = inject(ApiClient);
  protected readonly isStopped = signal(false);
  protected readonly stopping = new Act<true>(async (key) => {
    await this.api.send('POST', `/api/mail/stop/${encodeURIComponent(this.token())}`, undefined, key);
    return true;
  });

  protected async stop(): Promise<void> {
    if (await this.stopping.run()) this.isStopped.set(true);
  }
}
