import { Component } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';

@Component({
  selector: 'anuyat-accessibility-page',
  imports: [TranslocoPipe],
  template: `
    <div class="page reading band">
      <h1>{{ 'public.access.title' | transloco }}</h1>
      <p>{{ 'public.access.lead' | transloco }}</p>
      <p>{{ 'public.access.p1' | transloco }}</p>
      <p>{{ 'public.access.p2' | transloco }}</p>
    </div>
  `,
})
export class AccessibilityPage {}
