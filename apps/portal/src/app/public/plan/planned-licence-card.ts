import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PlannedLicence } from '@anuyat/contract';
import { BahtPipe, DaysPipe, Language, SayPipe, WhyDecision } from '@anuyat/ui';

/** One needed licence of a plan: why, who decides, how long, how much, which papers, which law. */
@Component({
  selector: 'anuyat-planned-licence-card',
  imports: [BahtPipe, DaysPipe, RouterLink, SayPipe, TranslocoPipe, WhyDecision],
  template: `
    <article class="card planned">
      <h3><a [routerLink]="['/licence-types', licence().code]">{{ licence().title | say }}</a></h3>
      <p>{{ licence().why | say }}</p>
      <dl class="figures-row">
        <div><dt>{{ 'public.plan.days' | transloco }}</dt><dd>{{ licence().days | days: licence().dayUnit }}</dd></div>
        <div>
          <dt>{{ 'public.plan.fee' | transloco }}</dt>
          <dd>{{ licence().fee | baht }}
            @if (!licence().fee.isExact && licence().fee.max > 0) {
              <span class="small soft planned-note">{{ 'public.plan.feeRange' | transloco }}</span>
            }
          </dd>
        </div>
      </dl>
      <h4>{{ 'public.plan.office' | transloco }}</h4>
      <ul class="plain-list planned-offices">
        @for (office of licence().offices; track office.lane) {
          <li>{{ office.office | say }} <span class="small soft planned-note">{{ office.because | say }}</span></li>
        } @empty {
          <li class="soft">{{ 'public.plan.officeLater' | transloco }}</li>
        }
      </ul>
      @if (follows().length > 0) {
        <p class="small"><span class="strong">{{ 'public.plan.after' | transloco }}:</span> {{ follows().join(', ') }}</p>
      }
      @if (licence().decision; as decision) {
        <details class="why-box">
          <summary>{{ 'public.plan.why' | transloco }}<span class="visually-hidden"> {{ licence().title | say }}</span></summary>
          <ui-why-decision [decision]="decision" />
        </details>
      }
      <details>
        <summary>{{ 'public.plan.documents' | transloco }} ({{ licence().documents.length }})</summary>
        <ul>
          @for (paper of licence().documents; track paper.code) {
            <li>{{ paper.title | say }} <span class="small soft">({{ (paper.isRequired ? 'common.required' : 'common.ifNeeded') | transloco }})</span></li>
          } @empty {
            <li>{{ 'public.plan.noDocuments' | transloco }}</li>
          }
        </ul>
      </details>
      <p class="tiny soft">
        @for (citation of licence().citations; track $index) {
          {{ citation.law | say }} {{ 'common.section' | transloco }} {{ citation.section }}{{ $last ? '' : ' · ' }}
        }
      </p>
    </article>
  `,
})
export class PlannedLicenceCard {
  readonly licence = input.required<PlannedLicence>();
  readonly all = input.required<readonly PlannedLicence[]>();
  private readonly language = inject(Language);
  protected readonly follows = computed(() =>
    this.all().filter(({ code, isNeeded }) => isNeeded && this.licence().dependsOn.includes(code)).map(({ title }) => this.language.say(title)),
  );
}
