import { httpResource } from '@angular/common/http';
import { Component, ViewEncapsulation, computed } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { RetentionWorkView } from '@anuyat/contract';
import { DayPipe, Empty, Loading, MomentPipe, ProblemView, Table } from '@anuyat/ui';
import { toProblem } from '../../core/problem';
import { AdminNav } from '../admin-nav';

/** What is past its time and goes in the coming night, and what the nights removed. */
@Component({
  selector: 'admin-retention-page',
  imports: [AdminNav, DayPipe, Empty, Loading, MomentPipe, ProblemView, RouterLink, Table, TranslocoPipe],
  encapsulation: ViewEncapsulation.None,
  styleUrls: ['../../core/staff.css', '../admin.css'],
  template: `
    <div class="page staff">
      <admin-nav />
      <h1>{{ 'admin.retention.title' | transloco }}</h1>
      <p class="soft measure">{{ 'admin.retention.lead' | transloco }} <a routerLink="/privacy">{{ 'admin.retention.schedule' | transloco }}</a></p>
      @if (work.hasValue()) {
        <h2>{{ 'admin.retention.due' | transloco }}</h2>
        <table uiTable isCaptionHidden [caption]="'admin.retention.due' | transloco">
          <thead>
            <tr>
              <th scope="col">{{ 'admin.retention.what' | transloco }}</th>
              <th scope="col">{{ 'admin.retention.before' | transloco }}</th>
              <th scope="col" class="number">{{ 'admin.retention.count' | transloco }}</th>
            </tr>
          </thead>
          <tbody>
            @for (one of work.value().due; track one.kind) {
              <tr>
                <th scope="row">{{ 'admin.retention.kinds.' + one.kind | transloco }}</th>
                <td [attr.data-label]="'admin.retention.before' | transloco">{{ one.before | day }}</td>
                <td class="number figures" [attr.data-label]="'admin.retention.count' | transloco">{{ one.count }}</td>
              </tr>
            }
          </tbody>
        </table>
        <h2 class="band">{{ 'admin.retention.nights' | transloco }}</h2>
        @if (work.value().nights.length > 0) {
          <table uiTable isCaptionHidden [caption]="'admin.retention.nights' | transloco">
            <thead>
              <tr>
                <th scope="col">{{ 'admin.retention.night' | transloco }}</th>
                <th scope="col">{{ 'admin.retention.what' | transloco }}</th>
                <th scope="col" class="number">{{ 'admin.retention.removed' | transloco }}</th>
                <th scope="col">{{ 'admin.retention.doneAt' | transloco }}</th>
              </tr>
            </thead>
            <tbody>
              @for (one of work.value().nights; track one.night + one.kind) {
                <tr>
                  <th scope="row">{{ one.night | day }}</th>
                  <td [attr.data-label]="'admin.retention.what' | transloco">{{ 'admin.retention.kinds.' + one.kind | transloco }}</td>
                  <td class="number figures" [attr.data-label]="'admin.retention.removed' | transloco">{{ one.removed }}</td>
                  <td [attr.data-label]="'admin.retention.doneAt' | transloco">
                    @if (one.doneAt; as doneAt) {
                      {{ doneAt | moment }}
                    } @else {
                      {{ 'admin.retention.brokenOff' | transloco }}
                    }
                  </td>
                </tr>
              }
            </tbody>
          </table>
        } @else {
          <ui-empty [heading]="'admin.retention.none' | transloco"><p>{{ 'admin.retention.noneHelp' | transloco }}</p></ui-empty>
        }
      } @else if (problem(); as trouble) {
        <ui-problem [problem]="trouble" [canRetry]="true" (retry)="work.reload()" />
      } @else {
        <ui-loading [rows]="5" />
      }
    </div>
  `,
})
export class RetentionPage {
  protected readonly work = httpResource<RetentionWorkView>(() => '/api/admin/retention');
  protected readonly problem = computed(() => (this.work.error() ? toProblem(this.work.error()) : null));
}
