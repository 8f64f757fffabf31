import { Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { LaneView } from '@anuyat/contract';
import type { Text } from '@anuyat/licence-kit';
import { SayPipe, Table, Tag } from '@anuyat/ui';
import { DueCell } from '../../core/due-cell';

const APPLICANT: Text = { th: 'ผู้ยื่นคำขอ', en: 'the applicant' };

/** Every office's part: which office and why, where it stands, and whose time is running. */
@Component({
  selector: 'monitor-lanes-table',
  imports: [DueCell, SayPipe, Table, Tag, TranslocoPipe],
  template: `
    <table uiTable class="table-dense" [caption]="'monitor.view.lanes' | transloco" [isCaptionHidden]="true">
      <thead>
        <tr>
          <th scope="col">{{ 'monitor.view.office' | transloco }}</th>
          <th scope="col">{{ 'monitor.list.status' | transloco }}</th>
          <th scope="col">{{ 'monitor.list.due' | transloco }}</th>
        </tr>
      </thead>
      <tbody>
        @for (lane of lanes(); track lane.id) {
          <tr>
            <td>
              <span class="strong">{{ lane.title | say }}</span>
              <span class="task-line">{{ lane.office.title | say }}</span>
              <span class="task-line">{{ lane.officeBecause | say }}</span>
            </td>
            <td [attr.data-label]="'monitor.list.status' | transloco">
              @switch (lane.verdict) {
                @case ('approved') {
                  <ui-tag tone="done">{{ lane.stateLabel | say }}</ui-tag>
                }
                @case ('refused') {
                  <ui-tag tone="late">{{ lane.stateLabel | say }}</ui-tag>
                }
                @case ('not-needed') {
                  <ui-tag tone="plain">{{ 'monitor.view.notNeeded' | transloco }}</ui-tag>
                }
                @default {
                  <ui-tag [tone]="lane.owner === 'applicant' ? 'now' : 'wait'">{{ lane.stateLabel | say }}</ui-tag>
                }
              }
            </td>
            <td [attr.data-label]="'monitor.list.due' | transloco">
              @if (lane.verdict === null && lane.dueAt) {
                <staff-due-cell [dueAt]="lane.dueAt" [daysLeft]="lane.daysLeft" [isOverdue]="lane.isOverdue" [party]="lane.owner === 'applicant' ? applicant : null" />
              } @else {
                <span class="soft">{{ 'monitor.list.noClock' | transloco }}</span>
              }
            </td>
          </tr>
        }
      </tbody>
    </table>
  `,
})
export class LanesTable {
  readonly lanes = input.required<readonly LaneView[]>();
  protected readonly applicant = APPLICANT;
}
