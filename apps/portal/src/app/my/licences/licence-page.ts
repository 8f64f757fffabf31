import { httpResource } from '@angular/common/http';
import { Component, DestroyRef, computed, effect, inject, input, linkedSignal, signal, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { LicenceView, PaperView } from '@anuyat/contract';
import { BackLink, Button, DayPipe, Empty, Icon, Loading, MomentPipe, ProblemView, QrImage, SayPipe, Tag } from '@anuyat/ui';
import { PageTitle } from '../../core/page-title';
import { LifeView } from '../../licence-life/life-view';
import { toProblem } from '../../core/problem';

const SECOND_MS = 1_000;
const STATUS_MS = 60_000;

/** One licence of mine: as a card, as a PDF, and as the display that hangs in the shop. */
@Component({
  selector: 'anuyat-licence-page',
  imports: [BackLink, Button, DayPipe, Empty, Icon, LifeView, Loading, MomentPipe, ProblemView, QrImage, SayPipe, Tag, TranslocoPipe],
  templateUrl: './licence-page.html',
})
export class LicencePage {
  readonly number = input.required<string>();
  /** `wall`: as the display from the first moment. */
  readonly show = input<string>();
  protected readonly licences = httpResource<LicenceView[]>(() => '/api/licences');
  protected readonly licence = computed(() => this.licences.value()?.find(({ number }) => number === this.number()));
  protected readonly paper = httpResource<PaperView>(() => `/api/licences/${encodeURIComponent(this.number())}/paper`);
  protected readonly verifyUrl = computed(() => (this.paper.hasValue() ? this.paper.value().link : `${location.origin}/verify/${encodeURIComponent(this.number())}`));
  /** The time as it runs on the display: a picture of the screen would stand still. */
  protected readonly now = signal(new Date());
  protected readonly today = computed(() => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Bangkok' }).format(this.now()));
  protected readonly time = computed(() => new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Bangkok', timeStyle: 'medium' }).format(this.now()));
  protected readonly checkedAt = linkedSignal<LicenceView[] | undefined, string>({ source: () => this.licences.value(), computation: () => new Date().toISOString() });
  protected readonly isOnWall = signal(false);
  protected readonly toProblem = toProblem;

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => {
      const licence = this.licence();
      if (licence) pageTitle.set(licence.title);
    });
    effect(() => document.body.classList.toggle('on-wall', this.isOnWall()));
    effect(() => this.isOnWall.set(this.show() === 'wall'));
    effect((onCleanup) => {
      if (!this.isOnWall()) return;
      const clock = setInterval(() => this.now.set(new Date()), SECOND_MS);
      const status = setInterval(() => untracked(() => this.licences.reload()), STATUS_MS);
      onCleanup(() => {
        clearInterval(clock);
        clearInterval(status);
      });
    });
    inject(DestroyRef).onDestroy(() => document.body.classList.remove('on-wall'));
  }

  protected showOnWall(): void {
    this.isOnWall.set(true);
    document.documentElement.requestFullscreen?.().catch(() => undefined);
  }

  protected leaveWall(): void {
    this.isOnWall.set(false);
    if (document.fullscreenElement) void document.exitFullscreen();
  }
}
