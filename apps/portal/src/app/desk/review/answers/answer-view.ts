import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input } from '@angular/core';
import type { TsicOption } from '@anuyat/contract';
import type { Text } from '@anuyat/licence-kit';
import { SayPipe } from '@anuyat/ui';
import { addressWords } from './address-words';
import type { AnswerValue } from './answer-value';
import { PlaceNames } from './place-names';

/** One business activity: its code, and its name once the register has told it. */
@Component({
  selector: 'desk-activity',
  imports: [SayPipe],
  template: `<span class="figures">{{ code() }}</span> {{ title() | say }}`,
})
export class Activity {
  readonly code = input.required<string>();
  private readonly found = httpResource<TsicOption[]>(() => ({ url: '/api/reference/tsic', params: { q: this.code() } }));
  protected readonly title = computed(() => (this.found.hasValue() ? this.found.value().find(({ code }) => code === this.code())?.title : undefined));
}

/** Said here, since officers and those who watch both read answers. */
const WORDS = { none: { th: 'ไม่ได้กรอก', en: 'Not entered' }, row: { th: 'ลำดับ', en: 'Row' } };

/** An answer in words: text, an address, names for codes, or a table for a list. */
@Component({
  selector: 'desk-answer',
  imports: [Activity, SayPipe],
  template: `
    @switch (value().kind) {
      @case ('none') {
        <span class="soft">{{ words.none | say }}</span>
      }
      @case ('phone') {
        <a [href]="'tel:' + text()">{{ shown() | say }}</a>
      }
      @case ('codes') {
        <ul class="plain-list answer-codes">
          @for (code of codes(); track code.code) {
            <li>
              @if (code.title) {
                {{ code.title | say }}
              } @else {
                <desk-activity [code]="code.code" />
              }
            </li>
          }
        </ul>
      }
      @case ('rows') {
        <div class="table-wrap" tabindex="0" role="group" [attr.aria-label]="label()">
          <table class="table answer-table">
            <thead>
              <tr>
                <th scope="col"><span class="visually-hidden">{{ words.row | say }}</span></th>
                @for (column of columns(); track $index) {
                  <th scope="col">{{ column | say }}</th>
                }
              </tr>
            </thead>
            <tbody>
              @for (row of rows(); track $index) {
                <tr>
                  <th scope="row" class="figures">{{ $index + 1 }}</th>
                  @for (cell of row; track $index) {
                    <td><desk-answer [value]="cell" [label]="label()" /></td>
                  }
                </tr>
              }
            </tbody>
          </table>
        </div>
      }
      @default {
        {{ shown() | say }}
      }
    }
  `,
})
export class AnswerView {
  protected readonly words = WORDS;
  readonly value = input.required<AnswerValue>();
  readonly label = input('');
  private readonly places = inject(PlaceNames);

  protected readonly shown = computed((): Text => {
    const value = this.value();
    if (value.kind === 'words') return value.words;
    if (value.kind === 'address') return addressWords(value.parts, (code) => this.places.area(code));
    return value.kind === 'text' || value.kind === 'phone' ? { th: value.text, en: value.text } : { th: '', en: '' };
  });
  protected readonly text = computed(() => {
    const value = this.value();
    return value.kind === 'phone' ? value.digits : '';
  });
  protected readonly codes = computed((): { code: string; title: Text | null }[] => {
    const value = this.value();
    if (value.kind !== 'codes') return [];
    return value.codes.map((code) => ({ code, title: value.register === 'activity' ? null : this.places.territory(code) }));
  });
  protected readonly columns = computed(() => {
    const value = this.value();
    return value.kind === 'rows' ? value.columns : [];
  });
  protected readonly rows = computed(() => {
    const value = this.value();
    return value.kind === 'rows' ? value.rows : [];
  });

  constructor() {
    effect(() => {
      const value = this.value();
      if (value.kind === 'address') this.places.lookUp(value.parts['district'] ?? '');
      if (value.kind === 'codes' && value.register !== 'activity') this.places.lookUpTerritories();
    });
  }
}
