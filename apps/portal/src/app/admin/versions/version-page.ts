import { httpResource } from '@angular/common/http';
import { Component, ViewEncapsulation, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ProposalKind, VersionDiff, VersionProposals } from '@anuyat/contract';
import { BackLink, Loading, ProblemView, SayPipe, Tag } from '@anuyat/ui';
import { toProblem } from '../../core/problem';
import { AdminNav } from '../admin-nav';
import { DiffView } from './diff-view';
import { MovesPanel } from './moves-panel';
import { ProposalsPanel } from './proposals-panel';
import { PublishPanel } from './publish-panel';
import { ShadowPanel } from './shadow-panel';
import { STATE_TONES } from './state-tones';

/** One version: what it says otherwise, what it would have done, what is proposed about it, and who could go on under it. */
@Component({
  selector: 'admin-version-page',
  imports: [AdminNav, BackLink, DiffView, Loading, MovesPanel, ProblemView, ProposalsPanel, PublishPanel, SayPipe, ShadowPanel, Tag, TranslocoPipe],
  encapsulation: ViewEncapsulation.None,
  styleUrls: ['../../core/staff.css', '../admin.css'],
  template: `
    <div class="page staff">
      <admin-nav />
      <ui-back-link [link]="'/admin/versions/' + code()" [title]="'admin.versions.all' | transloco" />
      @if (!answer.hasValue()) {
        <h1>{{ 'admin.versions.numbered' | transloco: { version: version() } }}</h1>
      }
      @if (problem(); as trouble) {
        <ui-problem [problem]="trouble" [canRetry]="true" (retry)="lookAgain()" />
      } @else if (answer.hasValue()) {
        <div class="staff-head">
          <h1>{{ answer.value().title | say }}&nbsp;· {{ 'admin.versions.numbered' | transloco: { version: answer.value().to } }}</h1>
          <ui-tag [tone]="tones[answer.value().state]">{{ 'admin.versions.states.' + answer.value().state | transloco }}</ui-tag>
        </div>
        <p class="small soft"><code class="hash">{{ answer.value().sha256 }}</code></p>
        @if (proposals.hasValue()) {
          <admin-proposals-panel [proposals]="proposals.value()" (changed)="lookAgain()" />
        }
        @if (answer.value().state === 'candidate' && !isProposed('publication')) {
          <admin-publish-panel [code]="code()" [version]="answer.value().to" (proposed)="lookAgain()" />
        }
        <admin-diff-view [diff]="answer.value()" />
        <admin-shadow-panel [code]="code()" [version]="answer.value().to" />
        <admin-moves-panel [code]="code()" [version]="answer.value().to" [canMove]="answer.value().state === 'in-force' && !isProposed('move')" [isProposed]="isProposed('move')" (proposed)="lookAgain()" />
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
  protected readonly proposals = httpResource<VersionProposals>(() => `/api/admin/versions/${encodeURIComponent(this.code())}/${encodeURIComponent(this.version())}/proposals`);
  protected readonly problem = computed(() => (this.answer.error() ?? this.proposals.error() ? toProblem(this.answer.error() ?? this.proposals.error()) : null));
  protected readonly tones = STATE_TONES;

  protected isProposed(kind: ProposalKind): boolean {
    return this.proposals.hasValue() && this.proposals.value().proposals.some((each) => each.kind === kind && each.state === 'open');
  }

  protected lookAgain(): void {
    this.answer.reload();
    this.proposals.reload();
  }
}
