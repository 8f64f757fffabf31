import { httpResource } from '@angular/common/http';
import { Component, ViewEncapsulation, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PaymentResolution, UnmatchedPayment } from '@anuyat/contract';
import { BahtPipe, Button, Empty, Field, Loading, MomentPipe, ProblemView, SayPipe, Tag } from '@anuyat/ui';
import { Act } from '../../core/act';
import { ApiClient } from '../../core/api-client';
import { toProblem } from '../../core/problem';
import { AdminNav } from '../admin-nav';
import { RefundsList } from '../../refunds/refunds-list';

/** Money that fitted no bill: what came, what was asked, and how somebody settled it. Nothing of it is ever removed. */
@Component({
  selector: 'admin-unmatched-page',
  imports: [AdminNav, BahtPipe, Button, Empty, Field, Loading, MomentPipe, ProblemView, RefundsList, SayPipe, Tag, TranslocoPipe],
  encapsulation: ViewEncapsulation.None,
  styleUrls: ['../../core/staff.css', '../admin.css'],
  templateUrl: './unmatched-page.html',
})
export class UnmatchedPage {
  private readonly api = inject(ApiClient);
  protected readonly withResolved = signal(false);
  protected readonly answer = httpResource<UnmatchedPayment[]>(() => `/api/payments/unmatched?resolved=${this.withResolved() ? 'yes' : 'no'}`);
  protected readonly problem = computed(() => (this.answer.error() ? toProblem(this.answer.error()) : null));
  protected readonly settling = signal<string | null>(null);
  protected readonly how = signal<PaymentResolution>('refunded');
  protected readonly note = signal('');
  protected readonly ways: readonly PaymentResolution[] = ['refunded', 'accounted-elsewhere', 'explained'];
  protected readonly act = new Act<true>(async (key) => {
    await this.api.send('POST', `/api/payments/unmatched/${encodeURIComponent(this.settling() ?? '')}/resolution`, { how: this.how(), note: this.note() }, key);
    return true;
  });

  protected start(transactionId: string): void {
    this.settling.set(transactionId);
    this.note.set('');
    this.act.forget();
  }

  protected choose(event: Event): void {
    this.how.set((event.target as HTMLSelectElement).value as PaymentResolution);
  }

  protected type(event: Event): void {
    this.note.set((event.target as HTMLTextAreaElement).value);
  }

  protected show(event: Event): void {
    this.withResolved.set((event.target as HTMLInputElement).checked);
  }

  protected async settle(): Promise<void> {
    if (!(await this.act.run({ of: this.settling(), how: this.how(), note: this.note() }))) return;
    this.settling.set(null);
    this.answer.reload();
  }
}
