import { Component } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';

/** Says that this is an official site and how to recognise one. */
@Component({
  selector: 'anuyat-masthead',
  imports: [TranslocoPipe],
  template: `
    <div class="masthead">
      <div class="page">
        <details>
          <summary>
            <svg class="masthead-flag" viewBox="0 0 21 14" aria-hidden="true">
              <path fill="#a51931" d="M0 0h21v14H0z" /><path fill="#f4f5f8" d="M0 2.3h21v9.4H0z" /><path fill="#2d2a4a" d="M0 4.7h21v4.6H0z" />
            </svg>
            <span>{{ 'shell.official' | transloco }}</span>
            <span>{{ 'shell.howToKnow' | transloco }}</span>
          </summary>
          <ul>
            <li>{{ 'shell.knowDomain' | transloco }}</li>
            <li>{{ 'shell.knowLock' | transloco }}</li>
            <li>{{ 'shell.knowAsk' | transloco }}</li>
          </ul>
        </details>
      </div>
    </div>
  `,
})
export class Masthead {}
