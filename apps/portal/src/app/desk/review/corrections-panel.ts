import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { TaskView } from '@anuyat/contract';
import { DayPipe, MomentPipe, SayPipe } from '@anuyat/ui';

/** What waits, what a supervisor is asked for, and what a correction changed of what this office had read, before and after. */
@Component({
  selector: 'desk-corrections-panel',
  imports: [DayPipe, MomentPipe, SayPipe, TranslocoPipe],
  template: `
    @if (task().gathering; as gathering) {
      <section class="panel" aria-labelledby="gathering-heading">
        <h2 id="gathering-heading">{{ 'desk.gathering.heading' | transloco }}</h2>
        <p>{{ 'desk.gathering.waits' | transloco: { count: gathering.waitsFor } }} @if (gathering.until; as until) { {{ 'desk.gathering.until' | transloco: { day: (until | day) } }} }</p>
      </section>
    }
    @if (task().demand; as demand) {
      <section class="panel" aria-labelledby="demand-heading">
        <h2 id="demand-heading">{{ 'desk.demand.heading' | transloco }}</h2>
        <p><span class="strong">{{ 'desk.acts.ground' | transloco }}</span> {{ demand.ground?.title | say }} ({{ demand.ground?.citation?.law | say }} {{ 'desk.acts.section' | transloco }} {{ demand.ground?.citation?.section }})</p>
        <p><span class="strong">{{ 'desk.acts.demandReason' | transloco }}</span> <span class="as-written">{{ demand.reason }}</span> · {{ demand.by | say }}</p>
        @if (demand.supervisors.length > 0) {
          <p><span class="strong">{{ 'desk.demand.whoAgrees' | transloco }}</span> @for (name of demand.supervisors; track $index) {{{ name | say }}{{ $last ? '' : ' · ' }}}</p>
        } @else {
          <p class="strong">{{ 'desk.demand.nobodyAgrees' | transloco }}</p>
        }
        <ol class="question-items">
          @for (item of demand.items; track item.kind + item.target) {
            <li><span class="strong">{{ item.title | say }}</span> <span class="as-written">{{ item.message }}</span></li>
          }
        </ol>
      </section>
    }
    @if (changes().length > 0) {
      <section class="panel" aria-labelledby="corrections-heading">
        <h2 id="corrections-heading">{{ 'desk.corrections.heading' | transloco }}</h2>
        @for (correction of changes(); track correction.at) {
          <p class="small soft">{{ correction.at | moment }}</p>
          <dl class="summary">
            @for (change of correction.changed; track change.path) {
              <dt>{{ change.title | say }}</dt>
              <dd><del>{{ shown(change.before) }}</del> → <ins>{{ shown(change.after) }}</ins></dd>
            }
            @for (paper of correction.documents; track paper.code) {
              <dt>{{ paper.title | say }}</dt>
              <dd>{{ 'desk.corrections.newPaper' | transloco }}</dd>
            }
          </dl>
        }
      </section>
    }
  `,
})
export class CorrectionsPanel {
  readonly task = input.required<TaskView>();
  protected readonly changes = computed(() => this.task().corrections.filter(({ outcome }) => outcome === 'reopened' || outcome === 'called'));

  protected shown(value: unknown): string {
    if (value === undefined || value === null || value === '') return '–';
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  }
}
