import { Component, ElementRef, afterRenderEffect, booleanAttribute, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Problem } from '@anuyat/contract';
import type { Text } from '@anuyat/licence-kit';
import { Button } from './button';
import { Notification } from './notification';
import { SayPipe } from './say-pipe';
import { UI_WORDS } from './words';

/** A refusal or a fault as people read it: what happened, whether anything was lost, what to do, what to quote. */
@Component({
  selector: 'ui-problem',
  imports: [Button, Notification, RouterLink, SayPipe],
  template: `
    <ui-notification tone="trouble" [heading]="problem().title | say" [isLive]="true">
      @if (problem().detail; as detail) {
        <p>{{ detail | say }}</p>
      }
      @if (isSafe()) {
        <p>{{ words.nothingLost | say }}</p>
      }
      @for (way of problem().next; track way.title.en) {
        <p><a [routerLink]="way.link">{{ way.title | say }}</a></p>
      }
      @if (problem().instance; as instance) {
        <p class="small soft">{{ words.reference | say }}: <span class="figures">{{ instance }}</span></p>
      }
      <ng-content />
      @if (providerStep(); as step) {
        <p><a uiButton isSmall [href]="wayTo(step.to)">{{ confirm | say }}</a></p>
      }
      @if (canRetry()) {
        <p><button type="button" uiButton="secondary" isSmall (click)="retry.emit()">{{ words.tryAgain | say }}</button></p>
      }
    </ui-notification>
  `,
})
export class ProblemView {
  readonly problem = input.required<Problem>();
  /** Says in words that nothing typed was lost. */
  readonly isSafe = input(false, { transform: booleanAttribute });
  readonly canRetry = input(false, { transform: booleanAttribute });
  readonly retry = output<void>();
  protected readonly providerStep = computed(() => (this.problem().stepUp?.ways.includes('provider') ? this.problem().stepUp : undefined));
  protected readonly words = UI_WORDS;
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly confirm: Text = { th: 'ยืนยันตัวตน แล้วกลับมาหน้านี้', en: 'Confirm who you are, then come back' };

  constructor() {
    afterRenderEffect(() => {
      if (this.problem().stepUp) this.host.nativeElement.scrollIntoView?.({ block: 'center' });
    });
  }

  /** Round by the identity provider and back to this page. */
  protected wayTo(to: string): string {
    return `${to}&returnTo=${encodeURIComponent(location.pathname + location.search)}`;
  }
}
