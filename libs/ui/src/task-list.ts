import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Tag } from './tag';
import type { TagTone } from './tag';

/** One row of a task list; without a link it cannot be started yet. */
export interface TaskItem {
  name: string;
  hint?: string;
  link?: string | readonly unknown[];
  status: string;
  tone: TagTone;
}

/** What is left to do, in any order; the whole row is the link. */
@Component({
  selector: 'ui-task-list',
  imports: [RouterLink, Tag],
  template: `
    <ul class="task-list">
      @for (item of items(); track item.name) {
        <li class="task-item" [class.task-item-link]="!!item.link">
          <span class="task-name">
            @if (item.link) {
              <a [routerLink]="item.link">{{ item.name }}</a>
            } @else {
              <span class="soft">{{ item.name }}</span>
            }
            @if (item.hint) {
              <span class="task-hint">{{ item.hint }}</span>
            }
          </span>
          <ui-tag [tone]="item.tone">{{ item.status }}</ui-tag>
        </li>
      }
    </ul>
  `,
})
export class TaskList {
  readonly items = input.required<readonly TaskItem[]>();
}
