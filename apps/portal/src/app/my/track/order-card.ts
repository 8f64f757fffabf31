import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CaseView, FiledAppeal, WrittenOrder } from '@anuyat/contract';
import { ApplicationTag, Button, DayPipe, Language, Letter, SayPipe, Tag } from '@anuyat/ui';
import { Act } from '../../core/act';
import { ApiClient } from '../../core/api-client';
import { appealOf } from './appeal-of';
import { ANSWER_PAPER, ReplyForm, type Reply } from './reply-form';

/** A written order as the letter that it is: reasons, and how, where and until when it can be appealed (Administrative Procedure Act B.E. 2539 ss.37, 40). */
@Component({
  selector: 'anuyat-order-card',
  styles: `
    :host {
      display: grid;
      gap: var(--s4);
      margin-bottom: var(--s6);
    }
    .as-written {
      white-space: pre-line;
    }
  `,
  imports: [ApplicationTag, Button, DayPipe, Letter, ReplyForm, SayPipe, Tag, TranslocoPipe],
  template: `
    <ui-letter [number]="order().number" [date]="order().decidedAt" [from]="order().office.title | say" [to]="holder()" [subject]="'my.order.subject-' + (order().kind === 'closing' ? 'closed' : order().outcome) | transloco: { licence: (order().licence | say) }" [signer]="signer() | say">
      @for (part of parts; track part) {
        <h3>{{ 'my.order.' + part | transloco }}</h3>
        <p class="as-written">{{ order()[part] }}</p>
      }
      <h3>{{ 'my.order.remedy-' + order().remedy.kind | transloco }}</h3>
      <p>{{ order().remedy.how | say }}</p>
      <p class="row">
        @if (order().remedy.until; as until) {
          <ui-tag [tone]="order().remedy.isOver ? 'late' : 'now'">{{ (order().remedy.isOver ? 'my.order.wasUntil' : 'my.order.until') | transloco: { day: (until | day), days: order().remedy.days } }}</ui-tag>
        }
        @if (order().remedy.citation; as citation) {
          <span class="small soft">{{ citation.law | say }} {{ 'my.order.section' | transloco }} {{ citation.section }}{{ order().remedy.isVerified ? '' : ' · ' + ('my.order.unconfirmed' | transloco) }}</span>
        }
      </p>
      @if (order().officer.position | say; as position) {
        <p class="small soft">{{ position }}</p>
      }
    </ui-letter>
    <p><a [href]="'/api/orders/' + order().id + '/paper'" target="_blank" rel="noopener">{{ 'my.order.paper' | transloco: { number: order().number } }}</a></p>
    @if (order().appeal; as appeal) {
      <p class="row">{{ 'my.appeal.filed' | transloco: { number: appeal.number } }} <ui-application-tag [status]="appeal.status" /></p>
    } @else if (order().mayAppeal) {
      @if (isAppealing()) {
        <section class="card" [attr.aria-labelledby]="'appeal-' + order().id">
          <h3 [id]="'appeal-' + order().id">{{ 'my.appeal.title' | transloco }}</h3>
          <p>{{ 'my.appeal.lead' | transloco: { to: (order().remedy.to | say) } }}</p>
          <anuyat-reply-form kind="appeal" [about]="order().id" [caseId]="case().id" [files]="files()" [problem]="appeal.problem()" [isBusy]="appeal.isBusy()" [isLate]="order().remedy.isOver" (changed)="moved.emit()" (sent)="send($event)" />
        </section>
      } @else {
        <p><button type="button" uiButton="secondary" (click)="isAppealing.set(true)">{{ 'my.appeal.start' | transloco }}</button></p>
      }
    }
  `,
})
export class OrderCard {
  readonly case = input.required<CaseView>();
  readonly order = input.required<WrittenOrder>();
  readonly moved = output<void>();
  private readonly api = inject(ApiClient);
  private readonly form = viewChild(ReplyForm);
  private reply: Reply = { words: '', request: '', lateBecause: '' };
  protected readonly parts = ['facts', 'law', 'considerations'] as const;
  protected readonly isAppealing = signal(false);
  protected readonly signer = computed(() => this.order().officer.name);
  private readonly language = inject(Language);
  protected readonly holder = computed(() => this.language.say(this.case().businessName) || (this.case().number ?? ''));
  protected readonly files = computed(() => this.case().documents.filter(({ code, uploadedAt }) => code === ANSWER_PAPER && uploadedAt > this.order().decidedAt));

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
