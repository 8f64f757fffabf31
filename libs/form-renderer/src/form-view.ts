import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { UntypedFormGroup } from '@angular/forms';
import type { FieldProblem } from '@anuyat/contract';
import type { CaseAnswers, Facts, JsonSchema } from '@anuyat/licence-kit';
import { FormlyForm, provideFormlyCore } from '@ngx-formly/core';
import { AddressField } from './address-field';
import { ChecksField, ChoiceField } from './choice-field';
import { DateField } from './date-field';
import { fieldConfigs } from './field-configs';
import { FormState } from './form-state';
import { GroupField } from './group-field';
import { copied } from './paths';
import type { AnswerChange } from './paths';
import { PositionField } from './position-field';
import { RowsField } from './rows-field';
import { TerritoryField } from './territory-field';
import { TsicField } from './tsic-field';
import { TypedField } from './typed-field';

const typed = ['text', 'textarea', 'number', 'money', 'thai-id', 'juristic-id', 'phone', 'email'];

/**
 * A schema as an accessible form: what is asked follows the answers, and what is wrong is said on `validate`, never
 * while somebody types. The schema's root are the answers, so a topic is `{ properties: { premises: … } }`.
 */
@Component({
  selector: 'form-view',
  imports: [FormlyForm],
  providers: [
    FormState,
    provideFormlyCore({
      types: [
        ...typed.map((name) => ({ name, component: TypedField })),
        ...['radios', 'select'].map((name) => ({ name, component: ChoiceField })),
        ...['checkbox', 'checkboxes'].map((name) => ({ name, component: ChecksField })),
        { name: 'date', component: DateField },
        { name: 'address', component: AddressField },
        { name: 'estate', component: TerritoryField },
        { name: 'zone', component: TerritoryField },
        { name: 'position', component: PositionField },
        { name: 'tsic', component: TsicField },
        { name: 'group', component: GroupField },
        { name: 'row', component: GroupField },
        { name: 'rows', component: RowsField },
      ],
    }),
  ],
  template: `<formly-form [form]="built().form" [fields]="built().fields" [model]="built().model" />`,
})
export class FormView {
  readonly schema = input.required<JsonSchema>();
  readonly answers = input.required<CaseAnswers>();
  /** What rules may read beyond the answers, such as `place`. */
  readonly facts = input<Facts>({});
  readonly problems = input<readonly FieldProblem[]>([]);
  /** Another number draws the form anew from `answers`; what is typed stays otherwise. */
  readonly round = input(0);
  readonly changed = output<AnswerChange>();

  private readonly state = inject(FormState);

  protected readonly built = computed(() => {
    this.round();
    const model = copied(untracked(this.answers));
    return { form: new UntypedFormGroup({}), fields: fieldConfigs(this.schema()), model };
  });

  constructor() {
    this.state.onChange((change) => this.changed.emit(change));
    effect(() => this.state.schema.set(this.schema()));
    effect(() => this.state.answers.set(this.answers()));
    effect(() => this.state.facts.set(this.facts()));
    effect(() => this.state.problems.set(this.problems()));
  }

  /** Checks everything that is asked and shows what is wrong beside the fields. */
  validate(): Promise<FieldProblem[]> {
    return this.state.validate();
  }
}
