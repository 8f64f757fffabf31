import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { TaskView } from '@anuyat/contract';
import { ApplicationTag, Button, ClockChip, DayPipe, Icon, Notification, SayPipe, Tag } from '@anuyat/ui';
import { Session } from '../../core/session';
import { WhyBox } from '../../why/why-box';
import { Claims } from '../claims';
import { clocksOf } from './clock-of';

/** Whose file it is, where it stands, whose time is running, and who has it in hand. */
@Component({
  selector: 'desk-review-head',
  imports: [ApplicationTag, Button, ClockChip, DayPipe, Icon, Notification, SayPipe, Tag, TranslocoPipe, WhyBox],
  template: `
    <header class="review-head">
      <div class="review-title">
        <p class="review-number"><span class="figures">{{ task().number }}</span> · {{ task().licence.title | say }}@if (lane()?.title; as part) { · {{ part | say }}}</p>
        <h1>{{ task().businessName || task().applicantName }}</h1>
        <p class="soft small dotted">
          <span>{{ task().applicantName }}</span>
          <span>{{ task().place | say }}</span>
          <span>{{ 'desk.review.filed' | transloco: { day: (task().application.receivedAtLegal | day: 'short') } }}</span>
        </p>
        @if (task().isResting) {
          <ui-notification tone="info" [heading]="'desk.review.rests' | transloco"><p>{{ 'desk.review.restsHelp' | transloco }}</p></ui-notification>
        }
        <anuyat-why-box [from]="'/api/tasks/' + task().id + '/why'" [about]="task().licence.title" [kinds]="['lane', 'office', 'date', 'document', 'fee']" hasTitle hasRule />
      </div>
      <div class="review-state">
        <p class="row">
          @if (isUnderReview()) {
            <ui-tag tone="info">{{ lane()?.stateLabel | say }}</ui-tag>
          }
          @if (lane()?.verdict === 'approved') {
            <ui-tag tone="done">{{ 'desk.review.approvedHere' | transloco }}</ui-tag>
          }
          @if (!isUnderReview()) {
            <ui-application-tag [status]="task().application.status" />
          }
        </p>
        @for (clock of clocks(); track $index) {
          <ui-clock-chip [dueAt]="clock.dueAt" [daysLeft]="clock.daysLeft" [isOverdue]="clock.isOverdue" [uncertainYears]="clock.uncertainYears" [party]="clock.party" [pausedBecause]="clock.pausedBecause" />
        }
        @if (isWaiting()) {
          <p class="review-holder small">
            @if (task().assignee; as holder) {
              <span><ui-icon name="user" /> {{ holder.id === me() ? ('desk.review.youHold' | transloco) : ('desk.review.heldBy' | transloco: { who: (holder.name | say) }) }}</span>
              @if (holder.id === me()) {
                <button type="button" uiButton="quiet" isSmall [isBusy]="claims.busyWith() === task().id" (click)="released.emit()">{{ 'desk.inbox.release' | transloco }}</button>
              } @else if (isAbsent(holder.id)) {
                <button type="button" uiButton="secondary" isSmall [isBusy]="claims.busyWith() === task().id" (click)="claimed.emit()">{{ 'desk.inbox.claim' | transloco }}</button>
              }
            } @else {
              <span><ui-icon name="user" /> {{ 'desk.inbox.nobody' | transloco }}</span>
              <button type="button" uiButton="secondary" isSmall [isBusy]="claims.busyWith() === task().id" (click)="claimed.emit()">{{ 'desk.inbox.claim' | transloco }}</button>
            }
          </p>
        }
      </div>
    </header>
  `,
})
export class ReviewHead {
  readonly task = input.required<TaskView>();
  readonly claimed = output<void>();
  readonly released = output<void>();
  protected readonly claims = inject(Claims);
  private readonly session = inject(Session);

  protected readonly me = computed(() => this.session.account()?.id);
  protected readonly lane = computed(() => this.task().application.lanes.find(({ id }) => id === this.task().lane));
  protected readonly clocks = computed(() => clocksOf(this.task()));
  protected readonly isUnderReview = computed(() => ['in-review', 'awaiting-answer'].includes(this.task().application.status) && this.lane()?.verdict === null);
  protected readonly isWaiting = computed(() => this.task().status === 'open' || this.task().status === 'claimed');

  /** Whether the reader stands in for who holds the task. */
  protected isAbsent(holder: string): boolean {
    return this.session.account()?.offices.some(({ standsInFor }) => standsInFor?.accountId === holder) === true;
  }
}
