import { HttpClient, httpResource } from '@angular/common/http';
import { Component, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { OfferView } from '@anuyat/contract';
import { Button, Empty, Loading, Notification, ProblemView, SayPipe } from '@anuyat/ui';
import { firstValueFrom } from 'rxjs';
import { Act } from '../core/act';
import { OFFER_WORDS } from './offer-words';

/** A licence that somebody offers to whoever has this link. */
@Component({
  selector: 'life-offer-page',
  imports: [Button, Empty, Loading, Notification, ProblemView, RouterLink, SayPipe],
  template: `
    <div class="page reading">
      <h1>{{ words.offered | say }}</h1>
      @if (isAccepted()) {
        <ui-notification tone="done" [heading]="words.accepted | say" isLive><p>{{ words.acceptedText | say }}</p></ui-notification>
        <p><a uiButton routerLink="/my/licences">{{ words.mine | say }}</a></p>
      } @else if (offer.hasValue()) {
        @let shown = offer.value();
        <h2>{{ shown.title | say }}</h2>
        <dl class="facts">
          <div class="fact-row"><dt>{{ words.number | say }}</dt><dd class="figures">{{ shown.number }}</dd></div>
          <div class="fact-row"><dt>{{ words.from | say }}</dt><dd>{{ shown.holder }}</dd></div>
          <div class="fact-row"><dt>{{ words.place | say }}</dt><dd>{{ shown.place | say }}</dd></div>
        </dl>
        @if (accepting.problem(); as problem) {
          <ui-problem [problem]="problem" [isSafe]="true" />
        }
        <div class="actions"><button type="button" uiButton [isBusy]="accepting.isBusy()" (click)="accept()">{{ words.accept | say }}</button></div>
      } @else if (offer.error()) {
        <ui-empty [heading]="words.gone | say"><p>{{ words.goneText | say }}</p></ui-empty>
      } @else {
        <ui-loading [rows]="3" />
      }
    </div>
  `,
})
export class OfferPage {
  readonly code = input.required<string>();
  protected readonly words = OFFER_WORDS;
  protected readonly offer = httpResource<OfferView>(() => `/api/licences/offers/${encodeURIComponent(this.code())}`);
  protected readonly isAccepted = signal(false);
  private readonly http = inject(HttpClient);
  protected readonly accepting = new Act(async () => {
    await firstValueFrom(this.http.post(`/api/licences/offers/${encodeURIComponent(this.code())}/acceptance`, {}));
    return true;
  });

  protected async accept(): Promise<void> {
    if (await this.accepting.run('accept')) this.isAccepted.set(true);
  }
}
