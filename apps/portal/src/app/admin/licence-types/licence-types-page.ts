import { httpResource } from '@angular/common/http';
import { Component, ViewEncapsulation, computed } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { LicenceTypeView } from '@anuyat/contract';
import { DayPipe, DaysPipe, Empty, Loading, ProblemView, SayPipe, Tag } from '@anuyat/ui';
import { toProblem } from '../../core/problem';
import { AdminNav } from '../admin-nav';

/** What is published: each licence type with its version, the digest of its definition, and where its figures come from. */
@Component({
  selector: 'admin-licence-types-page',
  imports: [AdminNav, DayPipe, DaysPipe, Empty, Loading, ProblemView, SayPipe, Tag, TranslocoPipe],
  encapsulation: ViewEncapsulation.None,
  styleUrls: ['../../core/staff.css', '../admin.css'],
  template: `
    <div class="page staff">
      <admin-nav />
      <h1>{{ 'admin.types.heading' | transloco }}</h1>
      <p class="soft measure small">{{ 'admin.types.about' | transloco }}</p>
      @if (problem(); as trouble) {
        <ui-problem [problem]="trouble" [canRetry]="true" (retry)="answer.reload()" />
      } @else if (answer.hasValue()) {
        @for (type of answer.value(); track type.code) {
          <article class="card type-card">
            <div class="row row-apart">
              <h2>{{ type.title | say }}</h2>
              <ui-tag tone="info">{{ 'admin.types.version' | transloco: { version: type.version } }}</ui-tag>
            </div>
            <dl class="type-facts">
              <div><dt>{{ 'admin.types.code' | transloco }}</dt><dd><code>{{ type.code }}</code></dd></div>
              <div><dt>{{ 'admin.types.hash' | transloco }}</dt><dd><code class="hash">{{ type.sha256 }}</code></dd></div>
              <div>
                <dt>{{ 'admin.types.lanes' | transloco }}</dt>
                <dd>
                  @for (lane of type.lanes; track lane.id) {
                    {{ lane.title | say }} ({{ lane.days | days: lane.dayUnit }}){{ $last ? '' : ' · ' }}
                  }
                </dd>
              </div>
            </dl>
            <details>
              <summary>{{ 'admin.types.sources' | transloco: { count: type.sources.length } }}</summary>
              <ul class="sources">
                @for (source of type.sources; track $index) {
                  <li>
                    <span class="strong">{{ source.about | say }}</span>
                    <span class="task-line">{{ source.from }} · {{ 'admin.types.from' | transloco: { day: (source.effectiveFrom | day: 'short') } }}</span>
                    <ui-tag [tone]="source.isVerified ? 'done' : 'now'">{{ (source.isVerified ? 'admin.types.verified' : 'admin.types.unverified') | transloco }}</ui-tag>
                  </li>
                }
              </ul>
            </details>
          </article>
        } @empty {
          <ui-empty [heading]="'admin.types.empty' | transloco"><p>{{ 'admin.types.emptyHelp' | transloco }}</p></ui-empty>
        }
      } @else {
        <ui-loading [rows]="5" />
      }
    </div>
  `,
})
export class LicenceTypesPage {
  protected readonly answer = httpResource<LicenceTypeView[]>(() => '/api/licence-types');
  protected readonly problem = computed(() => (this.answer.error() ? toProblem(this.answer.error()) : null));
}
