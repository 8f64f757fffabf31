import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, linkedSignal, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { CaseCheck, CaseView, ComposedForm, FormTopic } from '@anuyat/contract';
import { answerRows, fieldId, loadRules } from '@anuyat/form-renderer';
import type { FormRules } from '@anuyat/form-renderer';
import { BackLink, Button, DaysPipe, ErrorSummary, Language, Loading, Notification, ProblemView, SayPipe, SummaryList } from '@anuyat/ui';
import type { FactRow } from '@anuyat/ui';
import { Act } from '../../core/act';
import { ApiClient } from '../../core/api-client';
import { PageTitle } from '../../core/page-title';
import { toProblem } from '../../core/problem';
import { WhyBox } from '../../why/why-box';
import { WhyLedger } from '../../why/why-ledger';
import { CheckFees } from './check-fees';
import { DraftKeeper } from './draft-keeper';
import { FactNames } from './fact-names';
import { placeFacts } from './place-facts';

/** Where the tick of the declaration waits while its person confirms who it is. */
const DECLARED = 'anuyat.declared.';

/** Everything once more before it is sent: answers, documents, offices, fees, the declaration. */
@Component({
  selector: 'anuyat-check-page',
  imports: [BackLink, Button, CheckFees, DaysPipe, ErrorSummary, Loading, Notification, ProblemView, RouterLink, SayPipe, SummaryList, TranslocoPipe, WhyBox],
  providers: [FactNames, WhyLedger],
  templateUrl: './check-page.html',
})
export class CheckPage {
  readonly id = input.required<string>();
  private readonly keeper = inject(DraftKeeper);
  private readonly names = inject(FactNames);
  private readonly api = inject(ApiClient);
  private readonly router = inject(Router);
  private readonly language = inject(Language);
  private readonly transloco = inject(TranslocoService);
  private readonly pageTitle = inject(PageTitle);
  private readonly rules = signal<FormRules | undefined>(undefined);

  protected readonly case = httpResource<CaseView>(() => `/api/cases/${this.id()}`);
  protected readonly form = httpResource<ComposedForm>(() => `/api/cases/${this.id()}/form`);
  protected readonly check = httpResource<CaseCheck>(() => `/api/cases/${this.id()}/check`);
  protected readonly declares = linkedSignal({ source: this.id, computation: (id) => sessionStorage.getItem(`${DECLARED}${id}`) !== null });
  protected readonly hasTried = signal(false);
  protected readonly submit = new Act<CaseView>((key) => this.api.submitCase(this.id(), { declaresTruth: true, answersRevision: this.case.value()?.answersRevision ?? 0 }, key));

  protected readonly isLoaded = computed(() => this.case.hasValue() && this.form.hasValue() && this.check.hasValue() && this.rules() !== undefined);
  protected readonly problem = computed(() => {
    const error = this.case.error() ?? this.form.error() ?? this.check.error();
    return error ? toProblem(error) : undefined;
  });
  protected readonly openPoints = computed(() => {
    const check = this.check.value();
    if (!check) return 0;
    return check.topics.reduce((sum, { problems }) => sum + problems.length, 0) + check.documents.filter(({ problem }) => problem).length;
  });
  protected readonly summary = computed(() => {
    this.language.current();
    if (!this.hasTried()) return [];
    const refused = this.submit.problem()?.fields?.map(({ path, message }) => ({ target: fieldId(path), message: this.language.say(message) })) ?? [];
    return this.declares() ? refused : [{ target: 'declares', message: this.transloco.translate<string>('my.check.mustDeclare') }, ...refused];
  });

  constructor() {
    void loadRules().then((rules) => this.rules.set(rules));
    effect(() => {
      const shown = this.case.hasValue() ? this.case.value() : undefined;
      if (!shown) return;
      untracked(() => {
        if (shown.status !== 'draft') void this.router.navigate(['/my/cases', shown.id], { replaceUrl: true });
        this.keeper.open(shown);
        void this.names.learn(shown.answers);
      });
    });
  }

  protected rowsOf(topic: FormTopic): FactRow[] {
    const rules = this.rules();
    const shown = this.case.value();
    if (!rules || !shown) return [];
    const whole = { properties: { [topic.id]: topic.schema } };
    const visible = rules.visible(whole, { ...shown.answers, ...placeFacts(shown.place) });
    return answerRows(visible, shown.answers, this.names.nameOf).map((row) => ({
      label: this.language.say(row.label),
      value: this.language.say(row.value),
      changeLink: `/my/cases/${this.id()}/topics/${topic.id}`,
      changeQuery: { from: 'check' },
    }));
  }

  protected filesOf(code: string): string {
    return this.case.value()?.documents.filter((file) => file.code === code).map(({ fileName }) => fileName).join(', ') ?? '';
  }

  protected declare(event: Event): void {
    this.declares.set((event.target as HTMLInputElement).checked);
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.hasTried.set(true);
    this.pageTitle.showErrors(!this.declares());
    if (!this.declares() || !(await this.keeper.flush())) return;
    const sent = await this.submit.run({ revision: this.case.value()?.answersRevision });
    if (sent) sessionStorage.removeItem(`${DECLARED}${this.id()}`);
    if (sent) return void (await this.router.navigate(['/my/cases', sent.id, 'sent'], { replaceUrl: true }));
    if (this.submit.problem()?.code === 'step-up-needed') return sessionStorage.setItem(`${DECLARED}${this.id()}`, '');
    if (this.submit.problem()?.code === 'case-already-submitted') await this.router.navigate(['/my/cases', this.id()], { replaceUrl: true });
    else this.reload();
  }

  protected reload(): void {
    this.case.reload();
    this.check.reload();
    this.form.reload();
  }
}
