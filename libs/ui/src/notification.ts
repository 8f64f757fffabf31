import { Component, booleanAttribute, computed, input } from '@angular/core';
import { Icon } from './icon';
import type { IconName } from './icon';

export type NotificationTone = 'info' | 'done' | 'warn' | 'trouble';
const ICONS: Record<NotificationTone, IconName> = { info: 'info', done: 'check', warn: 'alert', trouble: 'alert' };

/** A boxed message with a sign, a heading and projected words. With `isLive` it is read out when it appears. */
@Component({
  selector: 'ui-notification',
  imports: [Icon],
  template: `
    <div class="notification" [class]="'notification-' + tone()" [attr.role]="role()">
      <ui-icon [name]="icon()" />
      <div class="notification-body">
        @if (heading()) {
          <p class="notification-heading">{{ heading() }}</p>
        }
        <ng-content />
      </div>
    </div>
  `,
})
export class Notification {
  readonly tone = input<NotificationTone>('info');
  readonly heading = input('');
  readonly isLive = input(false, { transform: booleanAttribute });
  protected readonly icon = computed(() => ICONS[this.tone()]);
  protected readonly role = computed(() => (this.isLive() ? (this.tone() === 'trouble' ? 'alert' : 'status') : null));
}
