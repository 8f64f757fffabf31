import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { TaskSummary } from '@anuyat/contract';
import { Language, Notification, ProblemView } from '@anuyat/ui';
import { Claims } from './claims';

/** Why a task could not be taken: most often because a colleague was quicker. Says who, and that nothing is wrong. */
@Component({
  selector: 'desk-claim-notice',
  imports: [Notification, ProblemView, RouterLink, TranslocoPipe],
  template: `
    @if (claims.trouble(); as trouble) {
      @if (trouble.problem.code === 'task-taken') {
        <ui-notification tone="warn" [isLive]="true" [heading]="'desk.claims.taken' | transloco: { who: holder() || ('desk.claims.colleague' | transloco) }">
          <p>{{ 'desk.claims.takenHelp' | transloco }}</p>
          @if (hasLink()) {
            <p><a [routerLink]="['/desk/tasks', trouble.taskId]">{{ 'desk.claims.open' | transloco }}</a></p>
          }
        </ui-notification>
      } @else {
        <ui-problem [problem]="trouble.problem" />
      }
    }
  `,
})
export class ClaimNotice {
  readonly tasks = input.required<readonly TaskSummary[]>();
  readonly hasLink = input(true);
  protected readonly claims = inject(Claims);
  private readonly language = inject(Language);
  protected readonly holder = computed(() => {
    const trouble = this.claims.trouble();
    return this.language.say(this.tasks().find(({ id }) => id === trouble?.taskId)?.assignee?.name);
  });
}
