import { Component, computed, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { EstateCount } from '@anuyat/contract';
import { Button, Icon, SayPipe } from '@anuyat/ui';

const KINDS = ['all', 'estate', 'zone'] as const;

/** The same as the map, as a table: late ones first, then those with the most applications. */
@Component({
  selector: 'monitor-territory-table',
  imports: [Button, Icon, RouterLink, SayPipe, TranslocoPipe],
  template: `
    <section class="territories" aria-labelledby="territories-heading">
      <div class="row row-apart">
        <h2 id="territories-heading">{{ 'monitor.territories.heading' | transloco }}</h2>
        <div class="segments" role="group" [attr.aria-label]="'monitor.territories.which' | transloco">
          @for (one of kinds; track one) {
            <button type="button" class="segment" [attr.aria-pressed]="kind() === one" (click)="kind.set(one)">{{ 'monitor.territories.' + one | transloco }}</button>
          }
        </div>
      </div>
      <div class="territories-list" tabindex="0" role="group" aria-labelledby="territories-heading">
        <table class="table table-dense">
          <thead>
            <tr>
              <th scope="col">{{ 'monitor.territories.name' | transloco }}</th>
              <th scope="col" class="number">{{ 'monitor.territories.total' | transloco }}</th>
              <th scope="col" class="number">{{ 'monitor.territories.overdue' | transloco }}</th>
            </tr>
          </thead>
          <tbody>
            @for (one of shown(); track one.code) {
              <tr [class.territory-chosen]="one.code === chosen()">
                <th scope="row">
                  @if (one.counts.total > 0) {
                    <a routerLink="/monitor/applications" [queryParams]="{ territory: one.code }">{{ one.title | say }}</a>
                  } @else {
                    <span>{{ one.title | say }}</span>
                  }
                  <span class="task-line">
                    {{ 'monitor.kinds.' + one.kind | transloco }} · {{ one.province | say }}
                    @if (one.position) {
                      <button type="button" class="on-map no-print" uiButton="quiet" isSmall (click)="pointedAt.emit(one.code)"><ui-icon name="place" /> {{ 'monitor.territories.onMap' | transloco }}<span class="visually-hidden"> {{ one.title | say }}</span></button>
                    }
                  </span>
                </th>
                <td class="number">{{ one.counts.total }}</td>
                <td class="number">
                  @if (one.counts.overdue > 0) {
                    <span class="late"><ui-icon name="alert" /> {{ one.counts.overdue }}</span>
                  } @else {
                    <span class="soft">0</span>
                  }
                </td>
              </tr>
            }
          </tbody>
        </table>
      </div>
      @if (emptyCount() > 0) {
        <button type="button" class="no-print" uiButton="quiet" isSmall [attr.aria-expanded]="hasEmpty()" (click)="hasEmpty.set(!hasEmpty())">
          {{ (hasEmpty() ? 'monitor.territories.hideEmpty' : emptyCount() === 1 ? 'monitor.territories.showOneEmpty' : 'monitor.territories.showEmpty') | transloco: { count: emptyCount() } }}
        </button>
      }
    </section>
  `,
})
export class TerritoryTable {
  readonly territories = input.required<readonly EstateCount[]>();
  readonly chosen = input('');
  readonly pointedAt = output<string>();
  protected readonly kinds = KINDS;
  protected readonly kind = signal<(typeof KINDS)[number]>('all');
  protected readonly hasEmpty = signal(false);
  private readonly ofKind = computed(() => this.territories().filter(({ kind }) => this.kind() === 'all' || kind === this.kind()));
  private readonly filled = computed(() => this.ofKind().filter(({ counts, code }) => counts.total > 0 || code === this.chosen()));
  /** Territories without an application, folded away as long as there are others to show. */
  protected readonly emptyCount = computed(() => (this.filled().length > 0 ? this.ofKind().length - this.filled().length : 0));
  protected readonly shown = computed(() =>
    (this.hasEmpty() || this.filled().length === 0 ? this.ofKind() : this.filled()).toSorted(
      (a, b) => b.counts.overdue - a.counts.overdue || b.counts.total - a.counts.total || a.title.th.localeCompare(b.title.th, 'th'),
    ),
  );
}
