import { Component, booleanAttribute, computed, inject, input, output, signal } from '@angular/core';
import type { Text } from '@anuyat/licence-kit';
import { Language } from './language';
import { SayPipe } from './say-pipe';

export interface TypeaheadOption<T = unknown> {
  key: string;
  title: Text;
  hint?: Text;
  value: T;
}

const PAUSE_MS = 200;
const COUNT = {
  none: { th: 'ไม่พบรายการที่ตรงกัน', en: 'Nothing found' },
  some: { th: 'พบรายการ ใช้ลูกศรขึ้นลงเพื่อเลือก จำนวน', en: 'Found; use the arrow keys. Number of results:' },
};

/** A text field that offers matches while one types (combobox with a listbox); the page says what was picked. */
@Component({
  selector: 'ui-typeahead',
  imports: [SayPipe],
  template: `
    <div class="typeahead" (focusout)="closeSoon()">
      <input
        class="input"
        type="text"
        role="combobox"
        autocomplete="off"
        aria-autocomplete="list"
        [id]="id()"
        [value]="typed()"
        [attr.aria-expanded]="isOpen()"
        [attr.aria-controls]="id() + '-list'"
        [attr.aria-activedescendant]="active() >= 0 ? id() + '-' + active() : null"
        [attr.aria-describedby]="describedBy()"
        [attr.aria-invalid]="isWrong() ? 'true' : null"
        (input)="type($event)"
        (keydown)="steer($event)"
      />
      @if (isOpen()) {
        <ul class="typeahead-list" role="listbox" [id]="id() + '-list'" [attr.aria-label]="label()">
          @for (option of options(); track option.key) {
            <li role="option" [id]="id() + '-' + $index" [attr.aria-selected]="$index === active()" (mousedown)="pick(option, $event)">
              {{ option.title | say }}
              @if (option.hint) {
                <span class="task-hint">{{ option.hint | say }}</span>
              }
            </li>
          }
        </ul>
      }
      <span class="visually-hidden" role="status">{{ report() }}</span>
    </div>
  `,
})
export class Typeahead<T> {
  readonly id = input.required<string>();
  readonly label = input.required<string>();
  /** Gives the matches of what was typed. */
  readonly find = input.required<(typed: string) => Promise<TypeaheadOption<T>[]>>();
  readonly describedBy = input<string | null>(null);
  readonly isWrong = input(false, { transform: booleanAttribute });
  /** Keeps what was picked in the field; else it is emptied for the next one. */
  readonly keepsPick = input(true, { transform: booleanAttribute });
  readonly picked = output<T>();

  protected readonly typed = signal('');
  protected readonly options = signal<TypeaheadOption<T>[]>([]);
  protected readonly active = signal(-1);
  protected readonly isOpen = computed(() => this.options().length > 0);
  protected readonly report = signal('');
  private readonly language = inject(Language);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked = 0;

  /** Shows words that were picked before. */
  show(words: string): void {
    this.typed.set(words);
  }

  protected type(event: Event): void {
    const typed = (event.target as HTMLInputElement).value;
    this.typed.set(typed);
    clearTimeout(this.timer);
    if (typed.trim().length < 2) return this.offer([]);
    this.timer = setTimeout(() => void this.ask(typed.trim()), PAUSE_MS);
  }

  protected steer(event: KeyboardEvent): void {
    const count = this.options().length;
    if (count === 0) return;
    if (event.key === 'ArrowDown') this.active.set((this.active() + 1) % count);
    else if (event.key === 'ArrowUp') this.active.set((this.active() + count - 1) % count);
    else if (event.key === 'Escape') this.offer([]);
    else if (event.key === 'Enter') {
      const option = this.options()[Math.max(0, this.active())];
      if (option) this.pick(option);
    } else return;
    event.preventDefault();
  }

  protected pick(option: TypeaheadOption<T>, event?: Event): void {
    event?.preventDefault();
    this.typed.set(this.keepsPick() ? this.language.say(option.title) : '');
    this.offer([]);
    this.picked.emit(option.value);
  }

  protected closeSoon(): void {
    setTimeout(() => this.offer([]), 100);
  }

  private async ask(typed: string): Promise<void> {
    const turn = ++this.asked;
    const found = await this.find()(typed).catch(() => []);
    if (turn !== this.asked) return;
    this.offer(found);
    this.report.set(found.length === 0 ? this.language.say(COUNT.none) : `${this.language.say(COUNT.some)} ${found.length}`);
  }

  private offer(options: TypeaheadOption<T>[]): void {
    this.options.set(options);
    this.active.set(-1);
    if (options.length === 0) this.report.set('');
  }
}
