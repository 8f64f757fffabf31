import { Component, inject } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button } from '@anuyat/ui/shell';
import { signInLink } from '../core/session';

/** The session ran out: what was typed is kept, and signing in comes back to this page. */
@Component({
  selector: 'anuyat-session-ended',
  imports: [Button, TranslocoPipe],
  template: `
    <div class="session-ended" role="alert">
      <div class="page row row-apart">
        <span class="strong">{{ 'shell.sessionEnded' | transloco }}</span>
        <a uiButton isSmall [href]="link()">{{ 'shell.signInAgain' | transloco }}</a>
      </div>
    </div>
  `,
})
export class SessionEnded {
  private readonly router = inject(Router);

  protected link(): string {
    return signInLink(this.router.url);
  }
}
