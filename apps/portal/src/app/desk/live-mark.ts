import { Component, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { TaskStream } from './task-stream';

/** Whether the page keeps itself up to date, in a word. */
@Component({
  selector: 'desk-live-mark',
  imports: [TranslocoPipe],
  template: `
    <p class="live-mark small soft">
      <span class="live-dot" [class.live-dot-off]="!stream.isLive()" aria-hidden="true"></span>
      {{ (stream.isLive() ? 'desk.live.on' : 'desk.live.off') | transloco }}
    </p>
  `,
})
export class LiveMark {
  protected readonly stream = inject(TaskStream);
}
