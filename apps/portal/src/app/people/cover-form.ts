import { Component, booleanAttribute, computed, input, output, signal } from '@angular/core';
import type { NameCover } from '@anuyat/contract';
import { isIsoDate } from '@anuyat/dictionary';
import type { Text } from '@anuyat/licence-kit';
import { Button, DayField, Field, SayPipe } from '@anuyat/ui';
import { bangkokToday } from './today';

/** Who does an absent officer's work, and from when to when. */
@Component({
  selector: 'people-cover-form',
  imports: [Button, DayField, Field, SayPipe],
  template: `
    <form novalidate (submit)="send($event)">
      <ui-field for="stand-in" [label]="words.who | say">
        <select #who class="input input-medium" id="stand-in" (change)="standIn.set(who.value)">
          <option value="" [selected]="standIn() === ''">{{ words.choose | say }}</option>
          @for (one of colleagues(); track one.accountId) {
            <option [value]="one.accountId" [selected]="one.accountId === standIn()">{{ one.name | say }}</option>
          }
        </select>
      </ui-field>
      <div class="people-days">
        <ui-day-field for="cover-from" [label]="words.from | say" [(value)]="from" />
        <ui-day-field for="cover-until" [label]="words.until | say" [earliest]="from()" [(value)]="until" />
      </div>
      <div class="actions"><button type="submit" uiButton="secondary" [disabled]="!canSend()" [isBusy]="isBusy()">{{ words.send | say }}</button></div>
    </form>
  `,
})
export class CoverForm {
  readonly colleagues = input.required<readonly { accountId: string; name: Text }[]>();
  readonly isBusy = input(false, { transform: booleanAttribute });
  readonly named = output<NameCover>();
  protected readonly standIn = signal('');
  protected readonly from = signal(bangkokToday());
  protected readonly until = signal('');
  protected readonly canSend = computed(() => this.standIn() !== '' && isIsoDate(this.from()) && isIsoDate(this.until()) && this.until() >= this.from());
  protected readonly words = {
    who: { th: 'ผู้ปฏิบัติหน้าที่แทน', en: 'Who stands in' },
    choose: { th: 'เลือกเพื่อนร่วมงาน', en: 'Choose a colleague' },
    from: { th: 'ตั้งแต่วันที่', en: 'From' },
    until: { th: 'ถึงวันที่', en: 'Last day' },
    send: { th: 'กำหนดผู้ปฏิบัติหน้าที่แทน', en: 'Name the stand-in' },
  };

  protected send(event: Event): void {
    event.preventDefault();
    if (this.canSend()) this.named.emit({ standIn: this.standIn(), from: this.from(), until: this.until() });
  }
}
