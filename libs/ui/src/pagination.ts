import { Component, booleanAttribute, input, output } from '@angular/core';
import { Button } from './button';
import { SayPipe } from './say-pipe';
import { PIECE_WORDS } from './piece-words';

/** Steps through a list that is fetched page by page; only what exists is offered. */
@Component({
  selector: 'ui-pagination',
  imports: [Button, SayPipe],
  template: `
    @if (hasPrevious() || hasNext()) {
      <nav class="pagination" [attr.aria-label]="words.pages | say">
        @if (hasPrevious()) {
          <button type="button" uiButton="secondary" isSmall (click)="previous.emit()">{{ words.previous | say }}</button>
        }
        <span></span>
        @if (hasNext()) {
          <button type="button" uiButton="secondary" isSmall (click)="next.emit()">{{ words.next | say }}</button>
        }
      </nav>
    }
  `,
})
export class Pagination {
  readonly hasPrevious = input(false, { transform: booleanAttribute });
  readonly hasNext = input(false, { transform: booleanAttribute });
  readonly previous = output<void>();
  readonly next = output<void>();
  protected readonly words = PIECE_WORDS;
}
