import { Directive, ElementRef, booleanAttribute, computed, inject, input } from '@angular/core';

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger';

/**
 * The look of a native `button` or `a`. A busy button stays focusable and says so, and its click is stopped here,
 * so that one press is one act.
 */
@Directive({
  selector: 'button[uiButton], a[uiButton]',
  host: {
    '[class]': 'classes()',
    '[attr.aria-disabled]': "isBusy() ? 'true' : null",
  },
})
export class Button {
  readonly look = input<ButtonLook | ''>('primary', { alias: 'uiButton' });
  readonly isBusy = input(false, { transform: booleanAttribute });
  readonly isSmall = input(false, { transform: booleanAttribute });

  protected readonly classes = computed(() => {
    const look = this.look() || 'primary';
    return ['btn', look === 'primary' ? '' : `btn-${look}`, this.isSmall() ? 'btn-small' : '', this.isBusy() ? 'btn-busy' : ''].filter(Boolean).join(' ');
  });

  constructor() {
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    element.addEventListener('click', (event) => this.stopWhenBusy(event), { capture: true });
  }

  /** Heard before the page's own listener, which is what keeps a busy button from acting twice. */
  private stopWhenBusy(event: Event): void {
    if (!this.isBusy()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}
