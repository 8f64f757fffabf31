import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, linkedSignal, signal, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { AnswerNotices, CaseView, ComposedForm, DocumentView, FieldProblem, FormDocument, QuestionView } from '@anuyat/contract';
import { FormView, fieldId, withAnswer } from '@anuyat/form-renderer';
import type { AnswerChange } from '@anuyat/form-renderer';
import type { CaseAnswers } from '@anuyat/licence-kit';
import { BackLink, Button, DayPipe, ErrorSummary, Field, Language, Loading, Notification, ProblemView, SayPipe } from '@anuyat/ui';
import { Act } from '../../core/act';
import { ApiClient } from '../../core/api-client';
import { PageTitle } from '../../core/page-title';
import { toProblem } from '../../core/problem';
import { WhyLedger } from '../../why/why-ledger';
import { LocalCopy } from '../draft/local-copy';
import { placeFacts } from '../draft/place-facts';
import { PaperSlot } from '../papers/paper-slot';
import { flaggedSchema } from './flagged-schema';

/** The answer to all offices that wait for one, in one go: only the flagged facts and documents are open; what is typed is kept on the device. */
@Component({
  selector: 'anuyat-question-page',
  imports: [BackLink, Button, DayPipe, ErrorSummary, Field, FormView, Loading, Notification, PaperSlot, ProblemView, RouterLink, SayPipe, TranslocoPipe],
  providers: [WhyLedger],
  templateUrl: './question-page.html',
})
export class QuestionPage {
  readonly id = input.required<string>();
  readonly questionId = input.required<string>({ alias: 'question' });
  private readonly api = inject(ApiClient);
  private readonly router = inject(Router);
  private readonly language = inject(Language);
  private readonly transloco = inject(TranslocoService);
  private readonly pageTitle = inject(PageTitle);
  private readonly view = viewChild(FormView);

  protected readonly case = httpResource<CaseView>(() => `/api/cases/${this.id()}`);
  protected readonly form = httpResource<ComposedForm>(() => `/api/cases/${this.id()}/form`);
  protected readonly problems = signal<readonly { target: string; message: string }[]>([]);
  protected readonly fieldProblems = signal<readonly FieldProblem[]>([]);
  protected readonly note = signal('');

  protected readonly question = computed(() => this.case.value()?.questions.find(({ id }) => id === this.questionId()));
  /** Everything that waits for an answer, of all offices; one that is answered stands alone. */
  protected readonly asked = computed<QuestionView[]>(() => {
    const question = this.question();
    if (!question) return [];
    return question.answeredAt ? [question] : (this.case.value()?.questions.filter(({ answeredAt }) => answeredAt === null) ?? []);
  });
  protected readonly notices = computed(() => this.case.value()?.notices.filter(({ id }) => this.asked().some(({ noticeId }) => noticeId === id)) ?? []);
  private readonly items = computed(() => this.asked().flatMap(({ items }) => items));
  protected readonly facts = computed(() => placeFacts(this.case.value()?.place ?? null));
  private readonly copy = computed(() => new LocalCopy(`answer.${this.questionId()}`));
  private readonly changes = linkedSignal(() => this.copy().read());
  protected readonly answers = computed<CaseAnswers>(() =>
    Object.entries(this.changes()).reduce<CaseAnswers>((answers, [path, value]) => withAnswer(answers, path, value), this.case.value()?.answers ?? {}),
  );
  protected readonly schema = computed(() => {
    const form = this.form.value();
    const paths = [...new Set(this.items().filter(({ kind }) => kind === 'fact').map(({ target }) => target))];
    return form && paths.length > 0 ? flaggedSchema(form.schema, paths) : undefined;
  });
  protected readonly papers = computed<FormDocument[]>(() => {
    const codes = this.items().filter(({ kind }) => kind === 'document').map(({ target }) => target);
    return this.form.value()?.documents.filter(({ code }) => codes.includes(code)) ?? [];
  });
  protected readonly problem = computed(() => {
    const error = this.case.error() ?? this.form.error();
    return error ? toProblem(error) : undefined;
  });

  protected readonly answer = new Act<CaseView>((key) => {
    const body = { changes: this.changes(), ...(this.note().trim() ? { note: this.note().trim() } : {}) } satisfies AnswerNotices;
    return this.api.send<CaseView>('POST', `/api/cases/${this.id()}/answers-to-notices`, body, key);
  });

  constructor() {
    effect(() => this.pageTitle.showErrors(this.problems().length > 0));
  }

  protected take({ path, value }: AnswerChange): void {
    this.changes.update((changes) => ({ ...changes, [path]: value ?? null }));
    this.copy().write(this.changes());
  }

  protected type(event: Event): void {
    this.note.set((event.target as HTMLTextAreaElement).value);
  }

  protected filesOf({ code }: FormDocument): DocumentView[] {
    return this.case.value()?.documents.filter((file) => file.code === code) ?? [];
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const wrong = (await this.view()?.validate()) ?? [];
    this.fieldProblems.set(wrong);
    const missing = this.papers().filter((paper) => !this.newFiles().some(({ code }) => code === paper.code));
    this.problems.set([
      ...wrong.map(({ path, message }) => ({ target: fieldId(path), message: this.language.say(message) })),
      ...missing.map((paper) => ({ target: `file-${paper.code}`, message: this.transloco.translate<string>('my.question.missingFile', { title: this.language.say(paper.title) }) })),
    ]);
    if (this.problems().length > 0) return;
    const reply = await this.answer.run({ changes: this.changes(), files: this.newFiles().map(({ id }) => id), note: this.note() });
    if (reply) {
      this.copy().write({});
      await this.router.navigate(['/my/cases', this.id()]);
    } else if (['event-not-accepted', 'too-late'].includes(this.answer.problem()?.code ?? '')) this.case.reload();
  }

  protected reload(): void {
    this.case.reload();
    this.form.reload();
  }

  /** Papers that came after the offices asked for them. */
  private newFiles(): DocumentView[] {
    const askedAt = (code: string): string => this.asked().filter(({ items }) => items.some(({ kind, target }) => kind === 'document' && target === code)).map((question) => question.askedAt).sort().at(-1) ?? '9';
    return this.case.value()?.documents.filter(({ code, uploadedAt }) => uploadedAt > askedAt(code)) ?? [];
  }
}
