import { Component, booleanAttribute, computed, inject, input, signal } from '@angular/core';
import type { DecisionKind } from '@anuyat/contract';
import type { Text } from '@anuyat/licence-kit';
import { Loading, ProblemView, SayPipe, WhyDecision } from '@anuyat/ui';
import { toProblem } from '../core/problem';
import { WhyLedger } from './why-ledger';

const WHY: Text = { th: 'ดูเหตุผล', en: 'Why' };
const NONE: Text = { th: 'ไม่มีบันทึกเหตุผลของเรื่องที่ยื่นไว้ก่อนหน้านี้', en: 'No reasons were kept for what was filed before.' };

/** “Why?”, folded: its decisions are read when it is first opened. */
@Component({
  selector: 'anuyat-why-box',
  imports: [Loading, ProblemView, SayPipe, WhyDecision],
  template: `
    <details class="why-box small" (toggle)="ask($event)">
      <summary>{{ why | say }}<span class="visually-hidden"> {{ about() | say }}</span></summary>
      @if (isOpen()) {
        @if (ledger.answer.error()) {
          <ui-problem [problem]="toProblem(ledger.answer.error())" canRetry (retry)="ledger.answer.reload()" />
        } @else if (ledger.answer.hasValue()) {
          @for (decision of shown(); track decision.id) {
            <ui-why-decision [decision]="decision" [hasTitle]="shown().length > 1 || hasTitle()" [hasRule]="hasRule()" />
          } @empty {
            <p>{{ none | say }}</p>
          }
        } @else {
          <ui-loading [rows]="1" />
        }
      }
    </details>
  `,
})
export class WhyBox {
  /** Path of the api that tells why. */
  readonly from = input.required<string>();
  /** What is asked about, for those who do not see where the question stands. */
  readonly about = input.required<Text>();
  readonly kinds = input.required<readonly DecisionKind[]>();
  readonly application = input<string>();
  readonly subject = input<string>();
  readonly hasTitle = input(false, { transform: booleanAttribute });
  readonly hasRule = input(false, { transform: booleanAttribute });
  protected readonly isOpen = signal(false);
  protected readonly ledger = inject(WhyLedger);
  protected readonly why = WHY;
  protected readonly none = NONE;
  protected readonly toProblem = toProblem;
  protected readonly shown = computed(() => this.ledger.decisions().filter(({ kind, application, subject }) =>
    this.kinds().includes(kind) &&
    (this.application() === undefined || application === this.application()) &&
    (this.subject() === undefined || subject === this.subject() || subject.startsWith(`${this.subject()}.`))));

  protected ask({ target }: Event): void {
    this.isOpen.set((target as HTMLDetailsElement).open);
    if (this.isOpen()) this.ledger.ask(this.from());
  }
}
