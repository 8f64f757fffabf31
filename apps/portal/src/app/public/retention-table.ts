import { httpResource } from '@angular/common/http';
import { Component, computed } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { RetentionRuleView } from '@anuyat/contract';
import { DayPipe, Loading, ProblemView, SayPipe, Table, Tag } from '@anuyat/ui';
import { toProblem } from '../core/problem';

/** How long what is kept, as the database has it: the rules that the nightly removal goes by. */
@Component({
  selector: 'public-retention-table',
  imports: [DayPipe, Loading, ProblemView, SayPipe, Table, Tag, TranslocoPipe],
  template: `
    @if (rules.hasValue()) {
      <table uiTable isCaptionHidden [caption]="'public.retention.caption' | transloco">
        <thead>
          <tr>
            <th scope="col">{{ 'public.retention.what' | transloco }}</th>
            <th scope="col">{{ 'public.retention.howLong' | transloco }}</th>
            <th scope="col">{{ 'public.retention.law' | transloco }}</th>
          </tr>
        </thead>
        <tbody>
          @for (rule of rules.value(); track rule.kind + rule.effectiveFrom) {
            <tr>
              <th scope="row">{{ 'public.retention.kinds.' + rule.kind | transloco }}</th>
              <td [attr.data-label]="'public.retention.howLong' | transloco">
                @if (rule.keep; as keep) {
                  {{ (keep.years === 1 ? 'public.retention.year' : keep.years > 0 ? 'public.retention.years' : 'public.retention.days') | transloco: { count: keep.years || keep.days } }}<br />
                  <span class="small soft">{{ 'public.retention.since.' + rule.kind | transloco }}</span>
                } @else {
                  {{ 'public.retention.forGood' | transloco }}
                }
              </td>
              <td [attr.data-label]="'public.retention.law' | transloco">
                {{ rule.law | say }} {{ 'public.retention.section' | transloco: { section: rule.section } }}
                @if (!rule.isVerified) {
                  <ui-tag tone="plain">{{ 'public.retention.unverified' | transloco }}</ui-tag>
                }
                <br /><span class="small soft">{{ (rule.isInForce ? 'public.retention.inForce' : 'public.retention.toCome') | transloco: { day: (rule.effectiveFrom | day) } }}</span>
              </td>
            </tr>
          }
        </tbody>
      </table>
      <p class="small soft">{{ 'public.retention.never' | transloco }}</p>
    } @else if (problem(); as trouble) {
      <ui-problem [problem]="trouble" canRetry (retry)="rules.reload()" />
    } @else {
      <ui-loading [rows]="4" />
    }
  `,
})
export class RetentionTable {
  protected readonly rules = httpResource<RetentionRuleView[]>(() => '/api/retention');
  protected readonly problem = computed(() => (this.rules.error() ? toProblem(this.rules.error()) : null));
}
