import { Component, signal } from '@angular/core';
import { Button, Field, Fieldset, SayPipe } from '@anuyat/ui';
import { AskedField } from './asked-field';
import { fieldId } from './paths';
import { numberOf } from './typed-field';
import { TypedText } from './typed-text';
import { FORM_WORDS } from './words';

interface Position {
  lat?: number | string;
  lon?: number | string;
}

/** Latitude and longitude, typed or taken from the device after the person pressed the button. */
@Component({
  selector: 'form-position-field',
  imports: [Button, Field, Fieldset, SayPipe],
  template: `
    @if (isShown) {
      <ui-fieldset [for]="controlId" [label]="label()" [help]="help()" [error]="error" [isOptional]="!asked().isRequired">
        @if (canLocate) {
          <p><button type="button" uiButton="secondary" isSmall [isBusy]="isLocating()" (click)="locate()">{{ words.useMyPosition | say }}</button></p>
        }
        @if (isRefused()) {
          <p role="status">{{ words.positionRefused | say }}</p>
        }
        <div class="coordinates">
          @for (part of parts; track part) {
            <ui-field [for]="idOf(part)" [label]="schema().properties?.[part]?.['x-title'] | say" [error]="errorOf(part)">
              <input class="input input-short" type="text" inputmode="decimal" autocomplete="off" [id]="idOf(part)" [value]="shown(part)" [attr.aria-invalid]="errorOf(part) ? 'true' : null" (input)="type(part, $event)" />
            </ui-field>
          }
        </div>
      </ui-fieldset>
    }
  `,
})
export class PositionField extends AskedField<Position> {
  protected readonly words = FORM_WORDS;
  protected readonly parts = ['lat', 'lon'] as const;
  protected readonly canLocate = 'geolocation' in navigator;
  protected readonly isLocating = signal(false);
  protected readonly isRefused = signal(false);
  private readonly text = new TypedText();

  protected shown(part: 'lat' | 'lon'): string {
    return this.text.show(part, this.value?.[part]);
  }

  protected idOf(part: string): string {
    return fieldId(`${this.path}.${part}`);
  }

  protected errorOf(part: string): string {
    return this.language.say(this.state.messageOf(`${this.path}.${part}`));
  }

  protected type(part: 'lat' | 'lon', event: Event): void {
    const letters = (event.target as HTMLInputElement).value;
    const typed = numberOf(letters);
    const degrees = typed === '' ? undefined : typed;
    this.text.keep(part, letters, degrees);
    this.put({ ...this.value, [part]: degrees });
  }

  protected locate(): void {
    this.isLocating.set(true);
    this.isRefused.set(false);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        this.isLocating.set(false);
        this.put({ lat: rounded(coords.latitude), lon: rounded(coords.longitude) });
      },
      () => {
        this.isLocating.set(false);
        this.isRefused.set(true);
      },
      { timeout: 15_000 },
    );
  }

  private put(position: Position): void {
    const isEmpty = position.lat === undefined && position.lon === undefined;
    this.set(isEmpty ? null : position);
  }
}

/** Ten metres are enough to find a door. */
function rounded(degrees: number): number {
  return Math.round(degrees * 10_000) / 10_000;
}
