import { Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { InspectionView } from '@anuyat/contract';
import { MomentPipe, SayPipe, Tag } from '@anuyat/ui';

/** Visits: when and by whom, and what was found. */
@Component({
  selector: 'desk-inspections-panel',
  imports: [MomentPipe, SayPipe, Tag, TranslocoPipe],
  template: `
    <section class="panel" aria-labelledby="inspections-heading">
      <h2 id="inspections-heading">{{ 'desk.inspections.heading' | transloco }}</h2>
      @for (visit of inspections(); track visit.id) {
        <article class="question">
          <p class="row">
            @switch (visit.result) {
              @case ('passed') {
                <ui-tag tone="done">{{ 'desk.inspections.passed' | transloco }}</ui-tag>
              }
              @case ('failed') {
                <ui-tag tone="late">{{ 'desk.inspections.failed' | transloco }}</ui-tag>
              }
              @default {
                <ui-tag tone="wait">{{ 'desk.inspections.planned' | transloco }}</ui-tag>
              }
            }
            <span class="strong figures">{{ visit.plannedFor | moment }}</span>
            @if (visit.inspector | say; as inspector) {
              <span class="small soft">{{ inspector }}</span>
            }
          </p>
          @if (visit.note) {
            <p class="as-written small">{{ visit.note }}</p>
          }
          @if (visit.findings) {
            <p class="as-written">{{ visit.findings }}</p>
          }
          @if (visit.recordedAt; as at) {
            <p class="tiny soft">{{ 'desk.inspections.recorded' | transloco: { when: (at | moment) } }}</p>
          }
        </article>
      }
    </section>
  `,
})
export class InspectionsPanel {
  readonly inspections = input.required<readonly InspectionView[]>();
}
