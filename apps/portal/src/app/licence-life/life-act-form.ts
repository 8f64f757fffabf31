import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import type { Text } from '@anuyat/licence-kit';
import { Button, DayField, ErrorSummary, Field, Icon, Language, ProblemView, SayPipe, describedBy } from '@anuyat/ui';
import { Act } from '../core/act';
import { ApiClient } from '../core/api-client';
import { PasskeyConfirm } from '../passkey/passkey-confirm';
import { dataOf, faultsOf, type LifeAct } from './life-acts';
import { LIFE_WORDS } from './life-words';

/** The form of one act on a licence. What was typed stays until it was sent or given up. */
@Component({
  selector: 'life-act-form',
  imports: [Button, DayField, ErrorSummary, Field, Icon, PasskeyConfirm, ProblemView, SayPipe],
  template: `
    <section class="band" [attr.aria-labelledby]="'act-' + act().event">
      <h3 [id]="'act-' + act().event" tabindex="-1">{{ act().title | say }}</h3>
      <p><ui-icon name="arrow" /> {{ act().causes | say }}</p>
      <ui-error-summary [problems]="summary()" />
      @if (sending.problem(); as problem) {
        <ui-problem [problem]="problem" [isSafe]="true"><anuyat-passkey-confirm [problem]="problem" (confirmed)="go()" /></ui-problem>
      }
      <form novalidate (submit)="send($event)">
        @for (field of act().fields; track field.name) {
          @if (field.kind === 'date') {
            <ui-day-field [for]="field.name" [label]="field.label | say" [help]="field.help ? (field.help | say) : undefined" [wrong]="shown()[field.name] ? (shown()[field.name] | say) : ''" [isOptional]="field.isOptional ?? false" [value]="values()[field.name] ?? ''" (valueChange)="write(field.name, $event)" />
          } @else {
            <ui-field [for]="field.name" [label]="field.label | say" [help]="field.help ? (field.help | say) : ''" [error]="shown()[field.name] ? (shown()[field.name] | say) : ''" [isOptional]="field.isOptional ?? false">
              @switch (field.kind) {
                @case ('words') {
                  <textarea #words class="input" rows="3" [id]="field.name" [value]="values()[field.name] ?? ''" [attr.aria-invalid]="shown()[field.name] ? true : null" [attr.aria-describedby]="describe(field.name, field.help)" (input)="write(field.name, words.value)"></textarea>
                }
                @case ('choice') {
                  <select #choice class="input input-medium" [id]="field.name" [attr.aria-invalid]="shown()[field.name] ? true : null" [attr.aria-describedby]="describe(field.name, field.help)" (change)="write(field.name, choice.value)">
                    <option value="" [selected]="!values()[field.name]"></option>
                    @for (one of field.choices ?? []; track one.value) {
                      <option [value]="one.value" [selected]="values()[field.name] === one.value">{{ one.label | say }}</option>
                    }
                  </select>
                }
                @default {
                  <input #line class="input input-short" type="number" [id]="field.name" min="1" [value]="values()[field.name] ?? ''" [attr.aria-invalid]="shown()[field.name] ? true : null" [attr.aria-describedby]="describe(field.name, field.help)" (input)="write(field.name, line.value)" />
                }
              }
            </ui-field>
          }
        }
        <div class="actions">
          <button type="submit" [uiButton]="act().isGrave ? 'danger' : 'primary'" [isBusy]="sending.isBusy()">{{ words.send | say }}: {{ act().title | say }}</button>
          <button type="button" uiButton="quiet" (click)="closed.emit()">{{ words.close | say }}</button>
        </div>
      </form>
    </section>
  `,
})
export class LifeActForm {
  readonly act = input.required<LifeAct>();
  readonly lifeId = input.required<string>();
  readonly revision = input.required<number | null>();
  readonly done = output<void>();
  readonly closed = output<void>();
  protected readonly words = LIFE_WORDS;
  private readonly api = inject(ApiClient);
  private readonly language = inject(Language);

  protected readonly values = linkedSignal<LifeAct, Record<string, string>>({ source: this.act, computation: ({ event }) => this.kept(event) });
  private readonly isTried = signal(false);
  private readonly faults = computed(() => faultsOf(this.act(), this.values()));
  /** What is missing, and what the portal said of the fields when they were sent. */
  protected readonly shown = computed<Record<string, Text>>(() => (this.isTried() ? { ...this.refused(), ...this.faults() } : {}));
  private readonly refused = computed(() => Object.fromEntries((this.sending.problem()?.fields ?? []).map(({ path, message }) => [path.replace(/^data\./, ''), message])));
  protected readonly summary = computed(() => Object.entries(this.shown()).map(([target, text]) => ({ target, message: `${this.language.say(this.act().fields.find(({ name }) => name === target)?.label)}: ${this.language.say(text)}` })));
  protected readonly sending = new Act((key) => {
    const revision = this.revision();
    return this.api.sendEvent(this.lifeId(), { type: this.act().event, data: dataOf(this.act(), this.values()), ...(revision === null ? {} : { revision }) }, key);
  });

  protected write(name: string, value: string): void {
    this.values.update((so) => ({ ...so, [name]: value }));
  }

  protected describe(name: string, help: unknown): string | null {
    return describedBy(name, help, this.shown()[name]);
  }

  protected send(event: Event): Promise<void> {
    event.preventDefault();
    return this.go();
  }

  protected async go(): Promise<void> {
    this.isTried.set(true);
    if (Object.keys(this.faults()).length > 0) return;
    if (await this.sending.run([this.act().event, this.values()])) {
      sessionStorage.removeItem(this.shelf(this.act().event));
      this.done.emit();
    } else if (this.sending.problem()?.code === 'step-up-needed') {
      sessionStorage.setItem(this.shelf(this.act().event), JSON.stringify(this.values()));
    }
  }

  /** What was typed before going round to confirm who one is. */
  private kept(event: string): Record<string, string> {
    return JSON.parse(sessionStorage.getItem(this.shelf(event)) ?? '{}') as Record<string, string>;
  }

  private shelf(event: string): string {
    return `anuyat.life.${this.lifeId()}.${event}`;
  }
}
