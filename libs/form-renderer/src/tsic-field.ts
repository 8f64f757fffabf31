import { Component, effect, inject, signal } from '@angular/core';
import type { TsicOption } from '@anuyat/contract';
import type { Text } from '@anuyat/licence-kit';
import { Field, Icon, SayPipe, Typeahead } from '@anuyat/ui';
import type { TypeaheadOption } from '@anuyat/ui';
import { AskedField } from './asked-field';
import { ReferenceDesk } from './reference-desk';
import { FORM_WORDS } from './words';

/** Business activities found by typing, several of them, kept as their TSIC codes. */
@Component({
  selector: 'form-tsic-field',
  imports: [Field, Icon, SayPipe, Typeahead],
  template: `
    @if (isShown) {
      <ui-field [for]="controlId" [label]="label()" [help]="help()" [error]="error" [isOptional]="!asked().isRequired">
        @if (codes().length > 0) {
          <ul class="chips">
            @for (code of codes(); track code) {
              <li class="chip">
                <span>{{ code }} {{ names().get(code) | say }}</span>
                <button type="button" (click)="remove(code)"><ui-icon name="cross" /><span class="visually-hidden">{{ words.remove | say }} {{ names().get(code) | say }} {{ code }}</span></button>
              </li>
            }
          </ul>
        }
        <ui-typeahead [id]="controlId" [label]="words.findActivity | say" [find]="find" [keepsPick]="false" [isWrong]="!!error" [describedBy]="description" (picked)="add($event)" />
      </ui-field>
    }
  `,
})
export class TsicField extends AskedField<string[]> {
  protected readonly words = FORM_WORDS;
  protected readonly codes = signal<readonly string[]>([]);
  protected readonly names = signal<ReadonlyMap<string, Text>>(new Map());
  private readonly desk = inject(ReferenceDesk);

  protected readonly find = async (typed: string): Promise<TypeaheadOption<TsicOption>[]> =>
    (await this.desk.findActivities(typed)).map((option) => ({ key: option.code, title: { th: `${option.title.th} (${option.code})`, en: `${option.title.en} (${option.code})` }, value: option }));

  constructor() {
    super();
    effect(async () => {
      const codes = (this.schema() && this.value) ?? [];
      this.codes.set(codes);
      const found = await Promise.all(codes.map((code) => this.desk.findActivities(code).catch(() => [])));
      this.name(found.flat().filter(({ code }) => codes.includes(code)));
    });
  }

  protected add(option: TsicOption): void {
    this.name([option]);
    if (!this.codes().includes(option.code)) this.put([...this.codes(), option.code]);
  }

  protected remove(code: string): void {
    this.put(this.codes().filter((one) => one !== code));
  }

  private put(codes: string[]): void {
    this.codes.set(codes);
    this.set(codes.length > 0 ? codes : null);
  }

  private name(options: readonly TsicOption[]): void {
    this.names.update((names) => new Map([...names, ...options.map(({ code, title }): [string, Text] => [code, title])]));
  }
}
