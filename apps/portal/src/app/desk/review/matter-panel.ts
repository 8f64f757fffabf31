import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { TaskView } from '@anuyat/contract';
import { DayPipe, MomentPipe, SayPipe, Tag } from '@anuyat/ui';

const PARTS = ['facts', 'law', 'considerations'] as const;

/** What the decision turns on beside the file: a colleague's proposal, the applicant's answer to an intent to refuse, an appeal with the order that it is against. */
@Component({
  selector: 'desk-matter-panel',
  imports: [DayPipe, MomentPipe, SayPipe, Tag, TranslocoPipe],
  template: `
    @if (task().proposal; as proposal) {
      <section class="panel" aria-labelledby="proposal-heading">
        <h2 id="proposal-heading">{{ 'desk.matter.proposal' | transloco }}</h2>
        <p class="row"><ui-tag tone="now">{{ (isRefusal() ? 'desk.matter.proposesRefusal' : 'desk.matter.proposesApproval') | transloco }}</ui-tag> <span class="small soft">{{ proposal.by | say }} · {{ proposal.at | moment }}</span></p>
        @for (part of said(); track part.name) {
          <h3>{{ 'desk.matter.' + part.name | transloco }}</h3>
          <p class="as-written">{{ part.words }}</p>
        }
      </section>
    }
    @for (hearing of task().hearings; track hearing.id) {
      <section class="panel" [attr.aria-labelledby]="'hearing-' + $index">
        <h2 [id]="'hearing-' + $index">{{ 'desk.matter.hearing' | transloco }}</h2>
        <p class="row">
          @if (hearing.answeredAt; as at) {
            <ui-tag tone="done">{{ 'desk.matter.heard' | transloco: { when: (at | moment) } }}</ui-tag>
          } @else if (hearing.isOpen && hearing.dueAt) {
            <ui-tag tone="now">{{ 'desk.matter.hearingUntil' | transloco: { day: (hearing.dueAt | day) } }}</ui-tag>
          } @else {
            <ui-tag tone="plain">{{ 'desk.matter.notHeard' | transloco }}</ui-tag>
          }
        </p>
        @for (part of parts; track part) {
          <h3>{{ 'desk.matter.' + part | transloco }}</h3>
          <p class="as-written">{{ hearing[part] }}</p>
        }
        @if (hearing.words; as words) {
          <h3>{{ 'desk.matter.answer' | transloco }}</h3>
          <p class="as-written">{{ words }}</p>
        }
      </section>
    }
    @if (task().order; as order) {
      <section class="panel" aria-labelledby="written-order">
        <h2 id="written-order">{{ 'desk.matter.order' | transloco: { number: order.number } }}</h2>
        <p class="small soft">{{ order.decidedAt | moment }}</p>
        <p><a [href]="'/api/orders/' + order.id + '/paper'" target="_blank" rel="noopener">{{ 'desk.matter.paper' | transloco }}</a></p>
      </section>
    }
    @for (late of task().lateAnswers; track late.id) {
      <section class="panel" [attr.aria-labelledby]="'late-' + $index">
        <h2 [id]="'late-' + $index">{{ 'desk.matter.late' | transloco }}</h2>
        <p>{{ 'desk.matter.lateLead' | transloco: { when: (late.at | moment), day: (late.endedAt | day) } }}</p>
        <p class="as-written">{{ late.words }}</p>
        @for (change of late.changes; track change.path) {
          <p><span class="strong">{{ change.title | say }}</span> <span class="as-written">{{ plain(change.value) }}</span></p>
        }
      </section>
    }
    @if (task().appeal; as appeal) {
      <section class="panel" aria-labelledby="appeal-heading">
        <h2 id="appeal-heading">{{ 'desk.matter.appeal' | transloco: { number: appeal.against.number } }}</h2>
        <p class="row">
          <ui-tag [tone]="appeal.isLate ? 'late' : 'plain'">{{ (appeal.isLate ? 'desk.matter.isLate' : 'desk.matter.inTime') | transloco: { day: (appeal.dueAt | day) } }}</ui-tag>
          <span class="small soft">{{ appeal.against.licence | say }} · {{ appeal.filedAt | moment }}</span>
        </p>
        <h3>{{ 'desk.matter.grounds' | transloco }}</h3>
        <p class="as-written">{{ appeal.grounds }}</p>
        @if (appeal.request) {
          <h3>{{ 'desk.matter.request' | transloco }}</h3>
          <p class="as-written">{{ appeal.request }}</p>
        }
        @if (appeal.lateBecause) {
          <h3>{{ 'desk.matter.lateBecause' | transloco }}</h3>
          <p class="as-written">{{ appeal.lateBecause }}</p>
        }
        @if (appeal.opinion) {
          <h3>{{ 'desk.matter.opinion' | transloco }}</h3>
          <p class="as-written">{{ appeal.opinion }}</p>
        }
        @if (appeal.order; as order) {
          <h3>{{ 'desk.matter.order' | transloco: { number: order.number } }}</h3>
          <p><a [href]="'/api/orders/' + order.id + '/paper'" target="_blank" rel="noopener">{{ 'desk.matter.paper' | transloco }}</a></p>
          @for (part of parts; track part) {
            <p><span class="strong">{{ 'desk.matter.' + part | transloco }}</span><br /><span class="as-written">{{ order[part] }}</span></p>
          }
        }
      </section>
    }
  `,
})
export class MatterPanel {
  readonly task = input.required<TaskView>();
  protected readonly parts = PARTS;
  protected readonly plain = (value: unknown): string => (typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '–'));
  protected readonly isRefusal = computed(() => this.task().proposal?.event.endsWith('.refusalProposed') === true);
  protected readonly said = computed(() => {
    const data = this.task().proposal?.data ?? {};
    const written = (value: unknown): string => (Array.isArray(value) ? value.join('\n') : typeof value === 'string' ? value : '');
    return [...PARTS, 'note', 'conditions'].map((name) => ({ name, words: written(data[name]) })).filter(({ words }) => words !== '');
  });
}
