import { httpResource } from '@angular/common/http';
import { Component, DestroyRef, computed, effect, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { LicenceView } from '@anuyat/contract';
import { BackLink, Button, DayPipe, Empty, Icon, Loading, ProblemView, QrImage, SayPipe, Tag } from '@anuyat/ui';
import { PageTitle } from '../../core/page-title';
import { LifeView } from '../../licence-life/life-view';
import { toProblem } from '../../core/problem';

/** One licence of mine: as a card, as a PDF, and as the display that hangs in the shop. */
@Component({
  selector: 'anuyat-licence-page',
  imports: [BackLink, Button, DayPipe, Empty, Icon, LifeView, Loading, ProblemView, QrImage, SayPipe, Tag, TranslocoPipe],
  templateUrl: './licence-page.html',
})
export class LicencePage {
  readonly number = input.required<string>();
  protected readonly licences = httpResource<LicenceView[]>(() => '/api/licences');
  protected readonly licence = computed(() => this.licences.value()?.find(({ number }) => number === this.number()));
  protected readonly verifyUrl = computed(() => `${location.origin}/verify/${encodeURIComponent(this.number())}`);
  protected readonly isOnWall = signal(false);
  protected readonly toProblem = toProblem;

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => {
      const licence = this.licence();
      if (licence) pageTitle.set(licence.title);
    });
    effect(() => document.body.classList.toggle('on-wall', this.isOnWall()));
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
