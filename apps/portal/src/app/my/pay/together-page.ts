import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { JointPaymentView } from '@anuyat/contract';
import { BackLink, BahtPipe, Loading, MomentPipe, Notification, ProblemView, SayPipe, Table } from '@anuyat/ui';
import { toProblem } from '../../core/problem';
import { CaseStream } from '../track/case-stream';
import { WayToPay } from './way-to-pay';

/** Everything that is due of a case in one payment: split by office, one QR code; changes by itself once the bank has reported. */
@Component({
  selector: 'anuyat-together-page',
  imports: [BackLink, BahtPipe, Loading, MomentPipe, Notification, ProblemView, RouterLink, SayPipe, Table, TranslocoPipe, WayToPay],
  providers: [CaseStream],
  templateUrl: './together-page.html',
})
export class TogetherPage {
  readonly id = input.required<string>();
  protected readonly payment = httpResource<JointPaymentView>(() => `/api/payments/together/${this.id()}`);
  protected readonly toProblem = toProblem;
  private readonly stream = inject(CaseStream);
  private readonly caseId = computed(() => (this.payment.hasValue() ? this.payment.value().caseId : undefined));

  constructor() {
    effect(() => {
      const caseId = this.caseId();
      if (caseId) untracked(() => this.stream.follow(`/api/cases/${caseId}/stream`, () => this.payment.reload()));
    });
  }
}
