import { httpResource } from '@angular/common/http';
import { Component, ViewEncapsulation, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { VersionDiff } from '@anuyat/contract';
import { BackLink, Loading, ProblemView, SayPipe, Tag } from '@anuyat/ui';
import { toProblem } from '../../core/problem';
import { AdminNav } from '../admin-nav';
import { DiffView } from './diff-view';
import { MovesPanel } from './moves-panel';
import { PublishPanel } from './publish-panel';
import { ShadowPanel } from './shadow-panel';
import { STATE_TONES } from './state-tones';

/** One version: what it says otherwise, what it would have done, publishing it, and who could go on under it. */
@Component({
  selector: 'admin-version-page',
  imports: [AdminNav, BackLink, DiffView, Loading, MovesPanel, ProblemView, PublishPanel, SayPipe, ShadowPanel, Tag, TranslocoPipe],
  encapsulation: ViewEncapsulation.None,
  styleUrls: ['../../core/staff.css', '../admin.css'],
  template: `
    <div class="page staff">
      <admin-nav />
      <ui-back-link [link]="'/admin/versions/' + code()" [title]="'admin.versions.all' | transloco" />
      @if (!answer.hasValue()) {
        <h1>{{ code() }} · {{ 'admin.versions.numbered' | transloco: { version: version() } }}</h1>
      }
      @if (problem(); as trouble) {
        <ui-problem [problem]="trouble" [canRetry]="true" (retry)="answer.reload()" />
      } @else if (answer.hasValue()) {
        <div class="staff-head">
          <h1>{{ answer.value().title | say }} · {{ 'admin.versions.numbered' | transloco: { version: answer.value().to } }}</h1>
          <ui-tag [tone]="tones[answer.value().state]">{{ 'admin.versions.states.' + answer.value().state | transloco }}</ui-tag>
        </div>
        <p class="small soft"><code class="hash">{{ answer.value().sha256 }}</code></p>
        @if (answer.value().state === 'candidate') {
          <admin-publish-panel [code]="code()" [version]="answer.value().to" (published)="answer.reload()" />
        }
        <admin-diff-view [diff]="answer.value()" />
        <admin-shadow-panel [code]="code()" [version]="answer.value().to" />
        <admin-moves-panel [code]="code()" [version]="answer.value().to" [canMove]="answer.value().state === 'in-force'" />
      } @else {
        <ui-loading [rows]="8" />
      }
    </div>
  `,
})
export class VersionPage {
  readonly code = input.required<string>();
  readonly version = input.required<string>();
  protected readonly answer = httpResource<VersionDiff>(() => `/api/admin/versions/${encodeURIComponent(this.code())}/${encodeURIComponent(this.version())}/diff`);
  protected readonly problem = computed(() => (this.answer.error() ? toProblem(this.answer.error()) : null));
  protected readonly tones = STATE_TONES;
}
