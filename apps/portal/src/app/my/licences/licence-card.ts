import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { LicenceView } from '@anuyat/contract';
import { DayPipe, SayPipe, Tag } from '@anuyat/ui';

/** A licence in short, looking like one. */
@Component({
  selector: 'anuyat-licence-card',
  imports: [DayPipe, RouterLink, SayPipe, Tag, TranslocoPipe],
  template: `
    <article class="licence-card card-link">
      <p class="small soft figures">{{ 'my.licence.number' | transloco }} {{ licence().number }}</p>
      <p class="licence-title" role="heading" [attr.aria-level]="level()"><a [routerLink]="['/my/licences', licence().number]">{{ licence().title | say }}</a></p>
      <p class="small">{{ licence().businessName ? (licence().businessName | say) : licence().holder }}<br /><span class="soft">{{ licence().issuedBy.title | say }}</span></p>
      <p><ui-tag [tone]="licence().status === 'valid' ? 'done' : licence().status === 'expiring' ? 'now' : 'late'">{{ 'my.licence.status.' + licence().status | transloco }}</ui-tag>
        @if (licence().validUntil; as until) {
          <span class="small soft"> {{ 'my.licence.validUntil' | transloco }} {{ until | day: 'short' }}</span>
        }
      </p>
      <p class="licence-show small"><a [routerLink]="['/my/licences', licence().number]" [queryParams]="{ show: 'wall' }" [attr.aria-label]="('my.licence.wall' | transloco) + ' ' + licence().number">{{ 'my.licence.wall' | transloco }}</a></p>
    </article>
  `,
})
export class LicenceCard {
  readonly licence = input.required<LicenceView>();
  /** Of its heading on the page. */
  readonly level = input(3);
}
