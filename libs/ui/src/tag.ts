import { Component, computed, input } from '@angular/core';
import { Icon } from './icon';
import type { IconName } from './icon';

export type TagTone = 'done' | 'now' | 'info' | 'late' | 'wait' | 'plain';
const ICONS: Partial<Record<TagTone, IconName>> = { done: 'check', now: 'hand', late: 'alert', wait: 'clock' };

/** A state in a word; the sign says it too, so that colour alone never does. */
@Component({
  selector: 'ui-tag',
  imports: [Icon],
  template: `<span class="tag" [class]="'tag-' + tone()">@if (icon(); as name) {<ui-icon [name]="name" />}<ng-content /></span>`,
})
export class Tag {
  readonly tone = input<TagTone>('wait');
  protected readonly icon = computed(() => ICONS[this.tone()]);
}
