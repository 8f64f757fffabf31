import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { TaskView } from '@anuyat/contract';
import type { Text } from '@anuyat/licence-kit';
import { Button, Field, SayPipe, describedBy } from '@anuyat/ui';
import { Deciding } from '../deciding/deciding';
import { itemField } from '../deciding/drafts';
import type { DraftItem } from '../deciding/drafts';
import { WordsField } from './words-field';

interface Choice {
  kind: DraftItem['kind'];
  target: string;
  title: Text;
}

const PHRASES: Record<DraftItem['kind'], readonly string[]> = {
  document: ['unreadable', 'incomplete', 'wrongPaper', 'expired'],
  fact: ['mismatch', 'unclear', 'missing'],
};

/**
 * The one round of questions (Licensing Facilitation Act B.E. 2558 s.8): facts and papers that the manual lists are picked,
 * each with its own message.
 */
@Component({
  selector: 'desk-items-fields',
  imports: [Button, Field, SayPipe, TranslocoPipe, WordsField],
  template: `
    <p class="small"><strong>{{ 'desk.acts.oneRound' | transloco }}</strong> {{ 'desk.acts.oneRoundHelp' | transloco }}</p>
    <ui-field for="act-items" [label]="'desk.acts.add' | transloco" [help]="'desk.acts.addHelp' | transloco" [error]="fault('items')">
      <div class="add-item">
        <select #choice id="act-items" class="input" [attr.aria-invalid]="fault('items') ? true : null" [attr.aria-describedby]="described('items', true)" (change)="chosen.set(choice.value)">
          <option value="" [selected]="chosen() === ''">{{ 'desk.acts.choose' | transloco }}</option>
          @for (group of groups(); track $index) {
            <optgroup [label]="group.title | say">
              @for (one of group.choices; track one.kind + one.target) {
                <option [value]="one.kind + ':' + one.target" [selected]="chosen() === one.kind + ':' + one.target">{{ one.title | say }}</option>
              }
            </optgroup>
          }
        </select>
        <button type="button" uiButton="secondary" isSmall (click)="add()">{{ 'desk.acts.addOne' | transloco }}</button>
      </div>
    </ui-field>
    <ol class="plain-list picked-items">
      @for (item of picked(); track item.kind + item.target) {
        <li class="picked-item">
          <ui-field [for]="'act-' + fieldOf(item)" [label]="item.title | say" [error]="fault(fieldOf(item))">
            <ul class="chips" [attr.aria-label]="'desk.acts.phrases' | transloco">
              @for (phrase of phrases[item.kind]; track phrase) {
                <li><button type="button" class="phrase" (click)="say(item, phrase)">+ {{ 'desk.phrases.' + phrase | transloco }}</button></li>
              }
            </ul>
            <textarea #message class="input" rows="2" [id]="'act-' + fieldOf(item)" [value]="item.message" [attr.aria-invalid]="fault(fieldOf(item)) ? true : null" [attr.aria-describedby]="described(fieldOf(item), false)" (input)="write(item, message.value)"></textarea>
          </ui-field>
          <button type="button" uiButton="quiet" isSmall (click)="deciding.pick(item, false)">{{ 'desk.acts.drop' | transloco }}<span class="visually-hidden"> {{ item.title | say }}</span></button>
        </li>
      }
    </ol>
    <desk-words-field part="note" label="desk.acts.itemsNote" help="desk.acts.itemsNoteHelp" [isOptional]="true" [rows]="3" />
  `,
})
export class ItemsFields {
  readonly task = input.required<TaskView>();
  protected readonly deciding = inject(Deciding);
  private readonly transloco = inject(TranslocoService);
  protected readonly phrases = PHRASES;
  protected readonly chosen = signal('');
  protected readonly fieldOf = itemField;

  private readonly choices = computed((): Choice[] => {
    const { askable } = this.task();
    return [
      ...askable.documents.map(({ code, title }): Choice => ({ kind: 'document', target: code, title })),
      ...askable.facts.map(({ path, title }): Choice => ({ kind: 'fact', target: path, title })),
    ];
  });
  /** What is not picked yet: papers first, then facts by topic. */
  protected readonly groups = computed(() => {
    const free = this.choices().filter(({ kind, target }) => !this.deciding.draft().items.some((item) => item.kind === kind && item.target === target));
    const papers = { title: { th: 'เอกสาร', en: 'Documents' }, choices: free.filter(({ kind }) => kind === 'document') };
    const topics = this.task().topics.map(({ id, title }) => ({ title, choices: free.filter(({ kind, target }) => kind === 'fact' && (target === id || target.startsWith(`${id}.`))) }));
    return [papers, ...topics].filter(({ choices }) => choices.length > 0);
  });
  protected readonly picked = computed(() =>
    this.deciding.draft().items.map((item) => ({ ...item, title: this.choices().find(({ kind, target }) => kind === item.kind && target === item.target)?.title ?? { th: item.target, en: item.target } })),
  );

  protected add(): void {
    const [kind, ...rest] = this.chosen().split(':');
    const target = rest.join(':');
    if ((kind !== 'fact' && kind !== 'document') || !target) return;
    this.deciding.pick({ kind, target, message: '' }, true);
    this.chosen.set('');
    const field = `act-${itemField({ kind, target })}`;
    setTimeout(() => document.getElementById(field)?.focus());
  }

  protected write({ kind, target }: Pick<DraftItem, 'kind' | 'target'>, message: string): void {
    this.deciding.write({ items: this.deciding.draft().items.map((item) => (item.kind === kind && item.target === target ? { kind, target, message } : item)) });
  }

  protected say(item: DraftItem, phrase: string): void {
    const words = this.transloco.translate<string>(`desk.phrases.${phrase}Message`);
    if (!item.message.includes(words)) this.write(item, item.message.trim() ? `${item.message.trim()} ${words}` : words);
  }

  protected fault(target: string): string {
    const fault = this.deciding.stillWrong().find((one) => one.target === target);
    return fault ? this.transloco.translate<string>(fault.words) : '';
  }

  protected described(target: string, hasHelp: boolean): string | null {
    return describedBy(`act-${target}`, hasHelp, this.fault(target));
  }
}
