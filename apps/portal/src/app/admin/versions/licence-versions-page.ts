import { httpResource } from '@angular/common/http';
import { Component, ViewEncapsulation, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { LicenceVersions } from '@anuyat/contract';
import { BackLink, Loading, MomentPipe, ProblemView, SayPipe, Table, Tag } from '@anuyat/ui';
import { toProblem } from '../../core/problem';
import { AdminNav } from '../admin-nav';
import { STATE_TONES } from './state-tones';

/** The versions of one licence type: who published each, when, from when it holds, and how many run under it. */
@Component({
  selector: 'admin-licence-versions-page',
  imports: [AdminNav, BackLink, Loading, MomentPipe, ProblemView, RouterLink, SayPipe, Table, Tag, TranslocoPipe],
  encapsulation: ViewEncapsulation.None,
  styleUrls: ['../../core/staff.css', '../admin.css'],
  template: `
    <div class="page staff">
      <admin-nav />
      <ui-back-link link="/admin/versions" [title]="'admin.versions.title' | transloco" />
      <h1>{{ answer.hasValue() ? (answer.value().title | say) : code() }}</h1>
      @if (problem(); as trouble) {
        <ui-problem [problem]="trouble" [canRetry]="true" (retry)="answer.reload()" />
      } @else if (answer.hasValue()) {
        <table uiTable class="table-dense" isCaptionHidden [caption]="'admin.versions.title' | transloco">
          <thead>
            <tr>
              <th scope="col">{{ 'admin.versions.version' | transloco }}</th>
              <th scope="col">{{ 'admin.versions.state' | transloco }}</th>
              <th scope="col">{{ 'admin.versions.from' | transloco }}</th>
              <th scope="col">{{ 'admin.versions.by' | transloco }}</th>
              <th scope="col">{{ 'admin.versions.running' | transloco }}</th>
            </tr>
          </thead>
          <tbody>
            @for (each of answer.value().versions; track each.version) {
              <tr>
                <th scope="row">
                  <a [routerLink]="['/admin/versions', answer.value().code, each.version]">{{ 'admin.versions.numbered' | transloco: { version: each.version } }}</a>
                  <code class="hash task-line">{{ each.sha256.slice(0, 16) }}</code>
                </th>
                <td [attr.data-label]="'admin.versions.state' | transloco"><ui-tag [tone]="tones[each.state]">{{ 'admin.versions.states.' + each.state | transloco }}</ui-tag></td>
                <td [attr.data-label]="'admin.versions.from' | transloco">{{ each.effectiveFrom ? (each.effectiveFrom | moment) : '–' }}</td>
                <td [attr.data-label]="'admin.versions.by' | transloco">
                  @if (each.publishedBy ?? each.broughtBy; as who) {
                    {{ who | say }}
                  }
                  @if (each.proposedBy; as who) {
                    <span class="task-line small soft">{{ 'admin.versions.proposals.by' | transloco }} {{ who | say }}</span>
                  }
                  @if (each.publishedAt ?? each.broughtAt; as at) {
                    <span class="task-line">{{ at | moment }}</span>
                  }
                </td>
                <td class="figures" [attr.data-label]="'admin.versions.running' | transloco">{{ each.running }}</td>
              </tr>
            }
          </tbody>
        </table>
      } @else {
        <ui-loading [rows]="4" />
      }
    </div>
  `,
})
export class LicenceVersionsPage {
  readonly code = input.required<string>();
  protected readonly answer = httpResource<LicenceVersions>(() => `/api/admin/versions/${encodeURIComponent(this.code())}`);
  protected readonly problem = computed(() => (this.answer.error() ? toProblem(this.answer.error()) : null));
  protected readonly tones = STATE_TONES;
}
