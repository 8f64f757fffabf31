import { Component } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { RetentionTable } from './retention-table';

@Component({
  selector: 'anuyat-privacy-page',
  imports: [RetentionTable, TranslocoPipe],
  template: `
    <div class="page reading band">
      <h1>{{ 'public.privacy.title' | transloco }}</h1>
      <p>{{ 'public.privacy.lead' | transloco }}</p>
      @for (number of [1, 2, 3, 4, 5, 6, 7]; track number) {
        <h2>{{ 'public.privacy.h' + number | transloco }}</h2>
        <p>{{ 'public.privacy.p' + number | transloco }}</p>
        @if (number === 6) {
          <public-retention-table />
        }
      }
    </div>
  `,
})
export class PrivacyPage {}
