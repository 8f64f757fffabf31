import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { BillView } from '@anuyat/contract';
import { BackLink, BahtPipe, DayPipe, Loading, MomentPipe, Notification, ProblemView, SayPipe, Table } from '@anuyat/ui';
import { toProblem } from '../../core/problem';
import { CaseStream } from '../track/case-stream';
import { WhyBox } from '../../why/why-box';
import { WhyLedger } from '../../why/why-ledger';
import { WayToPay } from './way-to-pay';

/** One bill: itemised, payable by Thai QR or by typing the references; changes by itself once the bank has reported. */
@Component({
  selector: 'anuyat-bill-page',
  imports: [BackLink, BahtPipe, DayPipe, Loading, MomentPipe, Notification, ProblemView, RouterLink, SayPipe, Table, TranslocoPipe, WayToPay, WhyBox],
  providers: [CaseStream, WhyLedger],
  templateUrl: './bill-page.html',
})
export class BillPage {
  readonly id = input.required<string>();
  protected readonly bill = httpResource<BillView>(() => `/api/bills/${this.id()}`);
  protected readonly toProblem = toProblem;
  private readonly stream = inject(CaseStream);
  private readonly caseId = computed(() => this.bill.value()?.caseId);

  constructor() {
    effect(() => {
      const caseId = this.caseId();
      if (caseId) untracked(() => this.stream.follow(`/api/cases/${caseId}/stream`, () => this.bill.reload()));
    });
  }
}
