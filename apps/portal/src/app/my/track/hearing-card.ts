import { Component, computed, inject, input, output, viewChild } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CaseView, EventReply, HearingView } from '@anuyat/contract';
import { DayPipe, MomentPipe, SayPipe, Tag } from '@anuyat/ui';
import { Act } from '../../core/act';
import { ApiClient } from '../../core/api-client';
import { ANSWER_PAPER, ReplyForm, type Reply } from './reply-form';

/** An office's intent to refuse, with its reasons, and the applicant's answer to it (Administrative Procedure Act B.E. 2539 s.30). */
@Component({
  selector: 'anuyat-hearing-card',
  imports: [DayPipe, MomentPipe, ReplyForm, SayPipe, Tag, TranslocoPipe],
  template: `
    <article class="card ask-card">
      <p class="small soft">{{ hearing().office | say }} · {{ hearing().intendedAt | day }}</p>
      <h3>{{ hearing().licence | say }}</h3>
      <p class="row">
        @if (hearing().answeredAt; as at) {
          <ui-tag tone="done">{{ 'my.hearing.sent' | transloco }}</ui-tag> <span class="small soft">{{ at | moment }}</span>
        } @else if (hearing().isOpen && hearing().dueAt) {
          <ui-tag tone="now">{{ 'my.hearing.until' | transloco: { day: (hearing().dueAt | day) } }}</ui-tag>
        } @else {
          <ui-tag tone="plain">{{ 'my.hearing.over' | transloco }}</ui-tag>
        }
      </p>
      @for (part of parts; track part) {
        <p><span class="strong">{{ 'my.order.' + part | transloco }}</span><br /><span class="as-written">{{ hearing()[part] }}</span></p>
      }
      @if (hearing().words; as words) {
        <p><span class="strong">{{ 'my.hearing.yours' | transloco }}</span><br /><span class="as-written">{{ words }}</span></p>
      }
      @if (hearing().isOpen) {
        <p>{{ 'my.hearing.lead' | transloco }}</p>
        <anuyat-reply-form kind="hearing" [about]="hearing().id" [caseId]="case().id" [files]="files()" [problem]="answer.problem()" [isBusy]="answer.isBusy()" (changed)="moved.emit()" (sent)="send($event)" />
      }
    </article>
  `,
})
export class HearingCard {
  readonly case = input.required<CaseView>();
  readonly hearing = input.required<HearingView>();
  readonly moved = output<void>();
  private readonly api = inject(ApiClient);
  private readonly form = viewChild(ReplyForm);
  private words = '';
  protected readonly parts = ['facts', 'law', 'considerations'] as const;
  protected readonly files = computed(() => this.case().documents.filter(({ code, uploadedAt }) => code === ANSWER_PAPER && uploadedAt > this.hearing().intendedAt));

  protected readonly answer = new Act<EventReply>((key) => {
    const { applicationId, lane } = this.hearing();
    return this.api.sendEvent(applicationId, { type: `${lane}.heard`, data: { words: this.words, documents: this.files().map(({ id }) => id) } }, key);
  });

  protected async send({ words }: Reply): Promise<void> {
    this.words = words.trim();
    const reply = await this.answer.run({ words: this.words, files: this.files().map(({ id }) => id) });
    if (reply) this.form()?.forget();
    this.moved.emit();
  }
}
