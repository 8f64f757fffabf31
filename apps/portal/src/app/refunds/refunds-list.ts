import { httpResource } from '@angular/common/http';
import { Component, booleanAttribute, computed, inject, input, signal } from '@angular/core';
import type { RefundDue } from '@anuyat/contract';
import { Announcer, BahtPipe, Button, DayPipe, Language, Loading, MomentPipe, ProblemView, SayPipe, Tag, bahtInWords } from '@anuyat/ui';
import { toProblem } from '../core/problem';
import { filled } from '../licence-life/life-words';
import { RefundForm } from './refund-form';
import { REFUND_WAYS, REFUND_WORDS } from './refund-words';

/** Fees that a correction lowered after they were paid: what is owed to whom and why, and how, when and by whom it was given back. */
@Component({
  selector: 'anuyat-refunds-list',
  imports: [BahtPipe, Button, DayPipe, Loading, MomentPipe, ProblemView, RefundForm, SayPipe, Tag],
  styles: 'section { margin-top: 2.5rem; } article + article { margin-top: 1rem; }',
  template: `
    <section aria-labelledby="refunds-heading">
      <h2 id="refunds-heading">{{ words.heading | say }}</h2>
      <p class="soft measure small">{{ words.about | say }}</p>
      <p><label><input #all type="checkbox" [checked]="withGiven()" (change)="withGiven.set(all.checked)" /> {{ words.showGiven | say }}</label></p>
      @if (answer.hasValue()) {
        @for (refund of answer.value(); track refund.id) {
          <article class="card" [attr.aria-labelledby]="'refund-' + refund.id">
            <div class="row row-apart">
              <h3 class="figures" [id]="'refund-' + refund.id">{{ refund.amount | baht }}</h3>
              <ui-tag [tone]="refund.given ? 'done' : 'now'">{{ (refund.given ? words.given : words.due) | say }}</ui-tag>
            </div>
            <dl class="facts">
              <div class="fact-row"><dt>{{ words.applicant | say }}</dt><dd>{{ refund.applicant }} · {{ refund.applicationNumber }}</dd></div>
              <div class="fact-row"><dt>{{ words.licence | say }}</dt><dd>{{ refund.licence | say }} · {{ refund.office | say }}</dd></div>
              <div class="fact-row"><dt>{{ words.why | say }}</dt><dd>{{ because(refund) }}<span class="fact-origin">{{ refund.recordedAt | moment }}</span></dd></div>
              @if (refund.given; as given) {
                <div class="fact-row">
                  <dt>{{ words.given | say }}</dt>
                  <dd>{{ given.on | day }} @if (given.way) { · {{ ways[given.way] | say }} } @if (given.reference) { · {{ given.reference }} } @if (given.note) { · {{ given.note }} }<span class="fact-origin">{{ given.by | say }} · {{ given.at | moment }}</span></dd>
                </div>
              }
            </dl>
            @if (canGive() && !refund.given) {
              @if (giving() === refund.id) {
                <anuyat-refund-form [refund]="refund" [path]="from()" (kept)="keep()" (closed)="giving.set(null)" />
              } @else {
                <p><button type="button" uiButton="secondary" isSmall (click)="giving.set(refund.id)">{{ words.give | say }}<span class="visually-hidden"> {{ refund.applicationNumber }}</span></button></p>
              }
            }
          </article>
        } @empty {
          <p>{{ words.none | say }}</p>
        }
      } @else if (problem(); as trouble) {
        <ui-problem [problem]="trouble" [canRetry]="true" (retry)="answer.reload()" />
      } @else {
        <ui-loading [rows]="2" />
      }
    </section>
  `,
})
export class RefundsList {
  /** Where they are read from, such as `/api/office-money/refunds`. */
  readonly from = input.required<string>();
  /** Whether the reader may write down that one was given back. */
  readonly canGive = input(false, { transform: booleanAttribute });
  protected readonly words = REFUND_WORDS;
  protected readonly ways = REFUND_WAYS;
  protected readonly withGiven = signal(false);
  protected readonly answer = httpResource<RefundDue[]>(() => `${this.from()}?given=${this.withGiven() ? 'yes' : 'no'}`);
  protected readonly problem = computed(() => (this.answer.error() ? toProblem(this.answer.error()) : null));
  protected readonly giving = signal<string | null>(null);
  private readonly language = inject(Language);
  private readonly announcer = inject(Announcer);

  protected because({ paid, fee }: RefundDue): string {
    const say = (satang: number): string => bahtInWords(satang, this.language.current());
    return this.language.say(filled(REFUND_WORDS.because, { paid: say(paid), fee: say(fee) }));
  }

  protected keep(): void {
    this.giving.set(null);
    this.announcer.say(this.language.say(REFUND_WORDS.given));
    this.answer.reload();
  }
}
