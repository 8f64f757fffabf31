import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { LicenceTypeView } from '@anuyat/contract';
import { Language } from '@anuyat/ui';
import { Deciding } from '../deciding/deciding';
import { WordsField } from './words-field';

/** The three parts of the reasons of an order: facts, law, considerations (Administrative Procedure Act B.E. 2539 s.37). */
@Component({
  selector: 'desk-reasons-fields',
  imports: [TranslocoPipe, WordsField],
  template: `
    <p class="small">{{ 'desk.acts.reasonsHelp' | transloco }}</p>
    <desk-words-field part="facts" label="desk.acts.facts" help="desk.acts.factsHelp" />
    <desk-words-field part="law" label="desk.acts.law" help="desk.acts.lawHelp" [rows]="3">
      @if (sections().length > 0) {
        <ul class="chips" [attr.aria-label]="'desk.acts.sections' | transloco">
          @for (section of sections(); track section) {
            <li><button type="button" class="phrase" (click)="add(section)">+ {{ section }}</button></li>
          }
        </ul>
      }
    </desk-words-field>
    <desk-words-field part="considerations" label="desk.acts.considerations" help="desk.acts.considerationsHelp" />
  `,
})
export class ReasonsFields {
  readonly licence = input.required<string>();
  private readonly deciding = inject(Deciding);
  private readonly language = inject(Language);
  private readonly type = httpResource<LicenceTypeView>(() => `/api/licence-types/${encodeURIComponent(this.licence())}`);

  /** The sections that the licence rests on, to be taken over with one press. */
  protected readonly sections = computed(() => {
    const citations = this.type.hasValue() ? this.type.value().citations : [];
    const section = this.language.current() === 'th' ? 'มาตรา' : 's.';
    const lines = citations.map((citation) => `${this.language.say(citation.law)} ${/^\d/.test(citation.section) ? `${section} ` : ''}${citation.section}`.trim());
    return [...new Set(lines)];
  });

  protected add(section: string): void {
    const law = this.deciding.draft().law.trim();
    if (!law.includes(section)) this.deciding.write({ law: law ? `${law}\n${section}` : section });
  }
}
