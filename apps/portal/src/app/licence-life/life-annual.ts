import { Component, booleanAttribute, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AnnualFeeView, BillView } from '@anuyat/contract';
import { BahtPipe, DayPipe, Notification, SayPipe, Table, Tag } from '@anuyat/ui';
import { ANNUAL_WORDS } from './annual-words';
import { filled } from './life-words';

/** The fee that is owed every year: what is due, what was paid, and what the law says of not paying it. */
@Component({
  selector: 'life-annual',
  imports: [BahtPipe, DayPipe, Notification, RouterLink, SayPipe, Table, Tag],
  template: `
    <section class="band" aria-labelledby="annual-heading">
      <h2 id="annual-heading">{{ words.heading | say }}</h2>
      @if (isOverdue()) {
        <ui-notification tone="warn" [heading]="words.overdue | say">
          <p>{{ annual().unpaid.words | say }}
            @if (annual().unpaid.citation; as law) {
              <span class="small">({{ law.law | say }} {{ words.section | say }} {{ law.section }})</span>
            }
          </p>
        </ui-notification>
      }
      <p>{{ filled(words.about, { days: annual().billedDaysBefore }) | say }}
        @if (annual().nextOn; as next) {
          {{ words.next | say }} {{ next | day }}
        }
      </p>
      <p class="small">{{ filled(words[annual().late.per], { percent: annual().late.percent }) | say }}
        @if (annual().late.citation; as law) {
          ({{ law.law | say }} {{ words.section | say }} {{ law.section }})
        }
        @if (!isOverdue()) {
          {{ annual().unpaid.words | say }}
        }
      </p>
      @if (!annual().isVerified || !annual().late.isVerified || !annual().unpaid.isVerified) {
        <p class="tiny soft">{{ words.unconfirmed | say }}</p>
      }
      @if (annual().bills.length > 0) {
        <table uiTable [caption]="words.heading | say" [isCaptionHidden]="true">
          <thead><tr><th scope="col">{{ words.year | say }}</th><th scope="col" class="number">{{ words.amount | say }}</th><th scope="col">{{ words.payBy | say }}</th><th scope="col">{{ words.state | say }}</th></tr></thead>
          <tbody>
            @for (bill of annual().bills; track bill.id) {
              <tr>
                <td [attr.data-label]="words.year | say">{{ bill.yearFrom | day: 'short' }}</td>
                <td class="number" [attr.data-label]="words.amount | say">{{ bill.total | baht }}</td>
                <td [attr.data-label]="words.payBy | say">{{ bill.dueAt | day: 'short' }}</td>
                <td [attr.data-label]="words.state | say">
                  <ui-tag [tone]="bill.status === 'paid' ? 'done' : isLate(bill) ? 'late' : 'now'">{{ (bill.status === 'paid' ? words.paid : isLate(bill) ? words.late : words.due) | say }}</ui-tag>
                  @if (isHolder()) {
                    <a class="small" [routerLink]="['/my/bills', bill.id]">{{ (bill.status === 'paid' ? words.receipt : words.pay) | say }}<span class="visually-hidden"> {{ bill.yearFrom | day }}</span></a>
                  }
                </td>
              </tr>
            }
          </tbody>
        </table>
      } @else {
        <p class="soft">{{ words.none | say }}</p>
      }
    </section>
  `,
})
export class LifeAnnual {
  readonly annual = input.required<AnnualFeeView>();
  /** Whether the reader pays it. */
  readonly isHolder = input(false, { transform: booleanAttribute });
  protected readonly words = ANNUAL_WORDS;
  protected readonly filled = filled;
  protected readonly isOverdue = computed(() => this.annual().bills.some((bill) => this.isLate(bill)));

  protected isLate({ status, late, dueAt }: BillView): boolean {
    return status === 'due' && ((late?.times ?? 0) > 0 || (dueAt !== null && Date.parse(dueAt) < Date.now()));
  }
}
