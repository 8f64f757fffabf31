import { Component, booleanAttribute, effect, input, model, viewChild } from '@angular/core';
import type { ElementRef } from '@angular/core';
import { Button } from './button';
import { SayPipe } from './say-pipe';
import { PIECE_WORDS } from './piece-words';

let count = 0;

/** The browser's own modal dialog: it keeps the focus, closes with Esc and gives the focus back. */
@Component({
  selector: 'ui-dialog',
  imports: [Button, SayPipe],
  template: `
    <dialog #box class="dialog" [class.dialog-wide]="isWide()" [attr.aria-labelledby]="id" (close)="isOpen.set(false)">
      @if (isOpen()) {
        <h2 [id]="id" tabindex="-1">{{ heading() }}</h2>
        <ng-content />
        @if (hasClose()) {
          <div class="actions"><button type="button" uiButton="secondary" (click)="isOpen.set(false)">{{ words.close | say }}</button></div>
        }
      }
    </dialog>
  `,
})
export class Dialog {
  readonly heading = input.required<string>();
  readonly isOpen = model(false);
  readonly isWide = input(false, { transform: booleanAttribute });
  readonly hasClose = input(true, { transform: booleanAttribute });
  protected readonly id = `dialog-${++count}`;
  protected readonly words = PIECE_WORDS;
  private readonly box = viewChild.required<ElementRef<HTMLDialogElement>>('box');

  constructor() {
    effect(() => {
      const box = this.box().nativeElement;
      if (this.isOpen() && !box.open) box.showModal();
      if (!this.isOpen() && box.open) box.close();
    });
  }
}
