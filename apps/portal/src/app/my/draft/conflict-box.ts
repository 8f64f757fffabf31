import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { JsonSchema, Text } from '@anuyat/licence-kit';
import { answerRows, withAnswer } from '@anuyat/form-renderer';
import { Button, Fieldset, Language, Notification } from '@anuyat/ui';
import { DraftKeeper } from './draft-keeper';

type Side = 'yours' | 'theirs';

/** Two windows changed the same answer: both values are shown and the person decides. */
@Component({
  selector: 'anuyat-conflict-box',
  imports: [Button, Fieldset, Notification, TranslocoPipe],
  template: `
    @if (keeper.saving() === 'conflict') {
      <ui-notification tone="warn" isLive [heading]="'my.conflict.title' | transloco">
        <p>{{ 'my.conflict.text' | transloco }}</p>
        @for (conflict of shown(); track conflict.path) {
          <ui-fieldset [for]="'conflict-' + $index" [label]="conflict.label">
            <div class="choices">
              @for (side of sides; track side) {
                <label class="choice">
                  <input type="radio" [name]="'conflict-' + conflict.path" [checked]="choiceOf(conflict.path) === side" (change)="choose(conflict.path, side)" />
                  <span>{{ conflict[side] || ('my.conflict.empty' | transloco) }}<span class="choice-help">{{ 'my.conflict.' + side | transloco }}</span></span>
                </label>
              }
            </div>
          </ui-fieldset>
        }
        <p><button type="button" uiButton (click)="settle()">{{ 'my.conflict.keep' | transloco }}</button></p>
      </ui-notification>
    }
  `,
})
export class ConflictBox {
  /** The form's whole schema, for the names of the answers. */
  readonly schema = input.required<JsonSchema>();
  protected readonly keeper = inject(DraftKeeper);
  protected readonly sides: readonly Side[] = ['yours', 'theirs'];
  private readonly language = inject(Language);
  private readonly choices = signal<ReadonlyMap<string, Side>>(new Map());

  protected readonly shown = computed(() =>
    this.keeper.conflicts().map(({ path, yours, theirs }) => ({ path, label: this.wordsOf(path, yours).label, yours: this.wordsOf(path, yours).value, theirs: this.wordsOf(path, theirs).value })),
  );

  protected choiceOf(path: string): Side {
    return this.choices().get(path) ?? 'yours';
  }

  protected choose(path: string, side: Side): void {
    this.choices.update((choices) => new Map([...choices, [path, side]]));
  }

  protected settle(): Promise<void> {
    return this.keeper.settle(new Map(this.keeper.conflicts().map(({ path }) => [path, this.choiceOf(path)])));
  }

  private wordsOf(path: string, value: unknown): { label: string; value: string } {
    const noName = (): Text | undefined => undefined;
    const rows = answerRows(this.schema(), withAnswer({}, path, value), noName).filter((row) => row.path === path || row.path.startsWith(`${path}.`) || path.startsWith(`${row.path}.`));
    const words = rows.map((row) => this.language.say(row.value)).filter(Boolean).join(', ');
    return { label: this.language.say(rows[0]?.label) || path, value: words || (value === null || value === undefined ? '' : JSON.stringify(value)) };
  }
}
