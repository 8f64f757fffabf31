import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { StaffNoticeView } from '@anuyat/contract';
import { Button, MomentPipe, ProblemView, SayPipe } from '@anuyat/ui';
import { Act } from '../core/act';
import { ApiClient } from '../core/api-client';

const WORDS = {
  heading: { th: 'แจ้งถึงคุณ', en: 'For your attention' },
  seen: { th: 'รับทราบแล้ว', en: 'Mark as seen' },
  more: { th: 'แสดงที่เหลือ', en: 'Show the rest' },
  earlier: { th: 'ที่รับทราบแล้ว', en: 'Seen before' },
};

/** What is new beyond this is shown when it is asked for: the work itself stands below. */
const AT_FIRST = 4;

/** What somebody is told as a supervisor, or as who looks after an agency's people: what is new stands open, what was seen below it. Nothing where there is none. */
@Component({
  selector: 'anuyat-staff-notices',
  imports: [Button, MomentPipe, ProblemView, RouterLink, SayPipe],
  template: `
    @if (fresh().length > 0) {
      <section class="panel staff-notices" aria-labelledby="staff-notices-heading">
        <h2 id="staff-notices-heading">{{ words.heading | say }}</h2>
        <ul class="plain-list">
          @for (notice of shown(); track notice.id) {
            <li>
              @if (notice.taskId; as task) {
                <a class="strong" [routerLink]="['/desk/tasks', task]">{{ notice.title | say }}</a>
              } @else {
                <span class="strong">{{ notice.title | say }}</span>
              }
              <span class="small soft"><span class="figures">{{ notice.number }}</span> · <time [attr.datetime]="notice.at">{{ notice.at | moment }}</time></span>
            </li>
          }
        </ul>
        @if (fresh().length > shown().length) {
          <p><button type="button" uiButton="quiet" isSmall (click)="isWhole.set(true)">{{ words.more | say }} ({{ fresh().length - shown().length }})</button></p>
        }
        @if (act.problem(); as trouble) {
          <ui-problem [problem]="trouble" />
        }
        <div class="actions"><button type="button" uiButton="secondary" isSmall [isBusy]="act.isBusy()" (click)="see()">{{ words.seen | say }}</button></div>
      </section>
    }
    @if (seen().length > 0) {
      <details class="staff-notices-seen">
        <summary>{{ words.earlier | say }} ({{ seen().length }})</summary>
        <ul class="plain-list">
          @for (notice of seen(); track notice.id) {
            <li>
              @if (notice.taskId; as task) {
                <a [routerLink]="['/desk/tasks', task]">{{ notice.title | say }}</a>
              } @else {
                {{ notice.title | say }}
              }
              <span class="small soft"><span class="figures">{{ notice.number }}</span> · <time [attr.datetime]="notice.at">{{ notice.at | moment }}</time></span>
            </li>
          }
        </ul>
      </details>
    }
  `,
  styles: `
    .staff-notices { margin-block-start: var(--s5); }
    li { display: grid; gap: var(--s1); padding-block: var(--s2); border-top: 1px solid var(--line); overflow-wrap: anywhere; }
    li:first-child { border-top: 0; }
    .staff-notices-seen { margin-block-end: var(--s4); }
  `,
})
export class StaffNotices {
  private readonly api = inject(ApiClient);
  private readonly notices = httpResource<StaffNoticeView[]>(() => '/api/staff-notices');
  private readonly all = computed(() => (this.notices.hasValue() ? this.notices.value() : []));
  protected readonly words = WORDS;
  /** What waits for the reader's own word stands before what is only told. */
  protected readonly fresh = computed(() => this.all().filter(({ readAt }) => readAt === null).sort((a, b) => Number(isAsked(b)) - Number(isAsked(a))));
  protected readonly isWhole = signal(false);
  protected readonly shown = computed(() => (this.isWhole() ? this.fresh() : this.fresh().slice(0, AT_FIRST)));
  protected readonly seen = computed(() => this.all().filter(({ readAt }) => readAt !== null));
  protected readonly act = new Act<true>(async (key) => {
    await this.api.send('POST', '/api/staff-notices/read', undefined, key);
    return true;
  });

  protected async see(): Promise<void> {
    if (await this.act.run('read')) this.notices.reload();
  }
}

function isAsked({ kind }: StaffNoticeView): boolean {
  return kind === 'demand-waits' || kind === 'unsupervised-demand';
}
