import { Component, inject, input, output, signal } from '@angular/core';
import type { OnInit } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ApplicationView, EventReply, LaneView, PromiseView } from '@anuyat/contract';
import type { Text } from '@anuyat/licence-kit';
import { ApplicationTag, Button, ClockChip, DayPipe, Dialog, Field, MomentPipe, Notification, ProblemView, SayPipe, Tag, TimeSpent } from '@anuyat/ui';
import { Act } from '../../core/act';
import { ApiClient } from '../../core/api-client';
import { PromiseBox } from '../../promise/promise-box';
import { StatesBox } from '../../why/states-box';
import { WhyBox } from '../../why/why-box';

const PAUSED: Text = { th: 'รอคำตอบจากคุณ', en: 'waiting for your answer' };

/** One application: its state, its clock, each lane with its office and why it is that office; and the way out. */
@Component({
  selector: 'anuyat-application-panel',
  imports: [ApplicationTag, Button, ClockChip, DayPipe, Dialog, Field, MomentPipe, Notification, ProblemView, PromiseBox, SayPipe, StatesBox, Tag, TimeSpent, TranslocoPipe, WhyBox],
  templateUrl: './application-panel.html',
})
export class ApplicationPanel implements OnInit {
  readonly application = input.required<ApplicationView>();
  /** Where something is said of its end. */
  readonly promise = input<PromiseView>();
  readonly changed = output<void>();
  private readonly api = inject(ApiClient);
  protected readonly isWithdrawing = signal(false);
  protected readonly note = signal('');
  protected readonly paused = PAUSED;
  protected readonly withdraw = new Act<EventReply>((key) => {
    const { id, revision } = this.application();
    const note = this.note().trim();
    return this.api.sendEvent(id, { type: 'withdrawn', revision, data: note ? { note } : {} }, key);
  });

  /** What was granted before the page was opened is folded; nothing folds under a reader's eyes. */
  protected isOpenAtFirst = true;

  ngOnInit(): void {
    this.isOpenAtFirst = this.application().status !== 'issued';
  }

  protected hasFailed(status: ApplicationView['status']): boolean {
    return ['refused', 'returned', 'withdrawn'].includes(status);
  }

  protected isPaused({ owner, verdict }: LaneView): boolean {
    return owner === 'applicant' && verdict === null;
  }

  protected type(event: Event): void {
    this.note.set((event.target as HTMLTextAreaElement).value);
  }

  protected async send(): Promise<void> {
    const { revision } = this.application();
    if (!(await this.withdraw.run({ revision, note: this.note() }))) return;
    this.isWithdrawing.set(false);
    this.changed.emit();
  }
}
