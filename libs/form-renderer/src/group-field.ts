import { Component } from '@angular/core';
import { Fieldset } from '@anuyat/ui';
import { FormlyField } from '@ngx-formly/core';
import { AskedField } from './asked-field';

/** Facts that belong together: a whole topic stands plainly, a group within it has its legend. */
@Component({
  selector: 'form-group-field',
  imports: [Fieldset, FormlyField],
  template: `
    @if (isShown) {
      @if (label() && isWithin) {
        <ui-fieldset [for]="controlId" [label]="label()" [help]="help()" [error]="error" [isOptional]="false">
          @for (child of field.fieldGroup; track child.id) {
            <formly-field [field]="child" />
          }
        </ui-fieldset>
      } @else {
        @for (child of field.fieldGroup; track child.id) {
          <formly-field [field]="child" />
        }
      }
    }
  `,
})
export class GroupField extends AskedField {
  protected get isWithin(): boolean {
    return this.path.includes('.');
  }
}
