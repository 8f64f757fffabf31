import { Component, inject, input, signal } from '@angular/core';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button, Notification, ProblemView } from '@anuyat/ui';
import { Act } from '../core/act';
import { ApiClient } from '../core/api-client';

/** The link of a letter confirms the address by a press of a button: programs that look at links confirm nothing. Any browser will do. */
@Component({
  selector: 'anuyat-mail-confirm-page',
  imports: [Button, Notification, ProblemView, RouterLink, TranslocoPipe],
  template: `
    <div class="page reading band">
      <h1>{{ 'account.mail.confirm.title' | transloco }}</h1>
      @if (address(); as confirmed) {
        <ui-notification tone="done" [heading]="'account.mail.confirm.done' | transloco: { address: confirmed }" isLive><p>{{ 'account.mail.confirm.doneText' | transloco }}</p></ui-notification>
        <div class="actions"><a uiButton routerLink="/my">{{ 'account.mail.confirm.onward' | transloco }}</a></div>
      } @else {
        <p>{{ 'account.mail.confirm.text' | transloco }}</p>
        @if (confirming.problem(); as trouble) {
          <ui-problem [problem]="trouble" />
        }
        <div class="actions">
          @if (confirming.problem()?.code === 'mail-code-over') {
            <a uiButton routerLink="/account/mail">{{ 'account.mail.confirm.anew' | transloco }}</a>
          } @else {
            <button type="button" uiButton [isBusy]="confirming.isBusy()" (click)="confirm()">{{ 'account.mail.confirmNow' | transloco }}</button>
          }
          <a uiButton="quiet" routerLink="/">{{ 'account.mail.confirm.notMe' | transloco }}</a>
        </div>
      }
    </div>
  `,
})
export class MailConfirmPage {
  readonly id = input.required<string>();
  private readonly api = inject(ApiClient);
  /** Behind the #, which no server and no log sees. */
  private readonly code = inject(ActivatedRoute).snapshot.fragment ?? '';
  protected readonly address = signal('');
  protected readonly confirming = new Act<{ address: string }>((key) => this.api.send('POST', `/api/mail/confirmations/${encodeURIComponent(this.id())}`, { code: this.code }, key));

  protected async confirm(): Promise<void> {
    const confirmed = await this.confirming.run();
    if (confirmed) this.address.set(confirmed.address);
  }
}
