import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { CaseView, JourneyView, PlaceView } from '@anuyat/contract';
import type { Text } from '@anuyat/licence-kit';
import { BackLink, BahtPipe, Button, DaysPipe, Empty, Icon, Language, LineMapView, Loading, Notification, ProblemView, SayPipe, WhyDecision } from '@anuyat/ui';
import { Act } from '../../core/act';
import { ApiClient } from '../../core/api-client';
import { PageTitle } from '../../core/page-title';
import { toProblem } from '../../core/problem';
import { Session } from '../../core/session';
import { OpeningPlan } from '../../opening/opening-plan';
import { LivePlan } from './live-plan';
import { PlanAnswers } from './plan-answers';
import { planMap } from './plan-map';
import { PlannedLicenceCard } from './planned-licence-card';

/** What the business needs, from whom, in what order, with time and money; and the way into the form. */
@Component({
  selector: 'anuyat-plan-page',
  imports: [BackLink, BahtPipe, Button, DaysPipe, Empty, Icon, LineMapView, Loading, Notification, OpeningPlan, PlannedLicenceCard, ProblemView, RouterLink, SayPipe, TranslocoPipe, WhyDecision],
  providers: [LivePlan],
  templateUrl: './plan-page.html',
})
export class PlanPage {
  readonly code = input.required<string>();
  protected readonly live = inject(LivePlan);
  protected readonly session = inject(Session);
  private readonly kept = inject(PlanAnswers);
  private readonly api = inject(ApiClient);
  private readonly router = inject(Router);
  private readonly language = inject(Language);
  private readonly transloco = inject(TranslocoService);

  protected readonly journey = httpResource<JourneyView>(() => `/api/journeys/${encodeURIComponent(this.code())}`);
  protected readonly answers = computed(() => this.kept.of(this.code()));
  protected readonly problem = computed(() => this.live.problem() ?? (this.journey.error() ? toProblem(this.journey.error()) : undefined));
  protected readonly needed = computed(() => (this.live.plan()?.licences ?? []).filter(({ isNeeded }) => isNeeded).sort((a, b) => a.step - b.step));
  protected readonly undecided = computed(() => (this.live.plan()?.licences ?? []).filter(({ isNeeded }) => isNeeded === null));
  protected readonly notNeeded = computed(() => (this.live.plan()?.licences ?? []).filter(({ isNeeded }) => isNeeded === false));
  protected readonly map = computed(() => {
    const plan = this.live.plan();
    const journey = this.journey.hasValue() ? this.journey.value() : undefined;
    if (!plan || !journey || this.needed().length === 0) return undefined;
    this.language.current();
    return planMap(plan, { submit: this.words('submit'), open: this.words('open'), issued: this.words('issued'), group: journey.title });
  });

  protected readonly start = new Act<CaseView>((key) => this.api.openCase({ journey: this.code(), answers: this.answers() }, key));

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => {
      const code = this.code();
      untracked(() => void this.live.ask(code, this.answers()));
    });
    effect(() => {
      if (this.journey.hasValue()) pageTitle.set(this.journey.value().title);
    });
  }

  protected async open(): Promise<void> {
    const opened = await this.start.run(this.answers());
    if (!opened) return;
    this.kept.forget(this.code());
    await this.router.navigate(['/my/cases', opened.id]);
  }

  protected placeWords({ subdistrict, district, province, estate, zone }: PlaceView): string {
    return [subdistrict, district, province, estate, zone].flatMap((area) => (area ? [this.language.say(area.title)] : [])).join(' ');
  }

  protected reload(): void {
    this.journey.reload();
    void this.live.ask(this.code(), this.answers());
  }

  protected print(): void {
    window.print();
  }

  private words(key: string): Text {
    const words = this.transloco.translate<string>(`public.plan.${key}`);
    return { th: words, en: words };
  }
}
