import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Button, Notification, ProblemView, SayPipe } from '@anuyat/ui';
import { firstValueFrom } from 'rxjs';
import { Act } from '../core/act';
import { OFFER_WORDS } from './offer-words';

/** Offers a licence to somebody: the link that only they should get is shown once. */
@Component({
  selector: 'life-offer',
  imports: [Button, Notification, ProblemView, SayPipe],
  template: `
    <section class="band no-print" aria-labelledby="offer-heading">
      <h2 id="offer-heading">{{ words.heading | say }}</h2>
      @if (link(); as address) {
        <ui-notification tone="done" [heading]="words.made | say" isLive><p class="figures">{{ address }}</p></ui-notification>
      } @else {
        <p>{{ (needsOffice() ? words.byOffice : words.byAgreement) | say }}</p>
        @if (offering.problem(); as problem) {
          <ui-problem [problem]="problem" [isSafe]="true" />
        }
        <div class="actions"><button type="button" uiButton="secondary" [isBusy]="offering.isBusy()" (click)="offer()">{{ words.offer | say }}</button></div>
      }
    </section>
  `,
})
export class LifeOffer {
  readonly number = input.required<string>();
  readonly needsOffice = input(false);
  readonly offered = output<void>();
  protected readonly words = OFFER_WORDS;
  private readonly code = signal<string | null>(null);
  protected readonly link = computed(() => (this.code() ? `${location.origin}/my/offers/${this.code() ?? ''}` : null));
  private readonly http = inject(HttpClient);
  protected readonly offering = new Act(() => firstValueFrom(this.http.post<{ code: string }>(`/api/licences/${encodeURIComponent(this.number())}/offer`, {})));

  protected async offer(): Promise<void> {
    const made = await this.offering.run('offer');
    if (made) this.code.set(made.code);
  }
}
