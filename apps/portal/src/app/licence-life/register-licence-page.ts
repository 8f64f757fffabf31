import { Component, inject, input, signal } from '@angular/core';
import { ActivatedRoute } from '@angular/router';
import type { LicenceLifeView } from '@anuyat/contract';
import { BackLink, DayPipe, SayPipe } from '@anuyat/ui';
import { PageTitle } from '../core/page-title';
import { LifeView } from './life-view';
import { LIFE_WORDS } from './life-words';
import { REGISTER_WORDS } from './register-words';

/** One licence of the register: for its office to act on, for a monitor to read. */
@Component({
  selector: 'life-register-licence-page',
  imports: [BackLink, DayPipe, LifeView, SayPipe],
  template: `
    <div class="page reading">
      <ui-back-link [link]="link" [title]="words.back | say" />
      <p class="soft figures">{{ number() }}</p>
      @if (view(); as shown) {
        <h1>{{ shown.licence.title | say }}</h1>
        <p>{{ shown.licence.businessName ? (shown.licence.businessName | say) : shown.licence.holder }} · {{ shown.place | say }}</p>
        <p>{{ words.until | say }}: {{ shown.licence.validUntil ? (shown.licence.validUntil | day) : (life.noEnd | say) }}</p>
      } @else {
        <h1>{{ words.licence | say }}</h1>
      }
      <life-view [number]="number()" (loaded)="show($event)" />
    </div>
  `,
})
export class RegisterLicencePage {
  readonly number = input.required<string>();
  protected readonly link = String(inject(ActivatedRoute).snapshot.data['link']);
  protected readonly words = REGISTER_WORDS;
  protected readonly life = LIFE_WORDS;
  protected readonly view = signal<LicenceLifeView | undefined>(undefined);
  private readonly pageTitle = inject(PageTitle);

  protected show(view: LicenceLifeView): void {
    this.view.set(view);
    this.pageTitle.set(view.licence.title);
  }
}
