import { Component, booleanAttribute, input } from '@angular/core';

/**
 * Puts the look, a caption, and cards on small screens on a native `table`; `thead`, `tbody`, `tfoot` are projected.
 * Under 640 px each row becomes a card: give every `td` a `data-label` with the words of its column.
 */
@Component({
  selector: 'table[uiTable]',
  host: { class: 'table table-cards' },
  template: `
    @if (caption()) {
      <caption [class.visually-hidden]="isCaptionHidden()">{{ caption() }}</caption>
    }
    <ng-content />
  `,
})
export class Table {
  readonly caption = input('');
  readonly isCaptionHidden = input(false, { transform: booleanAttribute });
}
