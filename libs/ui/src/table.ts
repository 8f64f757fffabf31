import { Component, booleanAttribute, input } from '@angular/core';

/**
 * Puts the look, a caption, and cards on small screens on a native `table`; `thead`, `tbody`, `tfoot` are projected.
 * Under 640 px each row becomes a card: give every `td` a `data-label` with the words of its column.
 */
@Component({
  selector: 'table[uiTable]',
  host: { class: 'table', '[class.table-cards]': 'hasCards()' },
  template: `
    @if (caption()) {
      <caption [class.visually-hidden]="isCaptionHidden()">{{ caption() }}</caption>
    }
    <ng-content />
  `,
})
export class Table {
  readonly caption = input('');
  /** A table of two narrow columns stays a table on small screens too. */
  readonly hasCards = input(true, { transform: booleanAttribute });
  readonly isCaptionHidden = input(false, { transform: booleanAttribute });
}
