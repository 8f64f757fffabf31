import { httpResource } from '@angular/common/http';
import { Component, ViewEncapsulation, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ExceptionalFileView } from '@anuyat/contract';
import { ApplicationTag, BackLink, Empty, Icon, Loading, MomentPipe, Notification, ProblemView, SayPipe, Timeline } from '@anuyat/ui';
import { toProblem } from '../../core/problem';
import { AnsweredTopics } from '../review/answers/answered-topics';
import { PlaceNames } from '../review/answers/place-names';

/** A case of no office of one's own, for as long as the exception is open: to read, nothing to change. */
@Component({
  selector: 'desk-exception-page',
  imports: [AnsweredTopics, ApplicationTag, BackLink, Empty, Icon, Loading, MomentPipe, Notification, ProblemView, SayPipe, Timeline, TranslocoPipe],
  providers: [PlaceNames],
  encapsulation: ViewEncapsulation.None,
  styleUrls: ['../../core/staff.css', '../../core/facts.css', '../desk.css'],
  template: `
    <div class="page staff">
      <ui-back-link link="/desk/exceptions" [title]="'desk.exceptions.heading' | transloco" />
      @if (file(); as shown) {
        <h1><span class="figures">{{ shown.caseNumber }}</span> {{ shown.businessName }}</h1>
        <ui-notification tone="info">
          <p><ui-icon name="lock" /> {{ 'desk.exceptions.told' | transloco: { moment: (shown.until | moment) } }}</p>
          <p>“{{ shown.reason }}”</p>
        </ui-notification>
        @for (one of shown.applications; track one.application.id) {
          <section class="panel" [attr.aria-labelledby]="'of-' + one.application.id">
            <div class="panel-head">
              <h2 [id]="'of-' + one.application.id">{{ one.application.title | say }}</h2>
              <ui-application-tag [status]="one.application.status" />
            </div>
            <p class="small soft figures">{{ one.application.number }}</p>
            <desk-answered-topics [topics]="one.topics" [answers]="one.answers" />
            <h3 class="topic-title">{{ 'desk.exceptions.history' | transloco }}</h3>
            <ui-timeline [entries]="one.history" [first]="5" />
          </section>
        }
      } @else if (problem(); as trouble) {
        <h1>{{ 'desk.exceptions.heading' | transloco }}</h1>
        @if (trouble.code === 'not-found') {
          <ui-empty [heading]="'desk.exceptions.ended' | transloco"><p>{{ 'desk.exceptions.endedHelp' | transloco }}</p></ui-empty>
        } @else {
          <ui-problem [problem]="trouble" [canRetry]="true" (retry)="answer.reload()" />
        }
      } @else {
        <ui-loading [rows]="5" />
      }
    </div>
  `,
})
export class ExceptionPage {
  readonly id = input.required<string>();
  protected readonly answer = httpResource<ExceptionalFileView>(() => `/api/exceptions/${encodeURIComponent(this.id())}`);
  protected readonly file = computed(() => (this.answer.hasValue() ? this.answer.value() : undefined));
  protected readonly problem = computed(() => (this.answer.error() ? toProblem(this.answer.error()) : null));
}
