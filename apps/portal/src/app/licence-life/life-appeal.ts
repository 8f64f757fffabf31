import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import type { CaseView, FiledAppeal, WrittenOrder } from '@anuyat/contract';
import { ApplicationTag, Button, SayPipe } from '@anuyat/ui';
import { Act } from '../core/act';
import { ApiClient } from '../core/api-client';
import { appealOf } from '../my/track/appeal-of';
import { ANSWER_PAPER, ReplyForm, type Reply } from '../my/track/reply-form';
import { WhyLedger } from '../why/why-ledger';
import { APPEAL_WORDS } from './appeal-words';

/** The holder's appeal against an order about their licence: filed here, with papers of their own; then where it stands. */
@Component({
  selector: 'life-appeal',
  imports: [ApplicationTag, Button, ReplyForm, SayPipe],
  providers: [WhyLedger],
  template: `
    @if (order().appeal; as appeal) {
      <p class="row">{{ words.filed | say }} <span class="figures">{{ appeal.number }}</span> <ui-application-tag [status]="appeal.status" /></p>
      <p><a [href]="'/my/cases/' + caseId()">{{ words.follow | say }}</a></p>
    } @else if (order().mayAppeal) {
      @if (isAppealing()) {
        <section class="card" [attr.aria-labelledby]="'appeal-' + order().id">
          <h4 [id]="'appeal-' + order().id">{{ words.title | say }}</h4>
          <p>{{ words.to | say }} <span class="strong">{{ order().remedy.to | say }}</span></p>
          <anuyat-reply-form kind="appeal" [about]="order().id" [caseId]="caseId()" [files]="files()" [problem]="appeal.problem()" [isBusy]="appeal.isBusy()" [isLate]="order().remedy.isOver" (changed)="case.reload()" (sent)="send($event)" />
        </section>
      } @else {
        <div class="actions"><button type="button" uiButton="secondary" (click)="isAppealing.set(true)">{{ words.start | say }}</button></div>
      }
    }
  `,
})
export class LifeAppeal {
  readonly order = input.required<WrittenOrder>();
  readonly caseId = input.required<string>();
  readonly moved = output<void>();
  private readonly api = inject(ApiClient);
  private readonly form = viewChild(ReplyForm);
  private reply: Reply = { words: '', request: '', lateBecause: '' };
  protected readonly words = APPEAL_WORDS;
  protected readonly isAppealing = signal(false);
  protected readonly case = httpResource<CaseView>(() => (this.isAppealing() ? `/api/cases/${this.caseId()}` : undefined));
  protected readonly files = computed(() =>
    this.case.hasValue() ? this.case.value().documents.filter(({ code, uploadedAt }) => code === ANSWER_PAPER && uploadedAt > this.order().decidedAt) : []);

  protected readonly appeal = new Act<FiledAppeal>((key) => this.api.send<FiledAppeal>('POST', `/api/applications/${this.order().applicationId}/appeals`, this.body(), key));

  protected async send(reply: Reply): Promise<void> {
    this.reply = reply;
    const filed = await this.appeal.run(this.body());
    if (!filed) return;
    this.form()?.forget();
    this.isAppealing.set(false);
    this.moved.emit();
  }

  private body(): object {
    return appealOf(this.reply, this.files());
  }
}
