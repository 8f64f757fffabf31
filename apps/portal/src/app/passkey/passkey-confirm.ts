import { Component, inject, input, output, signal } from '@angular/core';
import type { Problem } from '@anuyat/contract';
import type { Text } from '@anuyat/licence-kit';
import { Button, SayPipe } from '@anuyat/ui';
import { toProblem } from '../core/problem';
import { Authenticator, PasskeyNotUsed } from './authenticator';

/** In a refusal that asks for a passkey: one press signs exactly what was about to be sent, and it is sent again. */
@Component({
  selector: 'anuyat-passkey-confirm',
  imports: [Button, SayPipe],
  template: `
    @if (problem().stepUp?.digest; as digest) {
      <p>{{ words.what | say }}</p>
      <p aria-live="polite">{{ trouble() | say }}</p>
      <p><button type="button" uiButton isSmall [isBusy]="isBusy()" (click)="sign(digest)">{{ words.sign | say }}</button></p>
    }
  `,
})
export class PasskeyConfirm {
  readonly problem = input.required<Problem>();
  readonly confirmed = output<void>();
  private readonly authenticator = inject(Authenticator);
  protected readonly isBusy = signal(false);
  protected readonly trouble = signal<Text>({ th: '', en: '' });
  protected readonly words = WORDS;

  protected async sign(digest: string): Promise<void> {
    this.isBusy.set(true);
    this.trouble.set({ th: '', en: '' });
    try {
      await this.authenticator.sign(digest);
      this.confirmed.emit();
    } catch (error) {
      const { title, detail } = toProblem(error);
      this.trouble.set(error instanceof PasskeyNotUsed ? WORDS.notUsed : (detail ?? title));
    } finally {
      this.isBusy.set(false);
    }
  }
}

const WORDS = {
  what: { th: 'พาสคีย์จะลงนามเฉพาะรายการที่แสดงในแบบด้านล่างนี้เท่านั้น', en: 'Your passkey signs what the form below says, and nothing else.' },
  sign: { th: 'ยืนยันด้วยพาสคีย์', en: 'Confirm with your passkey' },
  notUsed: { th: 'ยังไม่ได้ใช้พาสคีย์ ลองอีกครั้งได้', en: 'The passkey was not used. You can try again.' },
} satisfies Record<string, Text>;
