import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { CaseView } from '@anuyat/contract';
import { Announcer, BahtPipe, Button, DayPipe, Language, LineMapView, MomentPipe, ProblemView, SayPipe, Tag, WhoseMove } from '@anuyat/ui';
import { WhyLedger } from '../../why/why-ledger';
import { Act } from '../../core/act';
import { ApiClient } from '../../core/api-client';
import { LicenceCard } from '../licences/licence-card';
import { OpeningPlan } from '../../opening/opening-plan';
import { PayTogether } from '../pay/pay-together';
import { ApplicationPanel } from './application-panel';
import { CaseLedger } from './case-ledger';
import { CaseStream } from './case-stream';
import { LateAnswerCard } from './late-answer-card';
import { HearingCard } from './hearing-card';
import { OrderCard } from './order-card';

/** A case under way: whose move it is, the map, what is asked, what is to pay, every lane, what happened. Live. */
@Component({
  selector: 'anuyat-tracking',
  imports: [ApplicationPanel, BahtPipe, Button, CaseLedger, DayPipe, HearingCard, LateAnswerCard, LicenceCard, LineMapView, MomentPipe, NgTemplateOutlet, OpeningPlan, OrderCard, PayTogether, ProblemView, RouterLink, SayPipe, Tag, TranslocoPipe, WhoseMove],
  providers: [CaseStream, WhyLedger],
  templateUrl: './tracking.html',
})
export class Tracking {
  readonly case = input.required<CaseView>();
  readonly moved = output<void>();
  protected readonly stream = inject(CaseStream);
  private readonly api = inject(ApiClient);
  private readonly router = inject(Router);
  private readonly announcer = inject(Announcer);
  private readonly language = inject(Language);
  private readonly transloco = inject(TranslocoService);
  private readonly caseId = computed(() => this.case().id);
  private newest: string | undefined;

  protected readonly openQuestions = computed(() => this.case().questions.filter(({ answeredAt }) => !answeredAt));
  protected readonly openHearings = computed(() => this.case().hearings.filter(({ isOpen }) => isOpen));
  protected readonly pastHearings = computed(() => this.case().hearings.filter(({ isOpen }) => !isOpen));
  protected readonly orders = computed(() => this.case().orders.toReversed());
  protected readonly dueBills = computed(() => this.case().bills.filter(({ status }) => status === 'due'));
  /** What the case cost so far, where something of it was too much. */
  protected readonly refunds = computed(() => {
    const all = this.case().bills.flatMap(({ refunds }) => refunds);
    const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
    return all.length === 0
      ? null
      : { paid: sum(this.case().bills.filter(({ status }) => status === 'paid').map(({ total }) => total)), given: sum(all.filter(({ given }) => given).map(({ amount }) => amount)), owed: sum(all.filter(({ given }) => !given).map(({ amount }) => amount)) };
  });
  protected readonly otherBills = computed(() => this.case().bills.filter(({ status }) => status !== 'due'));
  /** The move's button, unless it would lead to this very page. */
  protected readonly hasSomewhereToGo = computed(() => this.case().move.link !== `/my/cases/${this.case().id}`);
  /** How much of the timeline stands there until the reader wants all of it. */
  protected readonly newestShown = 6;
  protected readonly isWhole = signal(false);
  protected readonly timeline = computed(() => [...this.case().timeline].sort((a, b) => b.at.localeCompare(a.at)));

  constructor() {
    effect(() => {
      const id = this.caseId();
      untracked(() => this.stream.follow(`/api/cases/${id}/stream`, () => this.moved.emit()));
    });
    effect(() => {
      const latest = this.timeline()[0];
      if (!latest) return;
      if (this.newest !== undefined && this.newest !== latest.id) {
        untracked(() => this.announcer.say(`${this.transloco.translate<string>('my.track.moved')} ${this.language.say(latest.lane)} ${this.language.say(latest.what)}`));
      }
      this.newest = latest.id;
    });
  }

  /** Something has ended without its licence: it can be filed again with everything kept; a change is asked for again at its licence. */
  protected readonly canFileAgain = computed(() => this.case().status !== 'draft' && this.case().applications.some(({ code, status }) => !code.endsWith(':change') && ['returned', 'refused', 'withdrawn'].includes(status)));
  protected readonly again = new Act<CaseView>((key) => this.api.send<CaseView>('POST', `/api/cases/${this.case().id}/file-again`, undefined, key));

  protected async fileAgain(): Promise<void> {
    const draft = await this.again.run(this.case().id);
    if (draft) await this.router.navigate(['/my/cases', draft.id]);
  }

  protected promiseOf(applicationId: string): CaseView['promises'][number] | undefined {
    return this.case().promises.find((each) => each.applicationId === applicationId);
  }

  protected questionLine(question: CaseView['questions'][number], date: string): string {
    return this.transloco.translate<string>('my.track.askedBy', { office: this.language.say(question.office), date });
  }
}
