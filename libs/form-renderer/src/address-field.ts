import { Component, computed, effect, inject, signal } from '@angular/core';
import type { AreaMatch } from '@anuyat/contract';
import { cleanTyped } from '@anuyat/dictionary';
import type { JsonSchema, Text } from '@anuyat/licence-kit';
import { Field, Fieldset, SayPipe, Typeahead } from '@anuyat/ui';
import type { TypeaheadOption } from '@anuyat/ui';
import { AskedField } from './asked-field';
import { inOrder } from './field-configs';
import { fieldId } from './paths';
import { ReferenceDesk } from './reference-desk';
import { TypedText } from './typed-text';
import { FORM_WORDS } from './words';

type Address = Record<string, string | undefined>;
const FROM_AREA = new Set(['subdistrict', 'district', 'province']);

/** A Thai address in the order people write it; the subdistrict is found by typing and fills the rest. */
@Component({
  selector: 'form-address-field',
  imports: [Field, Fieldset, SayPipe, Typeahead],
  template: `
    @if (isShown) {
      <ui-fieldset [for]="controlId" [label]="label()" [error]="error" [isOptional]="!asked().isRequired">
        @for (part of partsBefore(); track part.key) {
          <ui-field [for]="idOf(part.key)" [label]="part.schema['x-title'] | say" [error]="errorOf(part.key)" [isOptional]="!part.isRequired">
            <input class="input" type="text" [class.input-medium]="part.isShort" [id]="idOf(part.key)" [value]="shown(part.key)" [attr.aria-describedby]="errorOf(part.key) ? idOf(part.key) + '-error' : null" [attr.aria-invalid]="errorOf(part.key) ? 'true' : null" autocomplete="off" (input)="type(part.key, part.schema, $event)" />
          </ui-field>
        }
        <ui-field [for]="idOf('subdistrict')" [label]="words.findArea | say" [help]="words.findAreaHelp | say" [error]="errorOf('subdistrict')">
          <ui-typeahead [id]="idOf('subdistrict')" [label]="words.findArea | say" [find]="find" [isWrong]="!!errorOf('subdistrict')" [describedBy]="idOf('subdistrict') + '-help' + (errorOf('subdistrict') ? ' ' + idOf('subdistrict') + '-error' : '')" (picked)="take($event)" />
          @if (area(); as name) {
            <p class="small" role="status"><span class="strong">{{ words.chosenArea | say }}:</span> {{ name | say }}</p>
          }
        </ui-field>
        @if (postcode(); as part) {
          <ui-field [for]="idOf('postcode')" [label]="part.schema['x-title'] | say" [error]="errorOf('postcode')" [isOptional]="!part.isRequired">
            <input class="input input-short" type="text" inputmode="numeric" autocomplete="postal-code" [id]="idOf('postcode')" [value]="shown('postcode')" [attr.aria-invalid]="errorOf('postcode') ? 'true' : null" [attr.aria-describedby]="errorOf('postcode') ? idOf('postcode') + '-error' : null" (input)="type('postcode', part.schema, $event)" />
          </ui-field>
        }
      </ui-fieldset>
    }
  `,
})
export class AddressField extends AskedField<Address> {
  protected readonly words = FORM_WORDS;
  protected readonly area = signal<Text | undefined>(undefined);
  private readonly desk = inject(ReferenceDesk);
  private readonly text = new TypedText();

  /** A journey asks only for the area; a licence for the whole address. */
  private readonly parts = computed(() => {
    const schema = this.schema();
    const required = schema.required ?? [];
    const isAreaOnly = !required.includes('houseNo');
    return inOrder(schema)
      .filter(([key]) => !FROM_AREA.has(key) && (!isAreaOnly || required.includes(key)))
      .map(([key, part]) => ({ key, schema: part, isRequired: required.includes(key), isShort: (part.maxLength ?? 99) < 60 }));
  });
  protected readonly partsBefore = computed(() => this.parts().filter(({ key }) => key !== 'postcode'));
  protected readonly postcode = computed(() => this.parts().find(({ key }) => key === 'postcode'));

  protected readonly find = async (typed: string): Promise<TypeaheadOption<AreaMatch>[]> => {
    const matches = await this.desk.findAreas(typed);
    return matches.map((match) => ({ key: match.subdistrict.code + match.postcode, title: nameOf(match), value: match }));
  };

  constructor() {
    super();
    effect(async () => {
      const code = this.schema() && this.value?.['subdistrict'];
      if (code) this.area.set(await this.desk.nameArea(code).catch(() => undefined));
    });
  }

  protected shown(part: string): string {
    return this.text.show(part, this.value?.[part]);
  }

  protected idOf(part: string): string {
    return fieldId(`${this.path}.${part}`);
  }

  protected errorOf(part: string): string {
    const own = this.state.messageOf(`${this.path}.${part}`);
    if (own || part !== 'subdistrict') return this.language.say(own);
    return this.language.say(this.state.messageOf(`${this.path}.district`) ?? this.state.messageOf(`${this.path}.province`));
  }

  protected type(part: string, schema: JsonSchema, event: Event): void {
    const letters = (event.target as HTMLInputElement).value;
    const answer = cleanTyped(schema, letters) || undefined;
    this.text.keep(part, letters, answer);
    this.formControl.setValue({ ...this.value, [part]: answer });
    this.state.tell(`${this.path}.${part}`, answer ?? null);
  }

  protected take(match: AreaMatch): void {
    this.area.set(nameOf(match));
    const filled = { subdistrict: match.subdistrict.code, district: match.district.code, province: match.province.code, postcode: match.postcode };
    this.formControl.setValue({ ...this.value, ...filled });
    for (const [part, code] of Object.entries(filled)) this.state.tell(`${this.path}.${part}`, code);
  }
}

function nameOf({ subdistrict, district, province, postcode }: AreaMatch): Text {
  return {
    th: `${subdistrict.title.th} ${district.title.th} ${province.title.th} ${postcode}`,
    en: `${subdistrict.title.en}, ${district.title.en}, ${province.title.en} ${postcode}`,
  };
}
