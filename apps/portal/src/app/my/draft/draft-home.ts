import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { CaseCheck, CaseView, ComposedForm } from '@anuyat/contract';
import { Button, Dialog, Language, Loading, Notification, ProblemView, SayPipe, TaskList } from '@anuyat/ui';
import { Act } from '../../core/act';
import { ApiClient } from '../../core/api-client';
import { toProblem } from '../../core/problem';
import { CarriedOverView } from './carried-over';
import { DraftKeeper } from './draft-keeper';
import { SavingLine } from './saving-line';
import { draftTasks } from './draft-tasks';

/** A draft as a task list: the topics, the documents, and the way to send it. */
@Component({
  selector: 'anuyat-draft-home',
  imports: [Button, CarriedOverView, Dialog, Loading, Notification, ProblemView, SavingLine, SayPipe, TaskList, TranslocoPipe],
  templateUrl: './draft-home.html',
})
export class DraftHome {
  readonly case = input.required<CaseView>();
  protected readonly keeper = inject(DraftKeeper);
  private readonly api = inject(ApiClient);
  private readonly router = inject(Router);
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(Language);

  protected readonly form = httpResource<ComposedForm>(() => `/api/cases/${this.case().id}/form`);
  protected readonly check = httpResource<CaseCheck>(() => `/api/cases/${this.case().id}/check`);
  protected readonly isDiscarding = signal(false);
  protected readonly discard = new Act<boolean>((key) => this.api.discardCase(this.case().id, key).then(() => true));

  protected readonly problem = computed(() => (this.check.error() ?? this.form.error() ? toProblem(this.check.error() ?? this.form.error()) : undefined));
  protected readonly tasks = computed(() => {
    this.language.current();
    if (!this.check.hasValue()) return undefined;
    const words = (key: string, params = {}) => this.transloco.translate<string>(`my.draft.${key}`, params);
    return draftTasks(this.case().id, this.check.value(), this.form.hasValue() ? this.form.value() : undefined, words, (text) => this.language.say(text));
  });

  constructor() {
    effect(() => {
      const shown = this.case();
      untracked(() => this.keeper.open(shown));
    });
    effect(() => {
      if (this.keeper.licences()) {
        untracked(() => {
          this.form.reload();
          this.check.reload();
        });
      }
    });
  }

  protected async throwAway(): Promise<void> {
    if (await this.discard.run()) await this.router.navigateByUrl('/my');
  }

  protected reload(): void {
    this.form.reload();
    this.check.reload();
  }

  protected titles(licences: readonly { title: { th: string; en: string } }[]): string {
    return licences.map(({ title }) => this.language.say(title)).join(', ');
  }
}
