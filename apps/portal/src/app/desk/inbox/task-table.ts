import { Component, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { TaskSummary } from '@anuyat/contract';
import { Button, Icon, SayPipe, Table, Tag } from '@anuyat/ui';
import { DueCell } from '../../core/due-cell';

/** The tasks as a table, as cards on a phone. The business is the link to the file. */
@Component({
  selector: 'desk-task-table',
  imports: [Button, DueCell, Icon, RouterLink, SayPipe, Table, Tag, TranslocoPipe],
  template: `
    <table uiTable class="tasks" [caption]="'desk.inbox.caption' | transloco" [isCaptionHidden]="true" [attr.aria-busy]="isBusy()">
      <thead>
        <tr>
          <th scope="col">{{ 'desk.inbox.business' | transloco }}</th>
          <th scope="col">{{ 'desk.inbox.licenceAndStage' | transloco }}</th>
          <th scope="col">{{ 'desk.inbox.due' | transloco }}</th>
          <th scope="col">{{ 'desk.inbox.holder' | transloco }}</th>
        </tr>
      </thead>
      <tbody>
        @for (task of tasks(); track task.id) {
          <tr [class.task-new]="newIds().has(task.id)" [class.task-late]="task.isOverdue">
            <td class="task-what">
              <a [routerLink]="task.licence.code.endsWith(':life') ? ['/desk/licences', task.number] : ['/desk/tasks', task.id]" [attr.data-task]="task.id">{{ task.businessName || task.applicantName }}</a>
              <span class="task-line"><span class="figures nowrap">{{ task.number }}</span> · {{ task.applicantName }}</span>
              <span class="task-line">{{ task.place | say }}</span>
            </td>
            <td [attr.data-label]="'desk.inbox.licenceAndStage' | transloco">
              {{ task.licence.title | say }}
              @if (task.laneTitle.th !== task.licence.title.th) {
                <span class="task-line">{{ task.laneTitle | say }}</span>
              }
              <span class="task-line"><ui-tag tone="info">{{ 'desk.stages.' + task.stage | transloco }}</ui-tag>
                @if (task.isResting) {
                  <ui-tag tone="wait">{{ 'desk.inbox.rests' | transloco }}</ui-tag>
                }</span>
            </td>
            <td [attr.data-label]="'desk.inbox.due' | transloco">
              <staff-due-cell [dueAt]="task.dueAt" [daysLeft]="task.daysLeft" [isOverdue]="task.isOverdue" />
              @if (task.escalatedFor; as why) {
                <span class="task-line"><ui-tag tone="late">{{ 'desk.inbox.escalatedFor.' + why | transloco }}</ui-tag></span>
              }
            </td>
            <td class="task-holder" [attr.data-label]="'desk.inbox.holder' | transloco">
              @if (task.assignee; as holder) {
                <span class="task-line"><ui-icon name="user" /> {{ holder.id === me() ? ('desk.inbox.you' | transloco) : (holder.name | say) }}</span>
              } @else {
                <span class="task-line">{{ 'desk.inbox.nobody' | transloco }}</span>
              }
              @if (!task.assignee || absent().includes(task.assignee.id)) {
                <button type="button" uiButton="secondary" isSmall [isBusy]="busyWith() === task.id" (click)="claimed.emit(task)">
                  {{ 'desk.inbox.claim' | transloco }}<span class="visually-hidden"> {{ task.number }}</span>
                </button>
              } @else if (task.assignee.id === me()) {
                <button type="button" uiButton="quiet" isSmall [isBusy]="busyWith() === task.id" (click)="released.emit(task)">
                  {{ 'desk.inbox.release' | transloco }}<span class="visually-hidden"> {{ task.number }}</span>
                </button>
              }
            </td>
          </tr>
        }
      </tbody>
    </table>
  `,
})
export class TaskTable {
  readonly tasks = input.required<readonly TaskSummary[]>();
  /** Account of the reader. */
  readonly me = input.required<string | undefined>();
  /** Accounts for which the reader stands in: what they had taken may be taken over. */
  readonly absent = input<readonly string[]>([]);
  readonly busyWith = input<string | null>(null);
  /** Tasks that came while the list was open. */
  readonly newIds = input<ReadonlySet<string>>(new Set());
  /** Another page or order is on its way. */
  readonly isBusy = input(false);
  readonly claimed = output<TaskSummary>();
  readonly released = output<TaskSummary>();
}
