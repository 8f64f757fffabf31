import { NgTemplateOutlet } from '@angular/common';
import { Component, DestroyRef, ElementRef, ViewEncapsulation, computed, effect, inject, input, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { BackLink, Button, DayPipe, DecisionBar, Empty, Icon, LineMapView, Loading, Notification, ProblemView, SayPipe, Timeline, TimeSpent } from '@anuyat/ui';
import { PageTitle } from '../../core/page-title';
import { PromiseBox } from '../../promise/promise-box';
import { StatesBox } from '../../why/states-box';
import { WhyLedger } from '../../why/why-ledger';
import { ClaimNotice } from '../claim-notice';
import { Claims } from '../claims';
import { ListPlace } from '../../core/list-place';
import { TaskStream } from '../task-stream';
import { decisionActs } from './act-words';
import { ActForm } from './acts/act-form';
import { AnswersPanel } from './answers/answers-panel';
import { PlaceNames } from './answers/place-names';
import { ChangesNotice } from './changes-notice';
import { Deciding } from './deciding/deciding';
import { DraftShelf } from './deciding/draft-shelf';
import type { DraftItem } from './deciding/drafts';
import { CorrectionsPanel } from './corrections-panel';
import { DocumentsPanel } from './documents-panel';
import { InspectionsPanel } from './inspections-panel';
import { MatterPanel } from './matter-panel';
import { OutcomeNotice } from './outcome-notice';
import { QuestionsPanel } from './questions-panel';
import { ReviewFile } from './review-file';
import { ReviewHead } from './review-head';
import { whatNext } from './what-next';

const REST_MS = 400;

/** One file: everything that the office may know, beside what it may do. */
@Component({
  selector: 'desk-review-page',
  imports: [
    ActForm, AnswersPanel, BackLink, Button, ChangesNotice, ClaimNotice, CorrectionsPanel, DayPipe, DecisionBar, DocumentsPanel, Empty, Icon, InspectionsPanel, LineMapView,
    Loading, MatterPanel, NgTemplateOutlet, Notification, OutcomeNotice, ProblemView, PromiseBox, QuestionsPanel, ReviewHead, RouterLink, SayPipe, StatesBox, TimeSpent, Timeline, TranslocoPipe,
  ],
  providers: [ReviewFile, Deciding, DraftShelf, PlaceNames, WhyLedger],
  encapsulation: ViewEncapsulation.None,
  styleUrls: ['../../core/staff.css', '../../core/facts.css', '../desk.css'],
  template: `
    <div class="page staff">
      <div class="row row-apart">
        <ui-back-link [link]="inboxLink()" [title]="'desk.review.back' | transloco" />
        @if (file.task()) {
          <button type="button" class="no-print" uiButton="quiet" isSmall (click)="print()"><ui-icon name="print" /> {{ 'desk.review.print' | transloco }}</button>
        }
      </div>
      @if (file.task(); as task) {
        <desk-review-head [task]="task" (claimed)="take(true)" (released)="take(false)" />
        <desk-claim-notice [tasks]="[task]" [hasLink]="false" />
        <desk-outcome-notice [task]="task" />
        @if (!deciding.act()) {
          <desk-changes-notice />
          @if (acts().length > 0) {
            <p class="to-decision no-print"><button type="button" uiButton="secondary" isSmall (click)="toDecision()">{{ 'desk.review.toDecision' | transloco }}</button></p>
          }
        }
        <div class="review-grid" [class.review-grid-writing]="deciding.act() !== null">
          <div class="review-main">
            <desk-corrections-panel [task]="task" />
            @if (isRecheck()) {
              <desk-questions-panel [questions]="task.questions" />
            }
            <desk-matter-panel [task]="task" />
            <desk-answers-panel [task]="task" [canAsk]="canAsk()" [picked]="pickedFacts()" (pointedAt)="pointAt('fact', $event)" />
            @if (task.inspections.length > 0) {
              <desk-inspections-panel [inspections]="task.inspections" />
            }
            @if (task.questions.length > 0 && !isRecheck()) {
              <desk-questions-panel [questions]="task.questions" />
            }
            @if (deciding.act()) {
              <ng-container [ngTemplateOutlet]="papers" />
            }
          </div>
          <div class="review-side">
            @if (deciding.act()) {
              <desk-act-form [task]="task" />
            } @else {
              <ng-container [ngTemplateOutlet]="papers" />
            }
          </div>
        </div>
        <ng-template #papers>
          <desk-documents-panel [task]="task" [canAsk]="canAsk()" [picked]="pickedPapers()" (pointedAt)="pointAt('document', $event)" />
          <section class="panel" aria-labelledby="history-heading">
            <h2 id="history-heading">{{ 'desk.review.history' | transloco }}</h2>
            <ui-timeline [entries]="task.history" />
          </section>
        </ng-template>
        <section class="panel" aria-labelledby="map-heading">
          <h2 id="map-heading">{{ 'desk.review.map' | transloco }}</h2>
          <ui-line-map [map]="task.lanesMap" />
          @if (task.promise; as promised) {
            <anuyat-promise-box [promise]="promised" [about]="task.licence.title" isPlain />
          }
          <anuyat-states-box [application]="task.application" />
          <ui-time-spent [tracks]="task.application.tracks" />
        </section>
        @if (!deciding.act()) {
          @if (acts().length > 0) {
            <ui-decision-bar [acts]="acts()" (chosen)="open($event)" />
          } @else if (deciding.result()?.kind !== 'done') {
            <ui-notification [heading]="'desk.review.nothingToDo' | transloco">
              <p>{{ next().words | transloco: { count: next().count, stage: (next().stage | say), day: (next().until | day) } }}</p>
            </ui-notification>
          }
        }
      } @else if (file.problem(); as problem) {
        <h1>{{ 'desk.review.title' | transloco }}</h1>
        @if (problem.code === 'not-found') {
          <ui-empty [heading]="'desk.review.notFound' | transloco">
            <p>{{ 'desk.review.notFoundHelp' | transloco }}</p>
            <p><a routerLink="/desk" [queryParams]="memory.params">{{ 'desk.review.back' | transloco }}</a></p>
          </ui-empty>
        } @else {
          <ui-problem [problem]="problem" [canRetry]="true" (retry)="file.reload()" />
        }
      } @else {
        <ui-loading [rows]="5" />
      }
    </div>
  `,
})
export class ReviewPage {
  readonly id = input.required<string>();
  protected readonly file = inject(ReviewFile);
  protected readonly deciding = inject(Deciding);
  protected readonly memory = inject(ListPlace);
  private readonly claims = inject(Claims);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private rest: ReturnType<typeof setTimeout> | undefined;

  protected readonly acts = computed(() => {
    const task = this.file.task();
    return task ? decisionActs(task) : [];
  });
  protected readonly next = computed(() => {
    const task = this.file.task();
    return task ? whatNext(task) : { words: 'desk.next.none' };
  });
  protected readonly isRecheck = computed(() => {
    const task = this.file.task();
    return task !== undefined && task.stage === 'recheck' && task.questions.length > 0;
  });
  private readonly askAct = computed(() => this.file.task()?.acts.find(({ needs }) => needs === 'items'));
  protected readonly canAsk = computed(() => this.askAct() !== undefined);
  protected readonly pickedFacts = computed(() => this.pickedOf('fact'));
  protected readonly pickedPapers = computed(() => this.pickedOf('document'));
  protected readonly inboxLink = computed(() => this.memory.linkTo('/desk'));

  constructor() {
    const destroyed = inject(DestroyRef);
    inject(TaskStream).hear(destroyed, (moved) => {
      if (!moved?.applicationId || moved.applicationId === this.file.task()?.applicationId) this.refreshSoon();
    });
    destroyed.onDestroy(() => clearTimeout(this.rest));
    this.claims.forget();
    effect(() => this.file.open(this.id()));
    const title = inject(PageTitle);
    let isFirst = true;
    effect(() => {
      if (!this.file.task() || !isFirst) return;
      isFirst = false;
      untracked(() => this.deciding.reopen());
    });
    effect(() => {
      const task = this.file.task();
      if (task) title.set({ th: `${task.businessName} ${task.number}`, en: `${task.businessName} ${task.number}` });
    });
  }

  protected open(event: string): void {
    const act = this.file.task()?.acts.find((one) => one.event === event);
    if (act) this.deciding.open(act);
  }

  /** Points a question at a fact or paper; opens the questions where they are not open yet. */
  protected pointAt(kind: DraftItem['kind'], target: string): void {
    const act = this.askAct();
    if (!act) return;
    if (this.deciding.act()?.event !== act.event) this.deciding.open(act);
    const isPicked = this.deciding.draft().items.some((item) => item.kind === kind && item.target === target);
    this.deciding.pick({ kind, target, message: '' }, !isPicked);
  }

  protected async take(isMine: boolean): Promise<void> {
    const task = this.file.task();
    if (!task) return;
    await (isMine ? this.claims.claim(task) : this.claims.release(task));
    await this.file.refetch().catch(() => undefined);
    setTimeout(() => document.querySelector<HTMLElement>('.review-holder button')?.focus({ preventScroll: true }));
  }

  /** On a phone the decision stands below everything else. */
  protected toDecision(): void {
    const button = this.host.nativeElement.querySelector<HTMLElement>('ui-decision-bar button');
    button?.focus();
    button?.scrollIntoView?.({ block: 'center' });
  }

  protected print(): void {
    window.print();
  }

  private pickedOf(kind: DraftItem['kind']): ReadonlySet<string> {
    if (this.deciding.act()?.needs !== 'items') return new Set();
    return new Set(this.deciding.draft().items.filter((item) => item.kind === kind).map(({ target }) => target));
  }

  private refreshSoon(): void {
    clearTimeout(this.rest);
    this.rest = setTimeout(() => void this.file.refetch().catch(() => undefined), REST_MS);
  }
}
