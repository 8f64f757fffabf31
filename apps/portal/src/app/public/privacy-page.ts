import { Component } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';

@Component({
  selector: 'anuyat-privacy-page',
  imports: [TranslocoPipe],
  template: `
    <div class="page reading band">
      <h1>{{ 'public.privacy.title' | transloco }}</h1>
      <p>{{ 'public.privacy.lead' | transloco }}</p>
      @for (number of [1, 2, 3, 4, 5, 6, 7]; track number) {
        <h2>{{ 'public.privacy.h' + number | transloco }}</h2>
        <p>{{ 'public.privacy.p' + number | transloco }}</p>
      }
    </div>
  `,
})
export class PrivacyPage {}
