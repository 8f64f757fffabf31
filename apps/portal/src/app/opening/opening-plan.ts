import { Component, computed, inject, input } from '@angular/core';
import type { OpeningPlanView, PlannedOpening } from '@anuyat/contract';
import { DayPipe, Language, SayPipe, Tag } from '@anuyat/ui';
import { OPENING_WORDS, PLAN_STATES } from './opening-words';

/** Where a licence's stretch lies between the first day and the opening, in per cent. */
interface Bar {
  from: number;
  length: number;
}

const SHORTEST = 1.5;

/** What waits for what, until when, and the earliest day of opening: a list to read, with a bar beside each line for the eye. */
@Component({
  selector: 'anuyat-opening-plan',
  imports: [DayPipe, SayPipe, Tag],
  template: `
    <p class="opens">
      @if (plan().opensOn; as day) {
        {{ words.opens | say }} <strong class="nowrap">{{ day | day }}</strong>
      } @else {
        {{ words.blocked | say }}
      }
    </p>
    @if (chain().length > 1) {
      <p class="small">{{ words.longest | say }}: {{ chain().join(' → ') }}</p>
    }
    <ol class="plain-list">
      @for (item of items(); track item.code) {
        <li [class.critical]="item.isCritical">
          <div class="row row-apart">
            <span class="strong">{{ item.title | say }}</span>
            <ui-tag [tone]="states[item.state].tone">{{ states[item.state].words | say }}</ui-tag>
          </div>
          <div class="track" aria-hidden="true">
            @if (bars().get(item.code); as bar) {
              <span class="bar" [class.bar-done]="item.state === 'done'" [class.bar-waits]="item.state === 'waiting' || item.state === 'planned'" [style.inset-inline-start.%]="bar.from" [style.inline-size.%]="bar.length"></span>
            }
          </div>
          @for (sentence of item.says; track $index) {
            <p class="small">{{ sentence | say }}</p>
          }
          @for (before of item.waitsFor; track before.code) {
            @if (before.why) {
              <details class="small"><summary>{{ words.why | say }}: {{ before.title | say }}</summary>{{ before.why | say }}</details>
            }
          }
        </li>
      }
    </ol>
    <p class="small soft">{{ words.basis | say }}</p>
  `,
  styles: `
    .opens { font-size: 1.1rem; }
    li { padding-block: var(--s3); border-top: 1px solid var(--line); }
    li p { margin: 0; }
    .track { position: relative; block-size: 14px; margin-block: var(--s2); border-radius: 7px; background: var(--mist); }
    .bar { position: absolute; inset-block: 2px; border-radius: 5px; border: 2px solid var(--brand); background: var(--brand); }
    .bar-waits { background: var(--paper); }
    .bar-done { border-color: var(--green, #1f7a4d); background: var(--green, #1f7a4d); }
    @media (forced-colors: active) { .track { outline: 1px solid GrayText; } .bar { forced-color-adjust: none; } }
    .critical { border-inline-start: 4px solid var(--saffron, #c9820a); padding-inline-start: var(--s3); }
  `,
})
export class OpeningPlan {
  readonly plan = input.required<OpeningPlanView>();
  private readonly language = inject(Language);
  protected readonly words = OPENING_WORDS;
  protected readonly states = PLAN_STATES;
  protected readonly items = computed(() => [...this.plan().items].sort(byBeginning));
  protected readonly chain = computed(() => this.plan().criticalPath.map((code) => this.language.say(this.plan().items.find((item) => item.code === code)?.title)));
  protected readonly bars = computed(() => barsOf(this.plan()));
}

/** In the order in which they begin; what has no day comes last. */
function byBeginning(a: PlannedOpening, b: PlannedOpening): number {
  return (a.startsOn ?? '9999').localeCompare(b.startsOn ?? '9999') || (a.endsOn ?? '9999').localeCompare(b.endsOn ?? '9999');
}

function barsOf({ items, today }: OpeningPlanView): Map<string, Bar> {
  const days = items.flatMap(({ startsOn, endsOn }) => (startsOn && endsOn ? [Date.parse(startsOn), Date.parse(endsOn)] : []));
  const first = Math.min(Date.parse(today), ...days);
  const whole = Math.max(...days, first + 1) - first;
  return new Map(
    items.flatMap(({ code, startsOn, endsOn }): [string, Bar][] => {
      if (!startsOn || !endsOn) return [];
      const length = Math.max(SHORTEST, ((Date.parse(endsOn) - Date.parse(startsOn)) / whole) * 100);
      return [[code, { from: Math.min(100 - length, ((Date.parse(startsOn) - first) / whole) * 100), length }]];
    }),
  );
}
