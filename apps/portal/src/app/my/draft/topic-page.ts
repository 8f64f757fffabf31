import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, signal, untracked, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CaseView, ComposedForm, FieldProblem } from '@anuyat/contract';
import { FormView, fieldId } from '@anuyat/form-renderer';
import type { AnswerChange } from '@anuyat/form-renderer';
import type { Facts, JsonSchema } from '@anuyat/licence-kit';
import { BackLink, Button, ErrorSummary, Language, Loading, ProblemView, SayPipe } from '@anuyat/ui';
import { PageTitle } from '../../core/page-title';
import { toProblem } from '../../core/problem';
import { ConflictBox } from './conflict-box';
import { DraftKeeper } from './draft-keeper';
import { SavingLine } from './saving-line';
import { placeFacts } from './place-facts';

/** One topic of the form on a page; saved while one types, checked on "continue". */
@Component({
  selector: 'anuyat-topic-page',
  imports: [BackLink, Button, ConflictBox, ErrorSummary, FormView, Loading, ProblemView, RouterLink, SavingLine, SayPipe, TranslocoPipe],
  template: `
    <div class="page reading">
      <ui-back-link [link]="backTo()" [title]="'my.topic.backToList' | transloco" />
      @if (topic(); as topic) {
        <ui-error-summary [problems]="summary()" />
        <h1>{{ topic.title | say }}</h1>
        @if (topic.help) {
          <p class="soft">{{ topic.help | say }}</p>
        }
        @if (schema(); as whole) {
          <anuyat-conflict-box [schema]="whole" />
        }
        <form novalidate (submit)="goOn($event)">
          <form-view [schema]="topicSchema()" [answers]="keeper.answers()" [facts]="facts()" [round]="keeper.round()" [problems]="problems()" (changed)="take($event)" />
          <anuyat-saving-line />
          <div class="actions"><button type="submit" uiButton [isBusy]="isLeaving()">{{ 'my.topic.saveAndGo' | transloco }}</button></div>
        </form>
      } @else if (problem()) {
        <h1>{{ 'my.draft.title' | transloco }}</h1>
        <ui-problem [problem]="problem()!" isSafe canRetry (retry)="reload()" />
      } @else if (form.hasValue() && case.hasValue()) {
        <h1>{{ 'my.topic.notFound' | transloco }}</h1>
        <p>{{ 'my.topic.notFoundText' | transloco }}</p>
        <p><a [routerLink]="backTo()">{{ 'my.topic.backToList' | transloco }}</a></p>
      } @else {
        <ui-loading [rows]="4" />
      }
    </div>
  `,
})
export class TopicPage {
  readonly id = input.required<string>();
  readonly topicId = input.required<string>({ alias: 'topic' });
  /** `check` when the person came from the check page and goes straight back there. */
  readonly from = input<string>();

  protected readonly keeper = inject(DraftKeeper);
  private readonly router = inject(Router);
  private readonly language = inject(Language);
  private readonly pageTitle = inject(PageTitle);
  private readonly view = viewChild(FormView);

  protected readonly case = httpResource<CaseView>(() => `/api/cases/${this.id()}`);
  protected readonly form = httpResource<ComposedForm>(() => `/api/cases/${this.id()}/form`);
  protected readonly problems = signal<readonly FieldProblem[]>([]);
  protected readonly isLeaving = signal(false);

  protected readonly topic = computed(() => (this.form.hasValue() && this.case.hasValue() ? this.form.value().topics.find(({ id }) => id === this.topicId()) : undefined));
  protected readonly schema = computed(() => (this.form.hasValue() ? this.form.value().schema : undefined));
  protected readonly topicSchema = computed<JsonSchema>(() => {
    const topic = this.topic();
    return topic ? { type: 'object', required: [topic.id], properties: { [topic.id]: topic.schema } } : {};
  });
  protected readonly facts = computed<Facts>(() => placeFacts(this.case.hasValue() ? this.case.value().place : null));
  protected readonly summary = computed(() => this.problems().map(({ path, message }) => ({ target: fieldId(path), message: this.language.say(message) })));
  protected readonly problem = computed(() => {
    const error = this.case.error() ?? this.form.error();
    return error ? toProblem(error) : undefined;
  });
  protected readonly backTo = computed(() => `/my/cases/${this.id()}${this.from() === 'check' ? '/check' : ''}`);

  constructor() {
    effect(() => {
      const shown = this.case.hasValue() ? this.case.value() : undefined;
      if (shown) untracked(() => this.keeper.open(shown));
    });
    effect(() => {
      const topic = this.topic();
      if (topic) this.pageTitle.set(topic.title);
    });
  }

  protected take({ path, value }: AnswerChange): void {
    this.keeper.take(path, value);
  }

  protected async goOn(event: Event): Promise<void> {
    event.preventDefault();
    const problems = (await this.view()?.validate()) ?? [];
    this.problems.set(problems);
    this.pageTitle.showErrors(problems.length > 0);
    if (problems.length > 0) return;
    this.isLeaving.set(true);
    const isSaved = await this.keeper.flush();
    this.isLeaving.set(false);
    if (isSaved || this.keeper.saving() === 'waiting') await this.router.navigateByUrl(this.backTo());
  }

  protected reload(): void {
    this.case.reload();
    this.form.reload();
  }
}
