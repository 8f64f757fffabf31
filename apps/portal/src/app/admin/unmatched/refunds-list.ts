import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { RefundDue } from '@anuyat/contract';
import { BahtPipe, Button, Field, Loading, MomentPipe, ProblemView, SayPipe, Tag } from '@anuyat/ui';
import { Act } from '../../core/act';
import { ApiClient } from '../../core/api-client';
import { toProblem } from '../../core/problem';

/** Fees that a correction lowered after they were paid: what is owed to whom and why, and how it was given back. */
@Component({
  selector: 'admin-refunds-list',
  imports: [BahtPipe, Button, Field, Loading, MomentPipe, ProblemView, SayPipe, Tag, TranslocoPipe],
  styles: 'h2 { margin-top: 2.5rem; }',
  template: `
    <h2>{{ 'admin.refunds.heading' | transloco }}</h2>
    <p class="soft measure small">{{ 'admin.refunds.about' | transloco }}</p>
    @if (problem(); as trouble) {
      <ui-problem [problem]="trouble" [canRetry]="true" (retry)="answer.reload()" />
    } @else if (answer.hasValue()) {
      @for (refund of answer.value(); track refund.id) {
        <article class="card type-card" [attr.aria-labelledby]="'refund-' + $index">
          <div class="row row-apart">
            <h3 class="figures" [id]="'refund-' + $index">{{ refund.amount | baht }}</h3>
            <ui-tag [tone]="refund.given ? 'done' : 'now'">{{ (refund.given ? 'admin.refunds.given' : 'admin.refunds.due') | transloco }}</ui-tag>
          </div>
          <dl class="type-facts">
            <div><dt>{{ 'admin.refunds.applicant' | transloco }}</dt><dd>{{ refund.applicant }} · {{ refund.applicationNumber }}</dd></div>
            <div><dt>{{ 'admin.refunds.licence' | transloco }}</dt><dd>{{ refund.licence | say }} · {{ refund.office | say }}</dd></div>
            <div><dt>{{ 'admin.refunds.why' | transloco }}</dt><dd>{{ 'admin.refunds.because' | transloco: { paid: (refund.paid | baht), fee: (refund.fee | baht) } }} · {{ refund.recordedAt | moment }}</dd></div>
            @if (refund.given; as given) {
              <div><dt>{{ 'admin.refunds.given' | transloco }}</dt><dd>{{ given.note }} · {{ given.by | say }} · {{ given.at | moment }}</dd></div>
            }
          </dl>
          @if (!refund.given && giving() !== refund.id) {
            <p><button type="button" uiButton="secondary" isSmall (click)="start(refund.id)">{{ 'admin.refunds.give' | transloco }}<span class="visually-hidden"> {{ refund.applicationNumber }}</span></button></p>
          } @else if (!refund.given) {
            <form (submit)="$event.preventDefault(); give()">
              <ui-field [for]="'given-' + $index" [label]="'admin.unmatched.note' | transloco">
                <textarea class="input" required maxlength="1000" [id]="'given-' + $index" [value]="note()" (input)="type($event)"></textarea>
              </ui-field>
              @if (act.problem(); as trouble) {
                <ui-problem [problem]="trouble" />
              }
              <div class="actions">
                <button type="submit" uiButton isSmall [isBusy]="act.isBusy()">{{ 'admin.unmatched.keep' | transloco }}</button>
                <button type="button" uiButton="quiet" isSmall (click)="giving.set(null)">{{ 'admin.unmatched.cancel' | transloco }}</button>
              </div>
            </form>
          }
        </article>
      } @empty {
        <p>{{ 'admin.refunds.none' | transloco }}</p>
      }
    } @else {
      <ui-loading [rows]="2" />
    }
  `,
})
export class RefundsList {
  private readonly api = inject(ApiClient);
  protected readonly answer = httpResource<RefundDue[]>(() => '/api/payments/refunds?given=yes');
  protected readonly problem = computed(() => (this.answer.error() ? toProblem(this.answer.error()) : null));
  protected readonly giving = signal<string | null>(null);
  protected readonly note = signal('');
  protected readonly act = new Act<true>(async (key) => {
    await this.api.send('POST', `/api/payments/refunds/${this.giving() ?? ''}/given-back`, { note: this.note() }, key);
    return true;
  });

  protected start(id: string): void {
    this.giving.set(id);
    this.note.set('');
    this.act.forget();
  }

  protected type(event: Event): void {
    this.note.set((event.target as HTMLTextAreaElement).value);
  }

  protected async give(): Promise<void> {
    if (!(await this.act.run({ of: this.giving(), note: this.note() }))) return;
    this.giving.set(null);
    this.answer.reload();
  }
}
