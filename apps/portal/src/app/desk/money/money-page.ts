import { httpResource } from '@angular/common/http';
import { Component, ViewEncapsulation, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';
import type { OfficeStatement, StatementEntry } from '@anuyat/contract';
import type { Text } from '@anuyat/licence-kit';
import { BackLink, BahtPipe, Button, DayPipe, Empty, Language, Loading, ProblemView, SayPipe, Table } from '@anuyat/ui';
import { toProblem } from '../../core/problem';
import { Session } from '../../core/session';
import { filled } from '../../licence-life/life-words';
import { RefundsList } from '../../refunds/refunds-list';
import { MONEY_WORDS } from './money-words';

/** What an officer's offices received in a month, by day, what matched no bill, and what they owe payers and gave back. */
@Component({
  selector: 'desk-money-page',
  imports: [BackLink, BahtPipe, Button, DayPipe, Empty, Loading, ProblemView, RefundsList, RouterLink, SayPipe, Table],
  encapsulation: ViewEncapsulation.None,
  styleUrls: ['../../core/staff.css'],
  styles: '.statement-nav { margin-bottom: 1rem; }',
  templateUrl: './money-page.html',
})
export class MoneyPage {
  private readonly language = inject(Language);
  private readonly session = inject(Session);
  private readonly params = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });
  protected readonly words = MONEY_WORDS;
  protected readonly toProblem = toProblem;
  private readonly thisMonth = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Bangkok' }).format(new Date()).slice(0, 7);
  protected readonly month = computed(() => {
    const asked = this.params().get('month') ?? '';
    return /^2\d{3}-(0[1-9]|1[0-2])$/.test(asked) ? asked : this.thisMonth;
  });
  protected readonly monthInWords = computed(() => new Intl.DateTimeFormat(this.language.locale(), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${this.month()}-15T00:00:00Z`)));
  protected readonly before = computed(() => shifted(this.month(), -1));
  protected readonly after = computed(() => (this.month() < this.thisMonth ? shifted(this.month(), 1) : null));
  protected readonly statement = httpResource<OfficeStatement>(() => `/api/office-money/statements/${this.month()}`);
  /** Whether the reader may write down refunds: who approves in one of their offices. */
  protected readonly canGive = computed(() => this.session.account()?.offices.some(({ permissions }) => permissions.includes('approve')) === true);

  protected countOf({ entries }: StatementEntry): Text {
    return entries === 1 ? MONEY_WORDS.entry : filled(MONEY_WORDS.entries, { n: entries });
  }
}

function shifted(month: string, by: number): string {
  const [year = 0, at = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, at - 1 + by, 1)).toISOString().slice(0, 7);
}
