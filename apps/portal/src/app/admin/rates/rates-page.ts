import { httpResource } from '@angular/common/http';
import { Component, ViewEncapsulation, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { EnterRate, FeeRatesView } from '@anuyat/contract';
import { Button, DayField, DayPipe, Empty, Field, Loading, ProblemView, SayPipe, Tag } from '@anuyat/ui';
import { Act } from '../../core/act';
import { ApiClient } from '../../core/api-client';
import { toProblem } from '../../core/problem';
import { AdminNav } from '../admin-nav';

type Draft = Omit<EnterRate, 'value' | 'effectiveTo'> & { value: string };

const EMPTY: Draft = { licence: '', item: '', payee: '*', value: '', effectiveFrom: '', source: '', isVerified: false };

/** What offices charge: the published rates, every rate that was ever entered, and a form for the next. */
@Component({
  selector: 'admin-rates-page',
  imports: [AdminNav, Button, DayField, DayPipe, Empty, Field, Loading, ProblemView, SayPipe, Tag, TranslocoPipe],
  encapsulation: ViewEncapsulation.None,
  styleUrls: ['../../core/staff.css', '../admin.css'],
  templateUrl: './rates-page.html',
})
export class RatesPage {
  private readonly api = inject(ApiClient);
  protected readonly answer = httpResource<FeeRatesView[]>(() => '/api/fee-rates');
  protected readonly problem = computed(() => (this.answer.error() ? toProblem(this.answer.error()) : null));
  /** The rate that is being entered; null while there is none. */
  protected readonly draft = signal<Draft | null>(null);
  protected readonly act = new Act<true>(async (key) => {
    const draft = this.draft() ?? EMPTY;
    await this.api.send('POST', '/api/fee-rates', { ...draft, value: Number(draft.value) }, key);
    return true;
  });

  protected figure(value: number): string {
    return value.toLocaleString('en-US', { maximumFractionDigits: 4 });
  }

  protected start(licence: string, item: string): void {
    this.draft.set({ ...EMPTY, licence, item });
    this.act.forget();
  }

  protected isOpen(licence: string, item: string): boolean {
    const draft = this.draft();
    return draft?.licence === licence && draft.item === item;
  }

  protected type(name: 'payee' | 'value' | 'source', event: Event): void {
    this.write(name, (event.target as HTMLInputElement).value);
  }

  protected write(name: 'payee' | 'value' | 'effectiveFrom' | 'source', value: string): void {
    this.draft.update((draft) => draft && { ...draft, [name]: value });
  }

  protected confirm(event: Event): void {
    const { checked } = event.target as HTMLInputElement;
    this.draft.update((draft) => draft && { ...draft, isVerified: checked });
  }

  protected async enter(): Promise<void> {
    if (!(await this.act.run(this.draft()))) return;
    this.draft.set(null);
    this.answer.reload();
  }
}
