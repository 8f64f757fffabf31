import { Component, computed, input } from '@angular/core';

const SHAPES = {
  check: 'M4 12.5l5 5L20 6.5',
  cross: 'M6 6l12 12M18 6L6 18',
  clock: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M12 7v5l3.5 2',
  alert: 'M12 3.5L22 20.5H2zM12 10v4.5M12 17.6v.2',
  info: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M12 11v5.5M12 7.6v.2',
  hand: 'M8 11V5.5a1.5 1.5 0 0 1 3 0V10M11 10V4a1.5 1.5 0 0 1 3 0v6M14 10.5V5.5a1.5 1.5 0 0 1 3 0V14a7 7 0 0 1-7 7c-3 0-4.5-1.500-6-4l-1.700-3.400a1.500 1.500 0 0 1 2.600-1.500L8 14.500',
  office: 'M3 21h18M5 21V9l7-5 7 5v12M9 21v-5h6v5M9 12h.2M15 12h.2',
  file: 'M7 3h7l5 5v13H7zM14 3v5h5',
  pause: 'M8 5v14M16 5v14',
  arrow: 'M4 12h15M13 6l6 6-6 6',
  back: 'M20 12H5M11 6l-6 6 6 6',
  bank: 'M3 10l9-6 9 6zM5 10v8M10 10v8M14 10v8M19 10v8M3 21h18',
  user: 'M12 4a4 4 0 1 0 0 8a4 4 0 1 0 0-8M4.500 21a7.500 7.500 0 0 1 15 0',
  question: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M9.500 9.500a2.500 2.500 0 1 1 3.500 2.300c-.700.300-1 .800-1 1.700v.300M12 16.800v.200',
  lock: 'M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  place: 'M12 21s-6.500-6-6.500-11a6.500 6.500 0 0 1 13 0c0 5-6.500 11-6.500 11M12 8a2.300 2.300 0 1 0 0 4.600a2.300 2.300 0 1 0 0-4.600',
} as const;

export type IconName = keyof typeof SHAPES;

/** A small drawn sign beside a word; it never stands alone, so it is hidden from screen readers. */
@Component({
  selector: 'ui-icon',
  template: `<svg class="icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2.1" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false"><path [attr.d]="shape()" /></svg>`,
})
export class Icon {
  readonly name = input.required<IconName>();
  protected readonly shape = computed(() => SHAPES[this.name()]);
}
