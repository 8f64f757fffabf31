import { Component, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button, Notification } from '@anuyat/ui/shell';
import { Session } from '../../core/session';
import { removeTyped, tidy } from './left-behind';

/** Where signing out leads: what the person left in this browser is removed; what was typed and not saved, when the person says so. */
@Component({
  selector: 'anuyat-signed-out-page',
  imports: [Button, Notification, RouterLink, TranslocoPipe],
  template: `
    <div class="page reading band">
      <h1>{{ 'public.signedOut.title' | transloco }}</h1>
      <p>{{ 'public.signedOut.text' | transloco }}</p>
      @if (isRemoved()) {
        <ui-notification tone="done" [heading]="'public.signedOut.removed' | transloco" isLive />
      } @else if (unsaved() > 0) {
        <ui-notification tone="info" [heading]="'public.signedOut.unsaved' | transloco">
          <p>{{ 'public.signedOut.unsavedText' | transloco }}</p>
          <p><button type="button" uiButton="secondary" isSmall (click)="remove()">{{ 'public.signedOut.remove' | transloco }}</button></p>
        </ui-notification>
      }
      <div class="actions">
        <a uiButton routerLink="/sign-in">{{ 'public.signedOut.again' | transloco }}</a>
        <a uiButton="quiet" routerLink="/">{{ 'public.notFound.home' | transloco }}</a>
      </div>
    </div>
  `,
})
export class SignedOutPage {
  protected readonly unsaved = signal(0);
  protected readonly isRemoved = signal(false);

  constructor() {
    const router = inject(Router);
    void inject(Session).ask().then(({ isSignedIn }) => {
      if (isSignedIn) void router.navigateByUrl('/account');
      else this.unsaved.set(tidy(shelves()));
    });
  }

  protected remove(): void {
    removeTyped(shelves());
    this.isRemoved.set(true);
  }
}

/** A browser that keeps nothing has nothing to tidy. */
function shelves(): Storage[] {
  try {
    return [localStorage, sessionStorage];
  } catch {
    return [];
  }
}
