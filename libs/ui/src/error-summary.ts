import { Component, ElementRef, effect, inject, input } from '@angular/core';
import { SayPipe } from './say-pipe';
import { PIECE_WORDS } from './piece-words';

/** One thing to mend: `target` is the id of the control that it is about. */
export interface SummaryProblem {
  target: string;
  message: string;
}

/** Everything that is wrong on the page, at its top; takes the focus each time that a new list of problems arrives. */
@Component({
  selector: 'ui-error-summary',
  imports: [SayPipe],
  template: `
    @if (problems().length > 0) {
      <div class="error-summary" role="alert" tabindex="-1">
        <h2>{{ words.thereIsAProblem | say }}</h2>
        <ul>
          @for (problem of problems(); track $index) {
            <li><a [href]="'#' + problem.target" (click)="goTo($event, problem.target)">{{ problem.message }}</a></li>
          }
        </ul>
      </div>
    }
  `,
})
export class ErrorSummary {
  readonly problems = input.required<readonly SummaryProblem[]>();
  protected readonly words = PIECE_WORDS;
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  constructor() {
    effect(() => {
      if (this.problems().length === 0) return;
      setTimeout(() => {
        const summary = this.host.nativeElement.querySelector<HTMLElement>('.error-summary');
        summary?.focus({ preventScroll: true });
        summary?.scrollIntoView?.({ block: 'start' });
      });
    });
  }

  protected goTo(event: Event, id: string): void {
    event.preventDefault();
    const target = document.getElementById(id);
    if (!target) return;
    const control = target.matches('input, select, textarea, button') ? target : target.querySelector<HTMLElement>('input, select, textarea, button');
    (target.closest('.field') ?? target).scrollIntoView?.({ block: 'start' });
    (control ?? target).focus({ preventScroll: true });
  }
}
