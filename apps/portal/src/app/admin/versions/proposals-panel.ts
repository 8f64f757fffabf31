import { Component, computed, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { VersionProposals } from '@anuyat/contract';
import { Notification } from '@anuyat/ui';
import { ProposalCard } from './proposal-card';

/** What was proposed about a version: what waits for a second administrator, and what was decided. */
@Component({
  selector: 'admin-proposals-panel',
  imports: [Notification, ProposalCard, TranslocoPipe],
  template: `
    @if (proposals().others === 0) {
      <ui-notification [heading]="'admin.versions.proposals.alone' | transloco"><p>{{ 'admin.versions.proposals.aloneHelp' | transloco }}</p></ui-notification>
    }
    @if (open().length > 0) {
      <section aria-labelledby="proposals-heading">
        <h2 id="proposals-heading">{{ 'admin.versions.proposals.heading' | transloco }}</h2>
        <ul class="plain-list">
          @for (each of open(); track each.id) {
            <li class="card proposal"><admin-proposal-card [code]="proposals().code" [version]="proposals().version" [proposal]="each" (decided)="changed.emit()" /></li>
          }
        </ul>
      </section>
    }
    @if (past().length > 0) {
      <details class="card diff-section">
        <summary><span class="strong">{{ 'admin.versions.proposals.past' | transloco }}</span>&ngsp;<span class="figures soft">({{ past().length }})</span></summary>
        <ul class="plain-list">
          @for (each of past(); track each.id) {
            <li class="diff-item"><admin-proposal-card [code]="proposals().code" [version]="proposals().version" [proposal]="each" /></li>
          }
        </ul>
      </details>
    }
  `,
})
export class ProposalsPanel {
  readonly proposals = input.required<VersionProposals>();
  readonly changed = output<void>();
  protected readonly open = computed(() => this.proposals().proposals.filter(({ state }) => state === 'open'));
  protected readonly past = computed(() => this.proposals().proposals.filter(({ state }) => state !== 'open'));
}
