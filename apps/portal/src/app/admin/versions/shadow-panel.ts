import { Component, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ShadowKind, ShadowRun } from '@anuyat/contract';
import { BahtPipe, Button, DayPipe, Empty, ProblemView, SayPipe } from '@anuyat/ui';
import { Act } from '../../core/act';
import { ApiClient } from '../../core/api-client';

const KINDS: readonly ShadowKind[] = ['routed', 'asked', 'papers', 'charged', 'days'];

/** The version over the cases of the last month: what it would have routed, asked or charged otherwise. */
@Component({
  selector: 'admin-shadow-panel',
  imports: [BahtPipe, Button, DayPipe, Empty, ProblemView, SayPipe, TranslocoPipe],
  template: `
    <section aria-labelledby="shadow-heading">
      <h2 id="shadow-heading">{{ 'admin.versions.shadow' | transloco }}</h2>
      <p class="soft small measure">{{ 'admin.versions.shadowHelp' | transloco }}</p>
      <p><button type="button" uiButton="secondary" isSmall [isBusy]="running.isBusy()" (click)="start()">{{ 'admin.versions.shadowStart' | transloco }}</button></p>
      @if (running.problem(); as trouble) {
        <ui-problem [problem]="trouble" [canRetry]="true" (retry)="start()" />
      }
      @if (run(); as run) {
        <div role="status">
          <p class="strong">{{ 'admin.versions.shadowResult' | transloco: { looked: run.looked, changed: run.changed } }}</p>
          @if (run.isCutShort) {
            <p class="small">{{ 'admin.versions.cutShort' | transloco }}</p>
          }
        </div>
        @if (run.changed > 0) {
          <ul class="tallies plain-list">
            @for (kind of kinds; track kind) {
              <li class="tally"><span class="strong figures">{{ run.counts[kind] }}</span> {{ 'admin.versions.shadowKinds.' + kind | transloco }}</li>
            }
            <li class="tally"><span class="strong figures">{{ run.feeDifference | baht }}</span> {{ 'admin.versions.feeDifference' | transloco }}</li>
          </ul>
          <details class="card">
            <summary>{{ 'admin.versions.shadowCases' | transloco: { count: run.cases.length } }}</summary>
            <ul class="plain-list">
              @for (each of run.cases; track each.number) {
                <li class="diff-item">
                  <span class="strong figures">{{ each.number }}</span> <span class="small soft">{{ each.submittedAt | day: 'short' }}</span>
                  <ul>
                    @for (difference of each.differences; track $index) {
                      <li>{{ difference.what | say }}</li>
                    }
                  </ul>
                </li>
              }
            </ul>
          </details>
        } @else {
          <ui-empty [heading]="'admin.versions.shadowNothing' | transloco"><p>{{ 'admin.versions.shadowNothingHelp' | transloco }}</p></ui-empty>
        }
      }
    </section>
  `,
})
export class ShadowPanel {
  readonly code = input.required<string>();
  readonly version = input.required<number>();
  protected readonly kinds = KINDS;
  protected readonly run = signal<ShadowRun | null>(null);
  private readonly api = inject(ApiClient);
  protected readonly running = new Act<ShadowRun>(() => this.api.send<ShadowRun>('GET', `/api/admin/versions/${encodeURIComponent(this.code())}/${this.version()}/shadow`));

  protected async start(): Promise<void> {
    const run = await this.running.run();
    if (run) this.run.set(run);
  }
}
