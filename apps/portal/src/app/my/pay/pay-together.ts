import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { BillView, JointPaymentView } from '@anuyat/contract';
import { BahtPipe, Button, ProblemView } from '@anuyat/ui';
import { Act } from '../../core/act';
import { ApiClient } from '../../core/api-client';

/** Where several fees of a case are due: one button for all of them. Each can still be paid by itself. */
@Component({
  selector: 'anuyat-pay-together',
  imports: [BahtPipe, Button, ProblemView, TranslocoPipe],
  template: `
    @if (bills().length > 1) {
      <p class="row">
        <button type="button" uiButton [isBusy]="act.isBusy()" (click)="open()">{{ 'my.together.pay' | transloco }} {{ total() | baht }}</button>
        <span class="small soft">{{ 'my.together.orOne' | transloco }}</span>
      </p>
      @if (act.problem(); as problem) {
        <ui-problem [problem]="problem" />
      }
    }
  `,
})
export class PayTogether {
  readonly caseId = input.required<string>();
  /** Those that are due. */
  readonly bills = input.required<readonly BillView[]>();
  private readonly api = inject(ApiClient);
  private readonly router = inject(Router);
  protected readonly total = computed(() => this.bills().reduce((sum, { total }) => sum + total, 0));
  protected readonly act = new Act<JointPaymentView>((key) => this.api.send<JointPaymentView>('POST', `/api/cases/${this.caseId()}/payments`, undefined, key));

  protected async open(): Promise<void> {
    const payment = await this.act.run(this.bills().map(({ id }) => id));
    if (payment) await this.router.navigate(['/my/payments', payment.id]);
  }
}
