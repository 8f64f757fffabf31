import { Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DocumentView, FormDocument, Problem } from '@anuyat/contract';
import { Button, ErrorSummary, Field, ProblemView } from '@anuyat/ui';
import { LocalCopy } from '../draft/local-copy';
import { PaperSlot } from '../papers/paper-slot';

/** What was written: the main words, what is asked for, and why it is late. */
export interface Reply {
  words: string;
  request: string;
  lateBecause: string;
}

export const ANSWER_PAPER = 'answer-paper';
const LONGEST = 4000;

/**
 * Words and papers of one's own: an answer to an intended refusal, or an appeal. What is typed is kept on the device until it was sent,
 * whatever the portal answers.
 */
@Component({
  selector: 'anuyat-reply-form',
  imports: [Button, ErrorSummary, Field, PaperSlot, ProblemView, TranslocoPipe],
  template: `
    <form class="stack" novalidate (submit)="go($event)">
      <ui-error-summary [problems]="summary()" />
      @if (problem(); as trouble) {
        <ui-problem [problem]="trouble" [isSafe]="true" />
      }
      <ui-field [for]="id('words')" [label]="'my.' + kind() + '.words' | transloco" [error]="fault()">
        <textarea class="input" rows="6" #words [id]="id('words')" [value]="reply().words" [attr.aria-invalid]="fault() ? true : null" (input)="write({ words: words.value })"></textarea>
      </ui-field>
      @if (kind() === 'appeal') {
        <ui-field [for]="id('request')" [label]="'my.appeal.request' | transloco" [isOptional]="true">
          <textarea class="input" rows="3" #request [id]="id('request')" [value]="reply().request" (input)="write({ request: request.value })"></textarea>
        </ui-field>
        @if (needsCause()) {
          <ui-field [for]="id('late')" [label]="'my.appeal.lateBecause' | transloco" [help]="'my.appeal.lateHelp' | transloco" [error]="lateFault()">
            <textarea class="input" rows="3" #late [id]="id('late')" [value]="reply().lateBecause" [attr.aria-invalid]="lateFault() ? true : null" (input)="write({ lateBecause: late.value })"></textarea>
          </ui-field>
        }
      }
      <anuyat-paper-slot [caseId]="caseId()" [paper]="paper()" [isRequired]="false" [files]="files()" (changed)="changed.emit()" />
      <div><button type="submit" uiButton [isBusy]="isBusy()">{{ 'my.' + kind() + '.send' | transloco }}</button></div>
      <p class="tiny soft">{{ 'my.hearing.kept' | transloco }}</p>
    </form>
  `,
})
export class ReplyForm {
  readonly kind = input.required<'hearing' | 'appeal'>();
  /** Of the hearing or order: the name under which the device keeps what is typed. */
  readonly about = input.required<string>();
  readonly caseId = input.required<string>();
  readonly files = input.required<readonly DocumentView[]>();
  readonly problem = input<Problem | null>(null);
  readonly isBusy = input(false);
  /** Whether the time is over, so that a cause has to be given. */
  readonly isLate = input(false);
  readonly changed = output<void>();
  readonly sent = output<Reply>();

  private readonly copy = computed(() => new LocalCopy(`${this.kind()}.${this.about()}`));
  protected readonly reply = linkedSignal<Reply>(() => {
    const kept = this.copy().read();
    const said = (part: keyof Reply): string => (typeof kept[part] === 'string' ? String(kept[part]) : '');
    return { words: said('words'), request: said('request'), lateBecause: said('lateBecause') };
  });
  protected readonly isTried = signal(false);
  protected readonly needsCause = computed(() => this.isLate() || this.problem()?.code === 'appeal-late');
  protected readonly fault = computed(() => {
    if (!this.isTried()) return '';
    const length = this.reply().words.trim().length;
    return length === 0 ? this.says('empty') : length > LONGEST ? this.says('long') : '';
  });
  protected readonly lateFault = computed(() => (this.isTried() && this.needsCause() && !this.reply().lateBecause.trim() ? this.says('late') : ''));
  protected readonly summary = computed(() => [
    ...(this.fault() ? [{ target: this.id('words'), message: this.fault() }] : []),
    ...(this.lateFault() ? [{ target: this.id('late'), message: this.lateFault() }] : []),
  ]);
  protected readonly paper = computed<FormDocument>(() => ({
    code: ANSWER_PAPER,
    title: { th: 'เอกสารประกอบ', en: 'Papers' },
    isRequired: false,
    accepts: ['application/pdf', 'image/jpeg', 'image/png'],
    maxBytes: 10_000_000,
    maxFiles: 40,
    askedBy: [],
  }));

  /** Says that it arrived: what the device kept is not needed any more. */
  forget(): void {
    this.copy().write({});
  }

  protected id(part: string): string {
    return `${this.kind()}-${part}-${this.about().replace(/[^A-Za-z0-9]+/g, '-')}`;
  }

  protected write(part: Partial<Reply>): void {
    this.reply.update((reply) => ({ ...reply, ...part }));
    this.copy().write({ ...this.reply() });
  }

  protected go(event: Event): void {
    event.preventDefault();
    this.isTried.set(true);
    if (this.summary().length === 0) this.sent.emit(this.reply());
  }

  private says(fault: 'empty' | 'long' | 'late'): string {
    return FAULTS[fault][document.documentElement.lang === 'en' ? 'en' : 'th'];
  }
}

const FAULTS = {
  empty: { th: 'เขียนสิ่งที่ต้องการชี้แจง', en: 'Write what you have to say' },
  long: { th: 'ข้อความยาวเกิน 4,000 ตัวอักษร โปรดย่อให้สั้นลง', en: 'The text has more than 4,000 characters. Please shorten it.' },
  late: { th: 'ระบุเหตุที่ยื่นช้า', en: 'Say why the appeal is late' },
} as const;
