import { httpResource } from '@angular/common/http';
import { Component, computed, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { LedgerView } from '@anuyat/contract';
import { Button, DayPipe, Empty, Loading, MomentPipe, Notification, ProblemView, Table } from '@anuyat/ui';
import { toProblem } from '../../core/problem';
import { proveLedger, type LedgerProof } from './prove-ledger';

/** The ledger as it is published: its signed roots and keys, and the proof, worked out in this browser, that nothing was taken back. */
@Component({
  selector: 'anuyat-ledger-page',
  imports: [Button, DayPipe, Empty, Loading, MomentPipe, Notification, ProblemView, RouterLink, Table, TranslocoPipe],
  templateUrl: './ledger-page.html',
  styles: `
    .hash { overflow-wrap: anywhere; font-size: var(--size-14); }
    .result, .apart { display: block; margin-top: var(--s4); }
    .steps li { margin-bottom: var(--s2); }
  `,
})
export class LedgerPage {
  protected readonly toProblem = toProblem;
  protected readonly ledger = httpResource<LedgerView>(() => '/api/ledger');
  protected readonly newest = computed(() => (this.ledger.hasValue() ? this.ledger.value().roots[0] : undefined));
  protected readonly isBusy = signal(false);
  protected readonly proof = signal<LedgerProof | undefined>(undefined);

  protected async prove(): Promise<void> {
    if (!this.ledger.hasValue()) return;
    this.isBusy.set(true);
    this.proof.set(await proveLedger(this.ledger.value()).catch((): LedgerProof => ({ outcome: 'unreachable', from: 0, to: 0 })));
    this.isBusy.set(false);
  }

  protected print(): void {
    window.print();
  }
}
