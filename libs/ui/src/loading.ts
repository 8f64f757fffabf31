import { Component, input, signal } from '@angular/core';
import type { OnDestroy } from '@angular/core';
import { SayPipe } from './say-pipe';
import { UI_WORDS } from './words';

/** Says that something is being fetched, after 300 ms, so that quick answers do not flicker. */
@Component({
  selector: 'ui-loading',
  imports: [SayPipe],
  template: `
    <div class="loading" role="status" aria-busy="true">
      @if (isSlow()) {
        <p>{{ words.loading | say }}</p>
        @if (rows() > 0) {
          <div class="skeleton" aria-hidden="true">
            @for (row of [].constructor(rows()); track $index) {
              <span></span>
            }
          </div>
        }
      }
    </div>
  `,
})
export class Loading implements OnDestroy {
  /** Grey rows to draw where a list will be. */
  readonly rows = input(0);
  protected readonly words = UI_WORDS;
  protected readonly isSlow = signal(false);
  private readonly timer = setTimeout(() => this.isSlow.set(true), 300);

  ngOnDestroy(): void {
    clearTimeout(this.timer);
  }
}
