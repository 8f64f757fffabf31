import { Component, inject, input, output, signal } from '@angular/core';
import type { RefundDue, RefundWay } from '@anuyat/contract';
import { bangkokDate, isIsoDate } from '@anuyat/dictionary';
import { Button, DayField, Field, ProblemView, SayPipe } from '@anuyat/ui';
import { Act } from '../core/act';
import { ApiClient } from '../core/api-client';
import { REFUND_WAYS, REFUND_WORDS } from './refund-words';

/** How a refund was given back: the way, its reference and the day. */
@Component({
  selector: 'anuyat-refund-form',
  imports: [Button, DayField, Field, ProblemView, SayPipe],
  template: `
    <form (submit)="$event.preventDefault(); keep()">
      <ui-field [for]="'way-' + refund().id" [label]="words.way | say">
        <select #way class="input input-medium" [id]="'way-' + refund().id" (change)="chosen.set(wayOf(way.value))">
          @for (one of ways; track one) {
            <option [value]="one" [selected]="one === chosen()">{{ wayWords[one] | say }}</option>
          }
        </select>
      </ui-field>
      <ui-field [for]="'reference-' + refund().id" [label]="words.reference | say">
        <input #number class="input input-medium" required maxlength="200" [id]="'reference-' + refund().id" [value]="reference()" (input)="reference.set(number.value)" />
      </ui-field>
      <ui-day-field [for]="'on-' + refund().id" [label]="words.on | say" [earliest]="earliest()" [latest]="today" [(value)]="on" />
      <ui-field [for]="'note-' + refund().id" [label]="words.note | say">
        <textarea #more class="input" maxlength="1000" [id]="'note-' + refund().id" [value]="note()" (input)="note.set(more.value)"></textarea>
      </ui-field>
      @if (act.problem(); as trouble) {
        <ui-problem [problem]="trouble" />
      }
      <div class="actions">
        <button type="submit" uiButton isSmall [isBusy]="act.isBusy()" [disabled]="!canKeep()">{{ words.keep | say }}</button>
        <button type="button" uiButton="quiet" isSmall (click)="closed.emit()">{{ words.cancel | say }}</button>
      </div>
    </form>
  `,
})
export class RefundForm {
  readonly refund = input.required<RefundDue>();
  /** Where refunds are read from; what is given back is told below it. */
  readonly path = input.required<string>();
  readonly kept = output();
  readonly closed = output();
  protected readonly words = REFUND_WORDS;
  protected readonly wayWords = REFUND_WAYS;
  protected readonly ways = Object.keys(REFUND_WAYS) as RefundWay[];
  protected readonly today = bangkokDate(new Date());
  protected readonly chosen = signal<RefundWay>('transfer');
  protected readonly reference = signal('');
  protected readonly on = signal(this.today);
  protected readonly note = signal('');
  private readonly api = inject(ApiClient);
  protected readonly act = new Act<true>(async (key) => {
    const note = this.note().trim();
    await this.api.send('POST', `${this.path()}/${this.refund().id}/given-back`, { way: this.chosen(), reference: this.reference(), on: this.on(), ...(note ? { note } : {}) }, key);
    return true;
  });

  protected canKeep(): boolean {
    return isIsoDate(this.on());
  }

  protected earliest(): string {
    return bangkokDate(new Date(this.refund().recordedAt));
  }

  protected wayOf(value: string): RefundWay {
    return this.ways.find((way) => way === value) ?? 'transfer';
  }

  protected async keep(): Promise<void> {
    if (!this.canKeep()) return;
    if (await this.act.run({ way: this.chosen(), reference: this.reference(), on: this.on(), note: this.note() })) this.kept.emit();
  }
}
