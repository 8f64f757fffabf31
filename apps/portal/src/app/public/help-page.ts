import { Component } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';

@Component({
  selector: 'anuyat-help-page',
  imports: [TranslocoPipe],
  template: `
    <div class="page band">
      <h1>{{ 'public.help.title' | transloco }}</h1>
      <p class="measure">{{ 'public.help.lead' | transloco }}</p>
      <div class="cards">
        @for (way of ['phone', 'counter']; track way) {
          <section class="card">
            <h2 class="card-title">{{ 'public.help.' + way + 'Title' | transloco }}</h2>
            <p>{{ 'public.help.' + way + 'Text' | transloco }}</p>
          </section>
        }
      </div>
      <section class="measure plan-rest">
        <h2>{{ 'public.help.questionsTitle' | transloco }}</h2>
        @for (number of [1, 2, 3, 4]; track number) {
          <details class="question">
            <summary>{{ 'public.help.q' + number | transloco }}</summary>
            <p>{{ 'public.help.a' + number | transloco }}</p>
          </details>
        }
      </section>
    </div>
  `,
})
export class HelpPage {}
