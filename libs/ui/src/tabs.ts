import { Component, ElementRef, inject, input, model } from '@angular/core';

export interface TabItem {
  id: string;
  title: string;
}

let count = 0;

/** Tabs over one projected panel: the page shows what belongs to `chosen`. Arrow keys, Home and End move. */
@Component({
  selector: 'ui-tabs',
  template: `
    <div class="tabs" role="tablist" [attr.aria-label]="label()">
      @for (tab of tabs(); track tab.id) {
        <button
          type="button"
          class="tab"
          role="tab"
          [id]="id + tab.id"
          [attr.aria-selected]="tab.id === chosen()"
          [attr.aria-controls]="id + 'panel'"
          [tabIndex]="tab.id === chosen() ? 0 : -1"
          (click)="chosen.set(tab.id)"
          (keydown)="move($event, $index)"
        >
          {{ tab.title }}
        </button>
      }
    </div>
    <div role="tabpanel" tabindex="0" [id]="id + 'panel'" [attr.aria-labelledby]="id + chosen()">
      <ng-content />
    </div>
  `,
})
export class Tabs {
  readonly tabs = input.required<readonly TabItem[]>();
  readonly label = input.required<string>();
  readonly chosen = model.required<string>();
  protected readonly id = `tabs-${++count}-`;
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  protected move(event: KeyboardEvent, index: number): void {
    const last = this.tabs().length - 1;
    const next = { ArrowRight: index === last ? 0 : index + 1, ArrowLeft: index === 0 ? last : index - 1, Home: 0, End: last }[event.key];
    const tab = next === undefined ? undefined : this.tabs()[next];
    if (!tab) return;
    event.preventDefault();
    this.chosen.set(tab.id);
    this.host.nativeElement.querySelectorAll<HTMLElement>('[role=tab]')[next ?? 0]?.focus();
  }
}
