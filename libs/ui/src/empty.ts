import { Component, input } from '@angular/core';

/** What a place that is still empty teaches: what will be here, and what to do next (projected). */
@Component({
  selector: 'ui-empty',
  template: `
    <div class="empty">
      <svg viewBox="0 0 132 44" aria-hidden="true" fill="none">
        <path d="M6 32h34l18-20h68" stroke="#d5dbe1" stroke-width="6" stroke-linecap="round" stroke-linejoin="round" />
        <path d="M6 12h34l18 20h68" stroke="#e7c684" stroke-width="6" stroke-linecap="round" stroke-linejoin="round" stroke-dasharray="1 11" />
        <circle cx="49" cy="22" r="8" fill="#fff" stroke="#2b3a8c" stroke-width="4" />
        <circle cx="104" cy="12" r="6" fill="#fff" stroke="#7b8794" stroke-width="3" />
        <circle cx="104" cy="32" r="6" fill="#fff" stroke="#7b8794" stroke-width="3" />
      </svg>
      <p class="strong">{{ heading() }}</p>
      <ng-content />
    </div>
  `,
})
export class Empty {
  readonly heading = input.required<string>();
}
