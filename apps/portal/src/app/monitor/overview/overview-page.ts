import { httpResource } from '@angular/common/http';
import { Component, ViewEncapsulation, computed, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MonitorOverview } from '@anuyat/contract';
import { Button, Empty, Icon, Loading, MomentPipe, ProblemView } from '@anuyat/ui';
import { toProblem } from '../../core/problem';
import { TerritoryMap } from '../map/territory-map';
import { LicenceTable } from './licence-table';
import { SecondDemandsTable } from './second-demands-table';
import { StatusTallies } from './status-tallies';
import { TerritoryCard } from './territory-card';
import { TerritoryTable } from './territory-table';

/** The first screen of the EEC's staff: how much there is, where, of what, and what is late. */
@Component({
  selector: 'monitor-overview-page',
  imports: [Button, Empty, Icon, LicenceTable, Loading, MomentPipe, ProblemView, RouterLink, SecondDemandsTable, StatusTallies, TerritoryCard, TerritoryMap, TerritoryTable, TranslocoPipe],
  encapsulation: ViewEncapsulation.None,
  styleUrls: ['../../core/staff.css', '../monitor.css'],
  template: `
    <div class="page staff">
      <header class="staff-head">
        <div>
          <h1>{{ 'monitor.overview.heading' | transloco }}</h1>
          @if (overview(); as shown) {
            <p class="soft small">
              {{ 'monitor.overview.asOf' | transloco: { when: (shown.asOf | moment) } }}
              <button type="button" class="no-print" uiButton="quiet" isSmall [isBusy]="answer.isLoading()" (click)="answer.reload()">{{ 'monitor.overview.again' | transloco }}</button>
            </p>
          }
        </div>
        <div class="staff-head-end">
          <a uiButton="secondary" isSmall routerLink="/monitor/licences">{{ 'monitor.register' | transloco }}</a>
          <a uiButton="secondary" isSmall routerLink="/monitor/applications">{{ 'monitor.overview.allApplications' | transloco }}</a>
        </div>
      </header>
      @if (problem(); as trouble) {
        <ui-problem [problem]="trouble" [canRetry]="true" (retry)="answer.reload()" />
      }
      @if (overview(); as shown) {
        <monitor-status-tallies [totals]="shown.totals" />
        @if (shown.estates.length === 0) {
          <ui-empty [heading]="'monitor.overview.noTerritory' | transloco"><p>{{ 'monitor.overview.noTerritoryHelp' | transloco }}</p></ui-empty>
        } @else {
          <div class="places">
            <section aria-labelledby="map-heading">
              <h2 id="map-heading">{{ 'monitor.map.heading' | transloco }}</h2>
              <monitor-territory-map [territories]="shown.estates" [chosen]="chosen()" (pressed)="chosen.set($event)" />
              @if (unplaced() > 0) {
                <p class="small soft"><ui-icon name="info" /> {{ 'monitor.map.unplaced' | transloco: { count: unplaced() } }}</p>
              }
            </section>
            <div>
              @if (chosenTerritory(); as territory) {
                <monitor-territory-card [territory]="territory" (closed)="chosen.set('')" />
              }
              <monitor-territory-table [territories]="shown.estates" [chosen]="chosen()" (pointedAt)="chosen.set($event)" />
            </div>
          </div>
          @if (shown.licences.length > 0) {
            <monitor-licence-table [licences]="shown.licences" />
            <monitor-second-demands-table [demands]="shown.secondDemands" />
          } @else {
            <ui-empty [heading]="'monitor.overview.nothingYet' | transloco"><p>{{ 'monitor.overview.nothingYetHelp' | transloco }}</p></ui-empty>
          }
        }
      } @else if (!problem()) {
        <ui-loading [rows]="6" />
      }
    </div>
  `,
})
export class OverviewPage {
  protected readonly answer = httpResource<MonitorOverview>(() => '/api/monitor/overview');
  /** A failed refresh does not take away what is being read. */
  protected readonly overview = linkedSignal<MonitorOverview | undefined, MonitorOverview | undefined>({
    source: () => (this.answer.hasValue() ? this.answer.value() : undefined),
    computation: (now, before) => now ?? before?.value,
  });
  protected readonly problem = computed(() => (this.answer.error() ? toProblem(this.answer.error()) : null));
  protected readonly chosen = signal('');
  protected readonly chosenTerritory = computed(() => this.overview()?.estates.find(({ code }) => code === this.chosen()));
  protected readonly unplaced = computed(() => this.overview()?.estates.filter(({ position }) => position === null).length ?? 0);
}
