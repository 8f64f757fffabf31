import { Component, EnvironmentInjector, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Session } from './core/session';
import { Masthead } from './shell/masthead';
import { SessionEnded } from './shell/session-ended';
import { SiteFooter } from './shell/site-footer';
import { SiteHeader } from './shell/site-header';

/** The shell around every page: official masthead, header, the page, footer. */
@Component({
  selector: 'anuyat-root',
  imports: [Masthead, RouterOutlet, SessionEnded, SiteFooter, SiteHeader, TranslocoPipe],
  template: `
    <a class="skip-link" href="#main" (click)="toMain($event)">{{ 'shell.skip' | transloco }}</a>
    <anuyat-masthead />
    <anuyat-site-header />
    @if (session.hasEnded()) {
      <anuyat-session-ended />
    }
    <main id="main" tabindex="-1">
      <router-outlet />
    </main>
    <anuyat-site-footer />
  `,
})
export class Root {
  protected readonly session = inject(Session);

  constructor() {
    const injector = inject(EnvironmentInjector);
    void this.session.ask().then((me) => me.account && import('./account/session-watch').then((m) => m.watchSession(injector)));
  }

  /** A plain fragment link would leave the page, because of the base address. */
  protected toMain(event: Event): void {
    event.preventDefault();
    document.getElementById('main')?.focus();
  }
}
