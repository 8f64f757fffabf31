import { Component, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button, Icon } from '@anuyat/ui';
import type { Sending } from './sending';

/** How far a file has come, what is done about a lost connection, and the way to go on or to give up. */
@Component({
  selector: 'anuyat-sending',
  imports: [Button, Icon, TranslocoPipe],
  template: `
    @let one = now();
    <div class="sending">
      <p class="small" role="status">
        @switch (one.state) {
          @case ('waiting') { <ui-icon name="alert" /> {{ 'my.papers.connectionLost' | transloco }} }
          @case ('stopped') { <ui-icon name="alert" /> {{ 'my.papers.connectionGone' | transloco }} }
          @case ('checking') { {{ 'my.papers.checking' | transloco: { name: one.name } }} }
          @default { {{ 'my.papers.uploading' | transloco: { name: one.name } }} }
        }
      </p>
      <div class="row sending-bar">
        <progress class="progress" max="100" [attr.value]="one.percent" [attr.aria-label]="'my.papers.uploading' | transloco: { name: one.name }"></progress>
        <span class="small figures">{{ one.percent }}%</span>
      </div>
      @if (one.state !== 'checking') {
        <div class="row">
          @if (one.state === 'waiting' || one.state === 'stopped') {
            <button type="button" uiButton="secondary" isSmall (click)="goOn.emit()">{{ 'my.papers.goOn' | transloco }}<span class="visually-hidden"> {{ one.name }}</span></button>
          }
          <button type="button" uiButton="quiet" isSmall (click)="cancelled.emit()">{{ 'my.papers.cancel' | transloco }}<span class="visually-hidden"> {{ one.name }}</span></button>
        </div>
      }
    </div>
  `,
})
export class SendingView {
  readonly now = input.required<Sending>();
  readonly goOn = output<void>();
  readonly cancelled = output<void>();
}
