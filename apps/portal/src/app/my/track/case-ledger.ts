import { httpResource } from '@angular/common/http';
import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CaseLedgerView, CaseView } from '@anuyat/contract';
import { Button, Icon, MomentPipe, ProblemView } from '@anuyat/ui';
import { toProblem } from '../../core/problem';

/** The history to take away, and how far the ledger that anybody can check has come with it. */
@Component({
  selector: 'anuyat-case-ledger',
  imports: [Button, Icon, MomentPipe, ProblemView, RouterLink, TranslocoPipe],
  template: `
    <h2 id="ledger">{{ 'my.ledger.title' | transloco }}</h2>
    <p>{{ 'my.ledger.lead' | transloco }}</p>
    @if (standing.hasValue()) {
      @let found = standing.value();
      @if (found.root; as root) {
        <p>{{ (waits() ? 'my.ledger.partly' : 'my.ledger.whole') | transloco: { lines: found.lines - found.pendingLines, all: found.lines, number: root.number, waiting: found.pendingLines + found.pendingRecords } }} <span class="small soft">{{ 'my.ledger.signedAt' | transloco }} {{ root.signedAt | moment }}</span></p>
      } @else {
        <p>{{ 'my.ledger.pending' | transloco }}</p>
      }
    } @else if (standing.error()) {
      <ui-problem [problem]="toProblem(standing.error())" canRetry (retry)="standing.reload()" />
    }
    <div class="actions">
      <a uiButton="secondary" [href]="'/api/cases/' + case().id + '/history'" download><ui-icon name="file" />{{ 'my.ledger.download' | transloco }}</a>
      <a uiButton="quiet" href="/check-history.html" target="_blank" rel="noopener">{{ 'my.ledger.check' | transloco }}</a>
    </div>
    <p class="small about"><a routerLink="/ledger">{{ 'my.ledger.about' | transloco }}</a></p>
  `,
  styles: `
    .about { margin-top: var(--s3); }
  `,
})
export class CaseLedger {
  readonly case = input.required<CaseView>();
  protected readonly toProblem = toProblem;
  protected readonly standing = httpResource<CaseLedgerView>(() => `/api/cases/${this.case().id}/ledger`);
  /** What came after the newest root. */
  protected readonly waits = computed(() => this.standing.hasValue() && this.standing.value().pendingLines + this.standing.value().pendingRecords > 0);
}
