import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CarriedOver, CaseView } from '@anuyat/contract';
import { Button, Notification, ProblemView, SayPipe } from '@anuyat/ui';
import { Act } from '../../core/act';
import { ApiClient } from '../../core/api-client';

/** What changed in the licences of a draft since its applicant last looked, and the answers that are kept aside. */
@Component({
  selector: 'anuyat-carried-over',
  imports: [Button, Notification, ProblemView, SayPipe, TranslocoPipe],
  template: `
    @if (licences().length > 0) {
      <ui-notification [heading]="'my.carried.title' | transloco">
        <p>{{ 'my.carried.lead' | transloco }}</p>
        @for (licence of licences(); track licence.code) {
          <p class="strong">{{ licence.title | say }} · {{ 'my.carried.version' | transloco: { from: licence.from, to: licence.to } }}</p>
          <ul>
            @for (change of licence.changes; track $index) {
              <li>{{ change.what | say }}</li>
            }
          </ul>
        }
        @if (seeing.problem(); as trouble) {
          <ui-problem [problem]="trouble" />
        }
        <p><button type="button" uiButton="secondary" isSmall [isBusy]="seeing.isBusy()" (click)="see()">{{ 'my.carried.seen' | transloco }}</button></p>
      </ui-notification>
    }
    @if (carried().setAside.length > 0) {
      <details class="card">
        <summary>{{ 'my.carried.asideTitle' | transloco }} ({{ carried().setAside.length }})</summary>
        <p class="soft small">{{ 'my.carried.aside' | transloco }}</p>
        <dl>
          @for (answer of carried().setAside; track answer.path) {
            <dt class="strong">{{ answer.title | say }}</dt>
            <dd>{{ told(answer.value) }}</dd>
          }
        </dl>
      </details>
    }
  `,
})
export class CarriedOverView {
  readonly caseId = input.required<string>();
  readonly carried = input.required<CarriedOver>();
  private readonly isSeen = signal(false);
  protected readonly licences = computed(() => (this.isSeen() ? [] : this.carried().licences));
  private readonly api = inject(ApiClient);
  protected readonly seeing = new Act<CaseView>((key) => this.api.send<CaseView>('POST', `/api/cases/${this.caseId()}/versions-seen`, undefined, key));

  protected async see(): Promise<void> {
    if (await this.seeing.run()) this.isSeen.set(true);
  }

  protected told(value: unknown): string {
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  }
}
