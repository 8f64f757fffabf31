import { httpResource } from '@angular/common/http';
import { Component, effect, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { NoticeView } from '@anuyat/contract';
import { BackLink, Empty, Loading, MomentPipe, ProblemView, SayPipe, Tag } from '@anuyat/ui';
import { ApiClient } from '../../core/api-client';
import { toProblem } from '../../core/problem';

/** What an applicant was told, newest first; what is new says so, and counts as seen once it was shown. */
@Component({
  selector: 'anuyat-notices-page',
  imports: [BackLink, Empty, Loading, MomentPipe, ProblemView, RouterLink, SayPipe, Tag, TranslocoPipe],
  template: `
    <div class="page reading">
      <ui-back-link link="/my" [title]="'my.cases.title' | transloco" />
      <h1>{{ 'my.notices.title' | transloco }}</h1>
      <p><a routerLink="/account/mail">{{ 'my.notices.byMail' | transloco }}</a></p>
      @if (notices.hasValue()) {
        <ul class="plain-list">
          @for (notice of notices.value(); track notice.id) {
            <li class="notice">
              <p>
                <a class="strong" [routerLink]="notice.licenceNumber ? ['/my/licences', notice.licenceNumber] : ['/my/cases', notice.caseId]">{{ notice.title | say }}</a>
                @if (!notice.readAt) {
                  <ui-tag tone="info">{{ 'my.notices.new' | transloco }}</ui-tag>
                }
              </p>
              @if (notice.words; as words) {
                <p>{{ words | say }}</p>
              }
              <p class="soft small">
                @if (notice.businessName) {
                  <span>{{ notice.businessName }} · </span>
                }
                <time [attr.datetime]="notice.at">{{ notice.at | moment }}</time>
              </p>
              @if (notice.letter; as letter) {
                <p class="soft small">
                  {{ 'my.notices.letter.' + letter.state | transloco: { to: letter.to } }} · <time [attr.datetime]="letter.at">{{ letter.at | moment }}</time>
                  @if (letter.answer && letter.state !== 'sent') {
                    · <code>{{ letter.answer }}</code>
                  }
                  @if (letter.state === 'refused' || letter.state === 'given-up') {
                    · <a routerLink="/account/mail">{{ 'my.notices.checkAddress' | transloco }}</a>
                  }
                </p>
              }
            </li>
          }
        </ul>
        @if (notices.value().length === 0) {
          <ui-empty [heading]="'my.notices.empty' | transloco"><p>{{ 'my.notices.emptyText' | transloco }}</p></ui-empty>
        }
      } @else if (notices.error()) {
        <ui-problem [problem]="toProblem(notices.error())" canRetry (retry)="notices.reload()" />
      } @else {
        <ui-loading [rows]="4" />
      }
    </div>
  `,
  styles: `
    .notice { padding-block: var(--s3); border-bottom: 1px solid var(--line); }
    .notice p { margin-block: 0 var(--s1); }
  `,
})
export class NoticesPage {
  private readonly api = inject(ApiClient);
  protected readonly toProblem = toProblem;
  protected readonly notices = httpResource<NoticeView[]>(() => '/api/notices');

  constructor() {
    effect(() => {
      if (!this.notices.hasValue() || this.notices.value().every(({ readAt }) => readAt !== null)) return;
      // Not seen as read, should this fail, and so marked at the next visit.
      this.api.send('POST', '/api/notices/read').catch(() => undefined);
    });
  }
}
