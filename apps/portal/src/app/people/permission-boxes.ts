import { Component, input, model } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { OfficePermission } from '@anuyat/licence-kit';

const ALL: readonly OfficePermission[] = ['review', 'inspect', 'approve', 'supervise'];

/** What an officer may do in an office. */
@Component({
  selector: 'people-permission-boxes',
  imports: [TranslocoPipe],
  template: `
    <fieldset>
      <legend class="strong">{{ 'people.duties' | transloco }}</legend>
      @for (one of all; track one) {
        <label class="choice"><input type="checkbox" [checked]="picked().includes(one)" (change)="pick(one, $event)" [attr.name]="group()" /><span>{{ 'people.permission.' + one | transloco }}<span class="task-hint">{{ 'people.permissionHelp.' + one | transloco }}</span></span></label>
      }
    </fieldset>
  `,
})
export class PermissionBoxes {
  readonly picked = model.required<readonly OfficePermission[]>();
  readonly group = input('permissions');
  protected readonly all = ALL;

  protected pick(one: OfficePermission, event: Event): void {
    const isPicked = (event.target as HTMLInputElement).checked;
    this.picked.update((picked) => ALL.filter((each) => (each === one ? isPicked : picked.includes(each))));
  }
}
