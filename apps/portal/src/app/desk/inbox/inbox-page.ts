import { httpResource } from '@angular/common/http';
import { Component, DestroyRef, ViewEncapsulation, computed, effect, inject, linkedSignal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { TaskPage, TaskSummary } from '@anuyat/contract';
import { Announcer, Empty, Loading, MomentPipe, Notification, Pagination, ProblemView, SayPipe } from '@anuyat/ui';
import { toProblem } from '../../core/problem';
import { Session } from '../../core/session';
import { ClaimNotice } from '../claim-notice';
import { Claims } from '../claims';
import { LiveMark } from '../live-mark';
import { TaskStream } from '../task-stream';
import { InboxCounts } from './inbox-counts';
import { InboxFilters } from './inbox-filters';
import { InboxKeys } from './inbox-keys';
import { ListPlace } from '../../core/list-place';
import { isNarrowed, readQuery, writeQuery } from './inbox-query';
import type { InboxQuery } from './inbox-query';
import { TaskTable } from './task-table';
import { StaffNotices } from '../../staff-notices/staff-notices';

const REST_MS = 400;

interface Shown {
  key: string;
  page: TaskPage | undefined;
  newIds: ReadonlySet<string>;
}

/** What waits for the officer's offices, kept up to date while it is open. */
@Component({
  selector: 'desk-inbox-page',
  imports: [ClaimNotice, Empty, InboxCounts, InboxFilters, LiveMark, Loading, MomentPipe, Notification, Pagination, ProblemView, RouterLink, SayPipe, StaffNotices, TaskTable, TranslocoPipe],
  providers: [InboxKeys],
  encapsulation: ViewEncapsulation.None,
  styleUrls: ['../../core/staff.css', '../desk.css'],
  template: `
    <div class="page staff">
      <header class="staff-head">
        <div>
          <h1>{{ 'desk.inbox.heading' | transloco }}</h1>
          <p class="soft">
            @for (one of offices(); track $index) {
              {{ one.office.title | say }}@if (one.standsInFor; as absent) { ({{ 'desk.inbox.standsIn' | transloco }} {{ absent.name | say }})}{{ $last ? '' : ' · ' }}
            }
          </p>
        </div>
        <div class="staff-head-end">
          <a routerLink="/desk/licences">{{ 'desk.licences' | transloco }}</a>
          <a routerLink="/desk/money">{{ 'desk.money' | transloco }}</a>
          <a routerLink="/desk/exceptions">{{ 'desk.exceptions.link' | transloco }}</a>
          <desk-live-mark />
        </div>
      </header>
      <anuyat-staff-notices />
      @for (system of page()?.unreached ?? []; track $index) {
        <ui-notification tone="warn" [heading]="'desk.inbox.unreached' | transloco"><p>“{{ system.name | say }}” · {{ 'desk.inbox.unreachedSince' | transloco }} {{ system.since | moment }}</p><p>{{ 'desk.inbox.unreachedText' | transloco }}</p></ui-notification>
      }
      <desk-inbox-counts [counts]="page()?.counts" [query]="query()" />
      <desk-inbox-filters [query]="query()" (changed)="show($event)" />
      <desk-claim-notice [tasks]="page()?.items ?? []" />
      @if (problem(); as trouble) {
        <ui-problem [problem]="trouble" [canRetry]="true" (retry)="list.reload()" />
      }
      @if (page(); as shown) {
        @if (shown.items.length > 0) {
          <desk-task-table [tasks]="shown.items" [me]="session.account()?.id" [absent]="absent()" [busyWith]="claims.busyWith()" [newIds]="newIds()" [isBusy]="isOutdated()" (claimed)="take($event, true)" (released)="take($event, false)" />
          <ui-pagination [hasPrevious]="query().after !== ''" [hasNext]="shown.next !== null" (previous)="goBack()" (next)="goOn(shown.next)" />
        } @else if (isNarrowed()) {
          <ui-empty [heading]="'desk.inbox.noMatch' | transloco">
            <p>{{ 'desk.inbox.noMatchHelp' | transloco }}</p>
            <p><a routerLink="." [queryParams]="{}">{{ 'desk.inbox.clear' | transloco }}</a></p>
          </ui-empty>
        } @else {
          <ui-empty [heading]="'desk.inbox.empty' | transloco"><p>{{ 'desk.inbox.emptyHelp' | transloco }}</p></ui-empty>
        }
      } @else if (!problem()) {
        <ui-loading [rows]="6" />
      }
      <p class="keys small">
        <label><input type="checkbox" #keysOn [checked]="keys.isOn()" (change)="keys.switchTo(keysOn.checked)" /> {{ 'desk.inbox.keys' | transloco }}</label>
        <span class="soft"><kbd>j</kbd> {{ 'desk.inbox.keyNext' | transloco }} · <kbd>k</kbd> {{ 'desk.inbox.keyBack' | transloco }} · <kbd>Enter</kbd> {{ 'desk.inbox.keyOpen' | transloco }}</span>
      </p>
    </div>
  `,
})
export class InboxPage {
  protected readonly session = inject(Session);
  protected readonly claims = inject(Claims);
  protected readonly keys = inject(InboxKeys);
  private readonly route = inject(ActivatedRoute);
  private readonly router = inject(Router);
  private readonly memory = inject(ListPlace);
  private readonly announcer = inject(Announcer);
  private readonly transloco = inject(TranslocoService);
  private rest: ReturnType<typeof setTimeout> | undefined;

  private readonly params = toSignal(this.route.queryParams, { initialValue: this.route.snapshot.queryParams });
  protected readonly query = computed(() => readQuery(this.params()));
  protected readonly list = httpResource<TaskPage>(() => ({ url: '/api/tasks', params: writeQuery(this.query()) }));
  protected readonly problem = computed(() => (this.list.error() ? toProblem(this.list.error()) : null));
  protected readonly offices = computed(() => this.session.account()?.offices ?? []);
  protected readonly absent = computed(() => this.offices().flatMap(({ standsInFor }) => (standsInFor ? [standsInFor.accountId] : [])));
  protected readonly isNarrowed = computed(() => isNarrowed(this.query()));

  /** The newest page that came; while another is on its way the old one stays in sight. */
  private readonly shown = linkedSignal<{ key: string; page: TaskPage | undefined }, Shown>({
    source: () => ({ key: JSON.stringify(writeQuery(this.query())), page: this.list.hasValue() ? this.list.value() : undefined }),
    computation: ({ key, page }, before) => ({
      key: page ? key : (before?.value.key ?? ''),
      page: page ?? before?.value.page,
      newIds: page && before?.value.key === key ? newcomers(before.value.page, page) : new Set(),
    }),
  });
  protected readonly page = computed(() => this.shown().page);
  protected readonly newIds = computed(() => this.shown().newIds);
  protected readonly isOutdated = computed(() => this.list.status() === 'loading');

  constructor() {
    const stream = inject(TaskStream);
    const destroyed = inject(DestroyRef);
    stream.hear(destroyed, () => this.refreshSoon());
    destroyed.onDestroy(() => clearTimeout(this.rest));
    this.claims.forget();
    effect(() => this.memory.keep(writeQuery(this.query())));
    effect(() => {
      const count = this.newIds().size;
      if (count > 0) untracked(() => this.announcer.say(this.transloco.translate(count === 1 ? 'desk.inbox.cameOne' : 'desk.inbox.came', { count })));
    });
  }

  protected show(query: InboxQuery): void {
    this.memory.startOver();
    this.go(query);
  }

  protected goOn(after: string | null): void {
    if (!after) return;
    this.memory.goOn(this.query().after);
    this.go({ ...this.query(), after });
  }

  protected goBack(): void {
    this.go({ ...this.query(), after: this.memory.goBack() });
  }

  /** The button that was pressed goes away; the focus stays in its row. */
  protected async take(task: TaskSummary, isMine: boolean): Promise<void> {
    const isDone = await (isMine ? this.claims.claim(task) : this.claims.release(task));
    if (isDone) document.querySelector<HTMLElement>(`a[data-task="${task.id}"]`)?.focus({ preventScroll: true });
    this.list.reload();
  }

  /** Moves often come in a bunch: one fetch for all of them. */
  private refreshSoon(): void {
    clearTimeout(this.rest);
    this.rest = setTimeout(() => this.list.reload(), REST_MS);
  }

  private go(query: InboxQuery): void {
    void this.router.navigate([], { relativeTo: this.route, queryParams: writeQuery(query) });
  }
}

function newcomers(before: TaskPage | undefined, now: TaskPage): ReadonlySet<string> {
  const known = new Set(before?.items.map(({ id }) => id));
  return new Set(before ? now.items.flatMap(({ id }) => (known.has(id) ? [] : [id])) : []);
}
