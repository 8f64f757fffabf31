import { Component, ElementRef, computed, effect, inject, input, signal, untracked } from '@angular/core';
import type { OnDestroy } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { TaskView } from '@anuyat/contract';
import type { Text } from '@anuyat/licence-kit';
import { Button, ErrorSummary, Icon, Language, ProblemView, SayPipe } from '@anuyat/ui';
import { PageTitle } from '../../../core/page-title';
import { PasskeyConfirm } from '../../../passkey/passkey-confirm';
import { isWorthRepeating } from '../../../core/problem';
import { actWords, isGrave } from '../act-words';
import { Overtaken } from '../overtaken';
import { Deciding } from '../deciding/deciding';
import { itemField, needsNote } from '../deciding/drafts';
import { ReviewFile } from '../review-file';
import { ActLetter } from './act-letter';
import { AppointmentFields } from './appointment-fields';
import { ConflictFields } from './conflict-fields';
import { DelayFields } from './delay-fields';
import { DemandFields } from './demand-fields';
import { FindingsFields } from './findings-fields';
import { ItemsFields } from './items-fields';
import { ReasonsFields } from './reasons-fields';
import { WordsField } from './words-field';

/** The form of the act that is open, with what it will cause; what goes out as a letter is shown as one before it is sent. */
@Component({
  selector: 'desk-act-form',
  imports: [ActLetter, AppointmentFields, Button, ConflictFields, DelayFields, DemandFields, ErrorSummary, FindingsFields, Icon, ItemsFields, Overtaken, PasskeyConfirm, ProblemView, ReasonsFields, SayPipe, TranslocoPipe, WordsField],
  template: `
    @if (deciding.act(); as act) {
      <section class="act-form" aria-labelledby="act-heading">
        <h2 id="act-heading" tabindex="-1">{{ words() | say }}</h2>
        @if (act.causes | say; as causes) {
          <p class="act-causes"><ui-icon name="arrow" /> {{ causes }}</p>
        }
        <desk-overtaken />
        <ui-error-summary [problems]="summary()" />
        @if (deciding.problem(); as problem) {
          <ui-problem [problem]="problem" [isSafe]="true" [canRetry]="canRepeat()" (retry)="deciding.send()"><anuyat-passkey-confirm [problem]="problem" (confirmed)="deciding.send()" /></ui-problem>
        }
        <form (submit)="go($event)">
          @if (isPreview()) {
            <desk-act-letter [task]="task()" [act]="act" [draft]="deciding.draft()" />
          } @else {
            @switch (act.needs) {
              @case ('note') {
                <desk-words-field part="note" [label]="mustSay() ? 'desk.acts.reason' : 'desk.acts.note'" [help]="mustSay() ? 'desk.acts.reasonHelp' : 'desk.acts.noteHelp'" [isOptional]="!mustSay()" />
              }
              @case ('reason') {
                <desk-delay-fields />
              }
              @case ('conditions') {
                <desk-words-field part="conditions" label="desk.acts.conditions" help="desk.acts.conditionsHelp" [isOptional]="true" />
                <desk-words-field part="note" label="desk.acts.note" help="desk.acts.noteHelp" [isOptional]="true" />
              }
              @case ('conflict') {
                <desk-conflict-fields />
              }
              @case ('items') {
                <desk-items-fields [task]="task()" />
              }
              @case ('demand') {
                <desk-demand-fields [task]="task()" />
              }
              @case ('reasons') {
                <desk-reasons-fields [licence]="task().licence.code" />
              }
              @case ('appointment') {
                <desk-appointment-fields />
              }
              @case ('findings') {
                <desk-findings-fields />
              }
            }
          }
          <div class="actions">
            @if (deciding.isStillOpen() && !mustLook()) {
              @if (hasLetter() && !isPreview()) {
                <button type="submit" uiButton>{{ 'desk.acts.preview' | transloco }}</button>
              } @else {
                <button type="submit" [uiButton]="isGrave() ? 'danger' : 'primary'" [isBusy]="deciding.isSending()">{{ 'desk.acts.send' | transloco: { act: (words() | say) } }}</button>
              }
            }
            @if (isPreview()) {
              <button type="button" uiButton="secondary" (click)="isPreview.set(false)">{{ 'desk.acts.edit' | transloco }}</button>
            }
            <button type="button" uiButton="quiet" (click)="deciding.close()">{{ 'desk.acts.close' | transloco }}</button>
          </div>
          <p class="tiny soft">{{ 'desk.acts.kept' | transloco }}</p>
        </form>
      </section>
    }
  `,
})
export class ActForm implements OnDestroy {
  readonly task = input.required<TaskView>();
  protected readonly deciding = inject(Deciding);
  private readonly file = inject(ReviewFile);
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(Language);
  private readonly title = inject(PageTitle);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  protected readonly isPreview = signal(false);
  protected readonly hasLetter = computed(() => ['items', 'reasons'].includes(this.deciding.act()?.needs ?? ''));
  protected readonly mustSay = computed(() => {
    const act = this.deciding.act();
    return act !== null && needsNote(act);
  });
  protected readonly words = computed(() => {
    const act = this.deciding.act();
    return act ? actWords(act, this.task()) : null;
  });
  protected readonly isGrave = computed(() => isGrave(this.deciding.act()?.event ?? ''));
  protected readonly canRepeat = computed(() => {
    const problem = this.deciding.problem();
    return problem !== null && isWorthRepeating(problem);
  });
  /** The file changed under the officer's eyes: it has to be looked at before anything is sent. */
  protected readonly mustLook = computed(() => this.file.changes().facts.length > 0 || this.file.changes().documents.length > 0);
  protected readonly summary = computed(() =>
    this.deciding.faults().map(({ target, words }) => {
      const about = this.language.say(this.titleOf(target));
      return { target: `act-${target}`, message: `${about}${about ? ': ' : ''}${this.transloco.translate<string>(words)}` };
    }),
  );

  constructor() {
    effect(() => {
      this.deciding.act();
      untracked(() => this.isPreview.set(false));
      setTimeout(() => this.toHeading());
    });
    effect(() => this.title.showErrors(this.deciding.stillWrong().length > 0));
  }

  ngOnDestroy(): void {
    this.title.showErrors(false);
  }

  protected go(event: Event): void {
    event.preventDefault();
    if (!this.deciding.isStillOpen() || this.mustLook()) return;
    if (!this.hasLetter() || this.isPreview()) return void this.deciding.send();
    if (!this.deciding.check()) return;
    this.isPreview.set(true);
    setTimeout(() => this.toHeading());
  }

  /** The fact or paper whose message is at fault. */
  private titleOf(target: string): Text | undefined {
    const { facts, documents } = this.task().askable;
    const choices = [...facts.map(({ path, title }) => ({ kind: 'fact' as const, target: path, title })), ...documents.map(({ code, title }) => ({ kind: 'document' as const, target: code, title }))];
    return choices.find((choice) => itemField(choice) === target)?.title;
  }

  private toHeading(): void {
    const heading = this.host.nativeElement.querySelector<HTMLElement>('#act-heading');
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView?.({ block: 'nearest' });
  }
}
